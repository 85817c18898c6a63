/// The JSON Schema of scenario files, made from the table of their fields.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "catalogue/schema.h"
#include "scenario/levers/kind.h"
#include "scenario/scenario_fields.h"
#include "scenario/toml_text.h"

namespace entente::catalogue {
namespace {

using card::Field;
using card::Type;
using scenario::Form;
using scenario::number_text;
using scenario::ScenarioKey;
using scenario::ScenarioSection;
using scenario::Shape;

/// JSON as a tree: a scalar as written, a list or an object in order.
struct Member;
struct Json {
  std::string scalar;
  std::vector<Json> list;
  std::vector<Member> members;
};
struct Member {
  std::string key;
  Json value;
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

Json plain(std::string value) {
  Json json;
  json.scalar = std::move(value);
  return json;
}
Json text(std::string_view value) { return plain(quoted(value)); }
Json list(std::vector<Json> items) {
  Json json;
  json.list = std::move(items);
  return json;
}
Json object(std::vector<Member> members) {
  Json json;
  json.members = std::move(members);
  return json;
}

/// Lists on one line, objects one member a line.
std::string printed(const Json& json, const std::string& indent) {
  if (!json.scalar.empty()) return json.scalar;
  std::string out;
  if (!json.list.empty()) {
    for (const Json& item : json.list) out += (out.empty() ? "" : ", ") + printed(item, indent);
    return "[" + out + "]";
  }
  if (json.members.empty()) return "{}";
  const std::string deeper = indent + "  ";
  for (const auto& [key, value] : json.members)
    out += (out.empty() ? "" : ",") + std::string("\n") + deeper + quoted(key) + ": " +
           printed(value, deeper);
  return "{" + out + "\n" + indent + "}";
}

std::string_view type_of(Type type) {
  switch (type) {
    case Type::number:
      return "number";
    case Type::integer:
      return "integer";
    case Type::boolean:
      return "boolean";
    default:
      return "string";
  }
}

/// A default that is a value of the type; others are told in words.
bool is_value(const Field& field) {
  if (field.type == Type::boolean) return field.fallback == "true" || field.fallback == "false";
  if (field.type == Type::choice)
    return std::ranges::find(field.choices, field.fallback) != field.choices.end();
  if (field.type != Type::number && field.type != Type::integer) return false;
  double value = 0;
  const char* const end = field.fallback.data() + field.fallback.size();
  return std::from_chars(field.fallback.data(), end, value).ptr == end;
}

std::string described(const Field& field) {
  std::string out(field.help);
  if (!field.unit.empty()) out += " Unit: " + std::string(field.unit) + ".";
  if (!field.fallback.empty() && !is_value(field))
    out += " Default: " + std::string(field.fallback) + ".";
  return out;
}

/// One value of a field, without its description.
std::vector<Member> value_of(const Field& field) {
  std::vector<Member> out;
  out.push_back({"type", text(type_of(field.type))});
  if (field.type == Type::date) out.push_back({"format", text("date")});
  if (!field.choices.empty()) {
    std::vector<Json> choices;
    for (const std::string_view choice : field.choices) choices.push_back(text(choice));
    out.push_back({"enum", list(std::move(choices))});
  }
  if (field.low != field.high) {
    if (!std::isinf(field.low)) out.push_back({"minimum", plain(number_text(field.low))});
    if (!std::isinf(field.high)) out.push_back({"maximum", plain(number_text(field.high))});
  }
  return out;
}

Json array_of(Json items, int least, int most) {
  Json array = object({{"type", text("array")}, {"items", std::move(items)}});
  if (least > 0) array.members.push_back({"minItems", plain(std::to_string(least))});
  if (most > 0) array.members.push_back({"maxItems", plain(std::to_string(most))});
  return array;
}

Json shaped(const ScenarioKey& key) {
  Json one = object(value_of(key.field));
  switch (key.shape) {
    case Shape::one:
    case Shape::ranged:
      return one;
    case Shape::list:
      return object({{"type", list({text("array"), text("string")})}, {"items", std::move(one)}});
    case Shape::sets:
      return array_of(array_of(std::move(one), 1, 0), 1, 0);
    case Shape::range:
      return array_of(std::move(one), 2, 2);
    case Shape::amounts:
      return object({{"type", text("object")}, {"additionalProperties", std::move(one)}});
    case Shape::rows:
      return array_of(object({{"$ref", text("#/$defs/" + std::string(key.field.of))}}), 0, 0);
  }
  return one;
}

Json property(const ScenarioKey& key) {
  Json out = shaped(key);
  const Field& field = key.field;
  if (!field.fallback.empty() && is_value(field)) {
    const std::string fallback(field.fallback);
    out.members.push_back(
        {"default", field.type == Type::choice ? text(fallback) : plain(fallback)});
  }
  out.members.push_back({"description", text(described(field))});
  return out;
}

/// A key, and the ends of its range where it may have one.
void add_property(const ScenarioKey& key, Json& properties) {
  const std::string name(key.field.name);
  properties.members.push_back({name, property(key)});
  if (key.shape != Shape::ranged) return;
  for (const auto& [end, word] : {std::pair("_low", "Least"), std::pair("_high", "Greatest")}) {
    Json one = object(value_of(key.field));
    one.members.push_back(
        {"description", text(std::string(word) + " " + name + ", where it is an assumption.")});
    properties.members.push_back({name + end, std::move(one)});
  }
}

/// `properties` and `required` of a table with these keys.
void add_properties(std::span<const ScenarioKey> keys, Json& out) {
  Json properties;
  std::vector<Json> required;
  for (const ScenarioKey& key : keys) {
    add_property(key, properties);
    if (key.field.required) required.push_back(text(key.field.name));
  }
  out.members.push_back({"properties", std::move(properties)});
  if (!required.empty()) out.members.push_back({"required", list(std::move(required))});
}

/// One branch a kind of lever: where `card` names it, its fields and no others. Levers of the
/// library have no branch: their fields are those of their kinds.
std::vector<Json> lever_branches() {
  std::vector<Json> branches;
  for (const scenario::LeverKind* kind : scenario::lever_kinds()) {
    std::vector<ScenarioKey> keys(scenario::lever_keys().begin(), scenario::lever_keys().end());
    keys.insert(keys.end(), kind->keys.begin(), kind->keys.end());
    Json then = object({{"description", text(kind->help)}});
    add_properties(keys, then);
    then.members.push_back({"additionalProperties", plain("false")});
    Json card = object({{"card", object({{"const", text(kind->name)}})}});
    Json when = object({{"properties", std::move(card)}, {"required", list({text("card")})}});
    branches.push_back(object({{"if", std::move(when)}, {"then", std::move(then)}}));
  }
  return branches;
}

Json table(const ScenarioSection& section) {
  Json out = object({{"type", text("object")}, {"description", text(section.help)}});
  if (section.free) {
    out.members.push_back({"additionalProperties", property(section.keys[0])});
    return out;
  }
  add_properties(section.keys, out);
  out.members.push_back({"additionalProperties", plain(section.open ? "true" : "false")});
  if (section.name == "lever") out.members.push_back({"allOf", list(lever_branches())});
  return out;
}

}  // namespace

std::string scenario_json_schema() {
  Json properties, parts;
  for (const ScenarioSection& section : scenario::scenario_sections()) {
    Json one = table(section);
    if (section.form == Form::tables) one = array_of(std::move(one), 0, 0);
    Json& into = section.form == Form::rows ? parts : properties;
    into.members.push_back({std::string(section.name), std::move(one)});
  }
  const Json schema = object({{"$schema", text("https://json-schema.org/draft/2020-12/schema")},
                              {"title", text("A scenario file of Entente")},
                              {"type", text("object")},
                              {"properties", std::move(properties)},
                              {"required", list({text("scenario")})},
                              {"additionalProperties", plain("false")},
                              {"$defs", std::move(parts)}});
  return printed(schema, "");
}

}  // namespace entente::catalogue
