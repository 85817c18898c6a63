#include "catalogue/schema.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

#include "base/name.h"
#include "scenario/scenario_fields.h"
#include "text/reader.h"

namespace entente::catalogue {
namespace {

using scenario::Library;
using scenario::ScenarioKey;
using scenario::ScenarioSection;
using scenario::Shape;
using text::TableReader;

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string(word);
  return out;
}

/// "state", "one of A, B, C", "list of agreement": what a value looks like.
std::string type_of(const ScenarioKey& key) {
  const card::Field& field = key.field;
  std::string one(card::type_word(field.type));
  if (field.type == card::Type::name_of) one = std::string(field.of);
  if (field.type == card::Type::boolean) one = "true or false";
  if (field.type == card::Type::choice) one = "one of " + joined(field.choices);
  switch (key.shape) {
    case Shape::one:
      return one;
    case Shape::list:
      return "list of " + one;
    case Shape::sets:
      return "list of lists of " + one;
    case Shape::range:
      return "[low, high]";
    case Shape::amounts:
      return "{ ELEMENT = " + one + " }";
    case Shape::rows:
      return "list of { " + one + " }";
  }
  return one;
}

std::string number(double value) { return std::to_string(static_cast<long long>(value)); }

std::string unit_of(const card::Field& field) {
  std::string range;
  if (field.low != field.high)
    range = std::isinf(field.high) ? number(field.low) + " or more"
                                   : number(field.low) + " to " + number(field.high);
  const std::string unit(field.unit);
  return unit + (unit.empty() || range.empty() ? "" : ", ") + range;
}

std::vector<std::string> agreement_names(const Library& library) {
  std::vector<std::string> names;
  for (const auto& agreement : library.law.agreements) {
    names.push_back(library.world.symbols.name(agreement.id));
  }
  return names;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Reports every text under `key` that is no agreement (and, where `states`, no state) of the
/// library.
void check_names(TableReader& reader, std::string_view key, const Library& library, bool states) {
  const auto agreements = agreement_names(library);
  for (const std::string& name : reader.texts(key)) {
    if (contains(agreements, name)) continue;
    if (states && library.world.resolve(name, library.world.day)) continue;
    auto known = agreements;
    if (states) {
      const auto more = library.world.names_of("state");
      known.insert(known.end(), more.begin(), more.end());
    }
    reader.fault(Code::unknown_name, key, "the library holds no `" + name + "`",
                 did_you_mean(name, known));
  }
}

void check_slug(TableReader& reader, std::string_view key, const std::string& name) {
  if (name.empty() || is_slug(name)) return;
  reader.fault(Code::bad_value, key, "`" + name + "` is no name",
               "use lower-case letters, digits and single underscores");
}

/// The table under `key`, which the file must have.
const text::Node* required_table(TableReader& root, std::string_view key) {
  const text::Node* table = root.table(key);
  if (table == nullptr && root.raw(key) == nullptr) {
    root.fault(Code::missing_key, key, "there is no table `[" + std::string(key) + "]`");
  }
  return table;
}

}  // namespace

std::vector<SchemaKey> scenario_schema() {
  std::vector<SchemaKey> keys;
  for (const ScenarioSection& section : scenario::scenario_sections())
    for (const ScenarioKey& key : section.keys)
      keys.push_back({std::string(opening(section.form)) + std::string(section.name) +
                          std::string(closing(section.form)),
                      std::string(key.field.name), type_of(key), unit_of(key.field),
                      key.field.required ? "required" : std::string(key.field.fallback),
                      std::string(key.field.help)});
  return keys;
}

Faults check_study(const text::Document& document, const Library& library) {
  Faults faults;
  TableReader root(document.root, document.file, "a study file", faults);
  if (const auto* table = required_table(root, "study")) {
    TableReader study(*table, document.file, "[study]", faults);
    check_slug(study, "name", study.required_text("name"));
    (void)study.required_text("scenario");
    (void)study.texts("measures");
    study.done();
  }
  std::set<std::string> seen;
  for (const text::Node* node : root.tables("variant")) {
    TableReader variant(*node, document.file, "a variant", faults);
    const std::string name = variant.required_text("name");
    check_slug(variant, "name", name);
    if (!name.empty() && !seen.insert(name).second) {
      variant.fault(Code::duplicate, "name", "there are two variants `" + name + "`");
    }
    check_names(variant, "without", library, true);
    variant.done();
  }
  root.done();
  sort_faults(faults);
  return faults;
}

}  // namespace entente::catalogue
