#include "catalogue/schema.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "scenario/levers/kind.h"
#include "scenario/scenario_fields.h"
#include "scenario/toml_text.h"
#include "studies/study_fields.h"

namespace entente::catalogue {
namespace {

using scenario::number_text;
using scenario::ScenarioKey;
using scenario::ScenarioSection;
using scenario::Shape;

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
    case Shape::ranged:
      return one + ", with KEY_low and KEY_high";
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

std::string unit_of(const card::Field& field) {
  std::string range;
  if (field.low != field.high)
    range = std::isinf(field.low)    ? ""
            : std::isinf(field.high) ? number_text(field.low) + " or more"
                                     : number_text(field.low) + " to " + number_text(field.high);
  const std::string unit(field.unit);
  return unit + (unit.empty() || range.empty() ? "" : ", ") + range;
}

SchemaKey schema_key(std::string section, const ScenarioKey& key) {
  return {std::move(section),
          std::string(key.field.name),
          type_of(key),
          unit_of(key.field),
          key.field.required ? "required" : std::string(key.field.fallback),
          std::string(key.field.help)};
}

}  // namespace

std::vector<SchemaKey> scenario_schema() {
  std::vector<SchemaKey> keys;
  for (const ScenarioSection& section : scenario::scenario_sections()) {
    const std::string head = std::string(opening(section.form)) + std::string(section.name) +
                             std::string(closing(section.form));
    for (const ScenarioKey& key : section.keys) keys.push_back(schema_key(head, key));
    if (section.name != "lever") continue;
    for (const scenario::LeverKind* kind : scenario::lever_kinds())
      for (SchemaKey& key : lever_schema(*kind)) keys.push_back(std::move(key));
  }
  return keys;
}

std::vector<SchemaKey> lever_schema(const scenario::LeverKind& kind) {
  std::vector<SchemaKey> keys;
  for (const ScenarioKey& key : kind.keys)
    keys.push_back(schema_key("[[lever]] " + std::string(kind.name), key));
  return keys;
}

std::vector<SchemaKey> study_schema() {
  std::vector<SchemaKey> keys;
  for (const ScenarioSection* section : studies::study_sections()) {
    const std::string head = std::string(opening(section->form)) + std::string(section->name) +
                             std::string(closing(section->form));
    for (const ScenarioKey& key : section->keys) keys.push_back(schema_key(head, key));
  }
  return keys;
}

}  // namespace entente::catalogue
