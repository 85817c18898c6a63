#include "faces/server/openapi.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/version.h"
#include "catalogue/catalogue.h"
#include "faces/server/ask.h"
#include "faces/server/reply.h"
#include "faces/server/routes.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;
using card::Field;
using card::Subject;
using card::Type;

std::string text(std::string_view view) { return std::string(view); }

Json ref(std::string_view schema) { return {{"$ref", "#/components/schemas/" + text(schema)}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Json text_schema() { return {{"type", "string"}}; }

Json object(Json properties, Json required) {
  return {
      {"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

/// What one value of a field may be.
Json value_schema(const Field& field) {
  Json schema;
  switch (field.type) {
    case Type::number:
    case Type::integer:
      schema["type"] = field.type == Type::integer ? "integer" : "number";
      if (field.low != field.high) {
        schema["minimum"] = field.low;
        schema["maximum"] = field.high;
      }
      break;
    case Type::boolean:
      schema["type"] = "boolean";
      break;
    case Type::choice:
      schema["type"] = "string";
      for (const auto choice : field.choices) schema["enum"].push_back(choice);
      break;
    case Type::date:
      schema = {{"type", "string"}, {"format", "date"}};
      break;
    case Type::text:
    case Type::name_of:
    case Type::file:
      schema["type"] = "string";
      break;
  }
  return schema;
}

Json field_schema(const Field& field) {
  Json schema = value_schema(field);
  if (field.repeated) schema = {{"anyOf", {schema, list_of(schema)}}};
  schema["description"] =
      text(field.help) + (field.unit.empty() ? "" : " Unit: " + text(field.unit) + ".");
  if (!field.fallback.empty() && !field.repeated) {
    const bool bare =
        field.type == Type::number || field.type == Type::integer || field.type == Type::boolean;
    Json fallback = bare ? Json::parse(field.fallback, nullptr, false) : Json();
    schema["default"] = fallback.is_primitive() && !fallback.is_null() && !fallback.is_discarded()
                            ? fallback
                            : Json(text(field.fallback));
  }
  return schema;
}

/// What a request for one verb holds.
Json ask_schema(const card::Card& card) {
  Json properties, required = Json::array({"name"});
  properties["name"] = {{"const", text(card.name)}};
  if (card.subject != Subject::none) {
    Json subject = card.subject == Subject::year ? Json{{"type", {"integer", "string"}}}
                   : card.subject == Subject::event || takes_own_file(card.name)
                       ? Json{{"type", {"string", "object"}}}
                       : text_schema();
    subject["description"] = text(card::subject_name(card));
    if (!card.subject_help.empty()) subject["examples"] = Json::array({text(card.subject_help)});
    properties["subject"] = std::move(subject);
    if (!card.subject_optional) required.push_back("subject");
  }
  Json params = Json::object(), needed = Json::array();
  for (const auto fields : {card.fields, catalogue::common_fields()}) {
    for (const Field& field : fields) {
      if (!is_offered(card, field)) continue;
      params[text(field.name)] = field_schema(field);
      if (field.required) needed.push_back(text(field.name));
    }
  }
  if (!needed.empty()) required.push_back("params");
  Json held = {{"type", "object"}, {"properties", params}, {"additionalProperties", false}};
  if (!needed.empty()) held["required"] = needed;
  properties["params"] = std::move(held);
  properties["seed"] = {{"type", "integer"},
                        {"minimum", 0},
                        {"default", 1},
                        {"description", "Names the random streams."}};
  properties["draws"] = {{"type", "integer"},
                         {"minimum", 0},
                         {"default", 0},
                         {"description", "Draws of a sampled answer; 0 lets the verb choose."}};
  properties["precision"] = {
      {"type", "number"},
      {"minimum", 0},
      {"default", 0},
      {"description",
       "Doubles the draws until the 90 % interval of the leading figure reaches no "
       "further than this to either side; 0 leaves them as they are."}};
  properties["priority"] = {{"type", "integer"},
                            {"minimum", -9},
                            {"maximum", 9},
                            {"default", 0},
                            {"description", "Higher is taken first; then the oldest."}};
  Json schema = object(std::move(properties), std::move(required));
  schema["description"] = text(card.question);
  schema["additionalProperties"] = false;
  return schema;
}

Json fault_schema() {
  return object({{"code", text_schema()},
                 {"file", text_schema()},
                 {"line", {{"type", "integer"}}},
                 {"column", {{"type", "integer"}}},
                 {"message", text_schema()},
                 {"hint", text_schema()}},
                {"code", "file", "line", "column", "message", "hint"});
}

/// What is sent and answered about users, sessions and tokens. Times are milliseconds since 1970.
void people_schemas(Json& all) {
  const Json integer = {{"type", "integer"}}, boolean = {{"type", "boolean"}};
  const Json role = {{"enum", {"viewer", "analyst", "admin"}}};
  all["Session"] = object({{"login", boolean}, {"name", text_schema()}, {"role", text_schema()}},
                          {"login", "name", "role"});
  all["SignIn"] =
      object({{"name", text_schema()}, {"password", text_schema()}}, {"name", "password"});
  all["Tokens"] = list_of(object(
      {{"id", text_schema()}, {"label", text_schema()}, {"created", integer}, {"expires", integer}},
      {"id", "label", "created", "expires"}));
  all["TokenRequest"] = object({{"label", text_schema()}, {"days", integer}}, {"label"});
  all["NewToken"] = object({{"token", text_schema()}}, {"token"});
  const Json user =
      object({{"name", text_schema()}, {"role", role}, {"quota", integer}, {"disabled", boolean}},
             {"name", "role", "quota", "disabled"});
  all["User"] = user;
  all["Users"] = list_of(ref("User"));
  all["UserRequest"] = object({{"name", text_schema()},
                               {"role", role},
                               {"password", text_schema()},
                               {"quota", integer},
                               {"disabled", boolean}},
                              {"role"});
  all["Changes"] = list_of(object({{"number", integer},
                                   {"at", integer},
                                   {"user", text_schema()},
                                   {"action", text_schema()},
                                   {"subject", text_schema()},
                                   {"detail", text_schema()}},
                                  {"number", "at", "user", "action", "subject", "detail"}));
}

void room_schemas(Json& all) {
  const Json number = {{"type", "number"}}, whole = {{"type", "integer"}},
             any = {{"type", "object"}}, text = text_schema();
  all["RoomRequest"] = object({{"case", text},
                               {"text", text},
                               {"title", text},
                               {"precision", number},
                               {"seed", whole},
                               {"clock", whole},
                               {"save", ref("SavedRoom")}},
                              Json::array());
  all["Granted"] = object({{"id", text}, {"seat", text}, {"token", text}}, {"token"});
  all["SeatRequest"] = object({{"seat", text}, {"name", text}}, {"seat"});
  Json acts = {{"type", "string"}};
  for (const char* one : {"move", "leave", "begin", "pause", "resume", "close", "inject", "free"})
    acts["enum"].push_back(one);
  all["Act"] = object({{"act", std::move(acts)},
                       {"round", whole},
                       {"move", text},
                       {"seat", text},
                       {"text", text},
                       {"to", list_of(text)},
                       {"numbers", any},
                       {"go", text}},
                      {"act"});
  const Json head = {{"id", text},    {"case", text},   {"title", text},  {"state", text},
                     {"step", whole}, {"round", whole}, {"opened", text}, {"seats", list_of(any)}};
  const Json required = {"id", "case", "title", "state", "step", "round", "opened", "seats"};
  all["Rooms"] = object({{"rooms", list_of(object(head, required))}}, {"rooms"});
  Json room = head;
  for (const char* one : {"you", "now", "odds"}) room[one] = any;
  for (const char* one : {"promises", "choices", "log", "numbers", "nodes"})
    room[one] = list_of(any);
  room["precision"] = number;
  room["clock"] = whole;
  room["remaining"] = {{"type", {"number", "null"}}};
  room["chosen"] = {{"type", {"string", "null"}}};
  room["end"] = {{"type", {"object", "null"}}};
  room["note"] = room["source"] = text;
  Json of_room = required;
  for (const char* one : {"you", "now", "odds", "promises", "choices", "log", "end"})
    of_room.push_back(one);
  all["Room"] = object(std::move(room), std::move(of_room));
  all["SavedRoom"] = object({{"format", text}, {"opening", any}, {"acts", list_of(any)}},
                            {"format", "opening", "acts"});
}

Json schemas(std::span<const scenario::Analysis* const> verbs) {
  Json all;
  Json asks = Json::array();
  for (const scenario::Analysis* verb : verbs) {
    if (!is_offered(verb->card)) continue;
    const std::string name = "ask_" + text(verb->card.name);
    all[name] = ask_schema(verb->card);
    asks.push_back(ref(name));
  }
  all["RunRequest"] = {{"oneOf", asks}};
  const Json integer = {{"type", "integer"}};
  Json run = {
      {"id", text_schema()},
      {"status", {{"enum", {"queued", "running", "paused", "done", "failed", "cancelled"}}}},
      {"name", text_schema()},
      {"subject", text_schema()},
      {"params", {{"type", "object"}}},
      {"seed", integer},
      {"draws", integer},
      {"precision", {{"type", "number"}}},
      {"share", {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}}};
  Json with_record = run;
  with_record["record"] = ref("Record");
  with_record["problem"] = ref("Problem");
  const Json always = {"id", "status", "name", "subject", "params", "seed", "draws", "share"};
  all["Run"] = object(with_record, always);
  all["Runs"] = list_of(object(run, always));
  all["Record"] = object({{"analysis", text_schema()},
                          {"question", text_schema()},
                          {"finding", text_schema()},
                          {"scenario", {{"type", "object"}}},
                          {"params", {{"type", "object"}}},
                          {"tables", {{"type", "object"}}},
                          {"notices", list_of(text_schema())},
                          {"exact", {{"type", "boolean"}}},
                          {"provenance", {{"type", "object"}}},
                          {"timing", {{"type", "object"}}}},
                         {"analysis", "question", "finding", "scenario", "params", "tables",
                          "exact", "provenance", "timing"});
  all["Card"] = object({{"name", text_schema()},
                        {"question", text_schema()},
                        {"source", text_schema()},
                        {"subject", {{"type", "object"}}},
                        {"fields", list_of({{"type", "object"}})},
                        {"tables", list_of({{"type", "object"}})},
                        {"views", list_of({{"type", "object"}})}},
                       {"name", "question", "source", "subject", "fields", "tables", "views"});
  all["Cards"] = list_of(ref("Card"));
  all["Kinds"] = list_of(object({{"name", text_schema()},
                                 {"one", text_schema()},
                                 {"meaning", text_schema()},
                                 {"count", integer}},
                                {"name", "one", "meaning", "count"}));
  all["Things"] = list_of(object({{"name", text_schema()},
                                  {"kind", text_schema()},
                                  {"title", text_schema()},
                                  {"note", text_schema()}},
                                 {"name", "kind", "title", "note"}));
  Json scenario = {
      {"name", text_schema()}, {"origin", {{"enum", {"library", "kept"}}}}, {"version", integer}};
  all["Scenarios"] = list_of(object(scenario, {"name", "origin", "version"}));
  scenario["text"] = text_schema();
  all["Scenario"] = object(scenario, {"name", "origin", "version", "text"});
  all["Versions"] = list_of(object({{"version", integer},
                                    {"author", text_schema()},
                                    {"at", integer},
                                    {"removed", {{"type", "boolean"}}}},
                                   {"version", "author", "at", "removed"}));
  people_schemas(all);
  room_schemas(all);
  all["ScenarioText"] =
      Json{{"type", "object"},
           {"description",
            "Either {\"text\": the scenario as TOML}, or the scenario itself with the names of "
            "`entente describe scenario`."},
           {"properties", {{"text", text_schema()}, {"scenario", {{"type", "object"}}}}}};
  all["Validation"] =
      object({{"valid", {{"const", true}}}, {"name", text_schema()}}, {"valid", "name"});
  all["Health"] = object({{"status", {{"enum", {"ok", "store"}}}},
                          {"version", text_schema()},
                          {"library", text_schema()}},
                         {"status", "version", "library"});
  all["Description"] = {{"type", "object"}};
  all["Problem"] = object({{"type", text_schema()},
                           {"title", text_schema()},
                           {"status", integer},
                           {"detail", text_schema()},
                           {"faults", list_of(fault_schema())}},
                          {"type", "title", "status", "detail", "faults"});
  return all;
}

Json operation(const Route& route) {
  Json made = {{"summary", text(route.summary)}};
  Json parameters = Json::array();
  for (std::size_t at = route.path.find('{'); at != std::string_view::npos;
       at = route.path.find('{', at + 1)) {
    const std::size_t end = route.path.find('}', at);
    parameters.push_back({{"name", text(route.path.substr(at + 1, end - at - 1))},
                          {"in", "path"},
                          {"required", true},
                          {"schema", text_schema()}});
  }
  if (!route.query.empty())
    parameters.push_back({{"name", text(route.query)},
                          {"in", "query"},
                          {"required", false},
                          {"schema", {{"type", "integer"}, {"minimum", 0}}}});
  if (!parameters.empty()) made["parameters"] = parameters;
  if (!route.body.empty()) {
    Json content = {{"application/json", {{"schema", ref(route.body)}}}};
    if (route.body == "ScenarioText") content["application/toml"] = {{"schema", text_schema()}};
    made["requestBody"] = {{"required", true}, {"content", content}};
  }
  Json good = {{"description", text(status_words(route.status))}};
  if (route.status != 204)
    good["content"] = {
        {text(route.type), {{"schema", route.answer.empty() ? text_schema() : ref(route.answer)}}}};
  made["responses"] = {
      {std::to_string(route.status), good},
      {"default",
       {{"description", "What is wrong, with every fault."},
        {"content", {{"application/problem+json", {{"schema", ref("Problem")}}}}}}}};
  return made;
}

}  // namespace

std::string openapi(std::span<const scenario::Analysis* const> verbs) {
  Json paths;
  for (const Route& route : routes()) {
    std::string method = text(route.method);
    std::ranges::transform(method, method.begin(),
                           [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    paths[text(route.path)][method] = operation(route);
  }
  const Json all = {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Entente"},
        {"version", text(kVersion)},
        {"description",
         "Who has promised what to whom, what follows when promises come due, and whether they can "
         "be kept. Every verb of the command line is asked by POST /runs."}}},
      {"servers", Json::array({{{"url", "/api/v1"}}})},
      {"paths", paths},
      {"components", {{"schemas", schemas(verbs)}}}};
  return all.dump(1) + "\n";
}

}  // namespace entente::server
