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
  if (std::isinf(field.low)) return start + "cannot be above " + whole(field.high);
  if (std::isinf(field.high)) return start + "cannot be below " + whole(field.low);
  const std::string ends = "from " + whole(field.low) + " to " + whole(field.high);
  if (field.unit == "share" || field.unit == "probability")
    return start + "is a " + std::string(field.unit) + " " + ends;
  return start + "lies " + ends + (field.unit.empty() ? "" : " " + std::string(field.unit));
}

}  // namespace

SectionReader::SectionReader(std::string_view section, const text::Node& node,
                             std::string_view file, Faults& faults)
    : SectionReader(scenario_section(section), node, file, faults) {}

SectionReader::SectionReader(const ScenarioSection& section, const text::Node& node,
                             std::string_view file, Faults& faults)
    : section_(section),
      file_(file),
      faults_(faults),
      reader_(node, file, std::string(section_.what), faults) {
  if (section_.free || section_.open) return;
  for (const ScenarioKey& key : section_.keys) {
    (void)reader_.raw(key.field.name);
    if (key.shape != Shape::ranged) continue;
    for (const std::string_view end : {"_low", "_high"})
      (void)reader_.raw(std::string(key.field.name) + std::string(end));
  }
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
  return number(field(key), key);
}

std::optional<double> SectionReader::number(const card::Field& known, std::string_view key) {
  if (reader_.raw(key) == nullptr) return std::nullopt;
  const auto value = reader_.number(key);
  if (value && inside(known, key, *value, where(key))) return *value;
  return std::isinf(known.low) ? 0 : known.low;
}

std::optional<world::Uncertain> SectionReader::uncertain(std::string_view key) {
  const std::string name(key);
  const std::size_t before = faults_.size();
  const card::Field& known = field(key);
  const auto low = number(known, name + "_low"), high = number(known, name + "_high");
  const auto value = low || high ? number(known, key) : number(key);
  if (faults_.size() == before) check_range(name, value, low, high);
  if (!value) return std::nullopt;
  if (!low || !high || faults_.size() != before) return world::Uncertain::known(*value);
  return world::Uncertain{*value, *low, *high, true, 'C'};
}

void SectionReader::check_range(const std::string& key, std::optional<double> value,
                                std::optional<double> low, std::optional<double> high) {
  if (!low && !high) return;
  const std::string low_key = key + "_low", high_key = key + "_high";
  const std::string& given = low ? low_key : high_key;
  const auto named = [](const std::string& name) { return "`" + name + "`"; };
  if (!value)
    fault(Code::missing_key, given, "a range of " + named(key) + " needs " + named(key),
          "write the value the range lies around");
  if (!low || !high)
    fault(Code::range_missing, given, "a range needs both ends",
          "write " + named(low ? high_key : low_key) + " too");
  else if (*low > *high)
    fault(Code::bad_value, low_key, named(low_key) + " lies above " + named(high_key));
  else if (value && (*value < *low || *value > *high))
    fault(Code::unsourced_range, key, named(key) + " lies outside its own range");
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
