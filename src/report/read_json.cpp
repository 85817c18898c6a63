/// Records back from JSON.
#include <nlohmann/json.hpp>

#include "report/json.h"

namespace entente::report {
namespace {

using Json = nlohmann::ordered_json;

/// What is no record. Caught below; the library throws its own kind beside it.
struct NoRecord {};

const Json& member(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) throw NoRecord{};
  return *found;
}

std::string text(const Json& json, const char* key) { return member(json, key).get<std::string>(); }

card::Value value_of(const Json& json) {
  switch (json.type()) {
    case Json::value_t::null:
      return std::monostate();
    case Json::value_t::boolean:
      return json.get<bool>();
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
      return json.get<std::int64_t>();
    case Json::value_t::number_float:
      return json.get<double>();
    case Json::value_t::string:
      return json.get<std::string>();
    default:
      throw NoRecord{};
  }
}

/// Groups of parameters stand in one another so deep at most.
constexpr int kDeepest = 16;

card::Params params_of(const Json& json, int depth = 0) {
  if (!json.is_object() || depth > kDeepest) throw NoRecord{};
  card::Params params;
  for (const auto& [key, held] : json.items()) {
    if (held.is_object())
      params.emplace_back(key, card::Param(params_of(held, depth + 1)));
    else if (held.is_array())
      params.emplace_back(key, card::Param(held.get<std::vector<std::string>>()));
    else
      params.emplace_back(key, card::Param(value_of(held)));
  }
  return params;
}

card::Table table_of(const std::string& name, const Json& json) {
  card::Table table{.name = name, .columns = {}, .rows = {}};
  for (const Json& column : member(json, "columns"))
    table.columns.push_back({text(column, "name"), text(column, "unit"), text(column, "help")});
  for (const Json& row : member(json, "rows")) {
    if (!row.is_array() || row.size() != table.columns.size()) throw NoRecord{};
    std::vector<card::Value> values;
    for (const Json& cell : row) values.push_back(value_of(cell));
    table.row(std::move(values));
  }
  return table;
}

card::Record record_of(const Json& json) {
  card::Record record;
  record.analysis = text(json, "analysis");
  record.question = text(json, "question");
  record.finding = text(json, "finding");
  const Json& scenario = member(json, "scenario");
  record.scenario_name = text(scenario, "name");
  record.scenario_hash = text(scenario, "hash");
  record.params = params_of(member(json, "params"));
  for (const auto& [name, table] : member(json, "tables").items())
    record.tables.push_back(table_of(name, table));
  record.notices = member(json, "notices").get<std::vector<std::string>>();
  record.exact = member(json, "exact").get<bool>();
  record.partial = json.value("partial", false);
  const Json& from = member(json, "provenance");
  record.provenance = {.version = text(from, "version"),
                       .seed = member(from, "seed").get<std::uint64_t>(),
                       .draws = member(from, "draws").get<std::int64_t>(),
                       .library = text(from, "library"),
                       .inputs = member(from, "inputs").get<std::vector<std::string>>(),
                       .command = text(from, "command"),
                       .citation = text(from, "citation")};
  record.wall_s = member(member(json, "timing"), "wall_s").get<double>();
  return record;
}

}  // namespace

Result<card::Record> from_json(std::string_view json) {
  const Error none{Code::syntax, {"record", 0, 0}, "this is no record", ""};
  try {
    const Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_object()) return none;
    return record_of(parsed);
  } catch (const NoRecord&) {
    return none;
  } catch (const Json::exception&) {
    return none;
  }
}

}  // namespace entente::report
