#include "scenario/section_reader.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::scenario {
namespace {

std::string whole(double value) { return std::to_string(static_cast<std::int64_t>(value)); }

/// "`ready` is a share from 0 to 1".
std::string range_of(const card::Field& field, std::string_view name) {
  const std::string start = "`" + std::string(name) + "` ";
  if (std::isinf(field.high)) return start + "cannot be below " + whole(field.low);
  const std::string ends = "from " + whole(field.low) + " to " + whole(field.high);
  if (field.unit == "share" || field.unit == "probability")
    return start + "is a " + std::string(field.unit) + " " + ends;
  return start + "lies " + ends + (field.unit.empty() ? "" : " " + std::string(field.unit));
}

}  // namespace

SectionReader::SectionReader(std::string_view section, const text::Node& node,
                             std::string_view file, Faults& faults)
    : section_(scenario_section(section)),
      file_(file),
      faults_(faults),
      reader_(node, file, std::string(section_.what), faults) {
  if (section_.free || section_.open) return;
  for (const ScenarioKey& key : section_.keys) (void)reader_.raw(key.field.name);
  reader_.done();
}

const card::Field& SectionReader::field(std::string_view key) const {
  const auto found = std::ranges::find_if(
      section_.keys, [&](const ScenarioKey& one) { return one.field.name == key; });
  assert(found != section_.keys.end());
  return found->field;
}

bool SectionReader::present(std::string_view key) {
  if (reader_.raw(key) != nullptr) return true;
  // Asking for a required text is how the reader reports that a key is missing.
  if (field(key).required) (void)reader_.required_text(key);
  return false;
}

bool SectionReader::inside(const card::Field& field, std::string_view name, double value,
                           const Where& where) {
  if (field.low == field.high || (value >= field.low && value <= field.high)) return true;
  const bool percent = field.high == 1 && value > 1;
  faults_.push_back({Code::bad_value, where, range_of(field, name),
                     percent ? "a quarter is written 0.25, not 25" : ""});
  return false;
}

std::string SectionReader::text(std::string_view key) {
  if (!present(key)) return {};
  const auto value = reader_.text(key);
  if (value && value->empty() && field(key).required)
    reader_.fault(Code::bad_value, key, "`" + std::string(key) + "` is empty");
  return value.value_or("");
}

std::optional<double> SectionReader::number(std::string_view key) {
  if (!present(key)) return std::nullopt;
  const card::Field& known = field(key);
  const auto value = reader_.number(key);
  return value && inside(known, key, *value, where(key)) ? *value : known.low;
}

double SectionReader::number(const card::Field& field, std::string_view name,
                             const text::Node& node) {
  const Where where{std::string(file_), node.line, node.column};
  const std::string start = "`" + std::string(name) + "` must be a ";
  if (node.kind != text::Kind::integer && node.kind != text::Kind::real) {
    faults_.push_back({Code::wrong_type, where,
                       start + "number, not " + std::string(text::kind_word(node.kind)), ""});
    return field.low;
  }
  if (!std::isfinite(node.real)) {
    faults_.push_back({Code::bad_value, where, start + "finite number", ""});
    return field.low;
  }
  return inside(field, name, node.real, where) ? node.real : field.low;
}

std::optional<int> SectionReader::integer(std::string_view key) {
  if (!present(key)) return std::nullopt;
  const card::Field& known = field(key);
  const auto value = reader_.integer(key);
  const bool good = value && inside(known, key, static_cast<double>(*value), where(key));
  return static_cast<int>(good ? static_cast<double>(*value) : known.low);
}

std::optional<bool> SectionReader::boolean(std::string_view key) {
  return present(key) ? reader_.boolean(key) : std::nullopt;
}

std::optional<Date> SectionReader::date(std::string_view key) {
  return present(key) ? reader_.date(key) : std::nullopt;
}

std::optional<std::size_t> SectionReader::choice(std::string_view key) {
  return present(key) ? reader_.choice(key, field(key).choices) : std::nullopt;
}

std::vector<std::string> SectionReader::texts(std::string_view key) {
  return present(key) ? reader_.texts(key) : std::vector<std::string>();
}

}  // namespace entente::scenario
