#include "play/log.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

#include "base/name.h"
#include "text/reader.h"

namespace entente::play {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "entente-room 1";
constexpr std::int64_t kLongestRound = 86'400;
constexpr std::int64_t kLastMoment = 253'402'300'799'999;  // Of the year 9999.
constexpr double kSharpest = 1000;

constexpr std::string_view kWords[] = {"sit",    "leave", "free",   "begin",  "move",
                                       "inject", "pause", "resume", "expire", "close"};

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json json_of(const Opening& one) {
  return {{"title", one.title}, {"name", one.name},           {"text", one.text},
          {"seed", one.seed},   {"precision", one.precision}, {"clock", one.clock},
          {"at", one.at}};
}

/// What is empty is left out.
Json json_of(const Act& act, bool with_key) {
  Json json{{"act", word(act.kind)}, {"at", act.at}};
  const auto add = [&json](const char* key, const auto& value) {
    if (!value.empty()) json[key] = value;
  };
  add("seat", act.seat);
  add("name", act.name);
  if (with_key) add("key", act.key);
  if (act.round != 0) json["round"] = act.round;
  add("move", act.move);
  add("text", act.text);
  add("to", act.to);
  for (const auto& [name, value] : act.numbers) json["numbers"][name] = value;
  add("go", act.go);
  return json;
}

/// A text that is not too long; a fault where it is.
std::string short_text(text::TableReader& reader, std::string_view key) {
  std::string found = reader.text(key).value_or("");
  if (found.size() <= kLongestText) return found;
  reader.fault(Code::too_large, key,
               "`" + std::string(key) + "` has " + std::to_string(found.size()) + " bytes",
               "at most " + std::to_string(kLongestText));
  return {};
}

std::int64_t whole(text::TableReader& reader, std::string_view key, std::int64_t usual,
                   std::int64_t most) {
  const std::int64_t found = reader.integer(key).value_or(usual);
  if (found >= 0 && found <= most) return found;
  reader.fault(Code::bad_value, key,
               "`" + std::string(key) + "` is " + std::to_string(found) + ", outside [0, " +
                   std::to_string(most) + "]");
  return usual;
}

Opening opening_in(const text::Node& table, std::string_view file, Faults& faults) {
  text::TableReader reader(table, file, "the opening", faults);
  Opening made;
  made.title = short_text(reader, "title");
  made.name = reader.text("name").value_or("");
  made.text = reader.required_text("text");
  made.seed = static_cast<std::uint64_t>(whole(reader, "seed", 1, INT64_MAX));
  made.precision = reader.number("precision").value_or(made.precision);
  if (!(made.precision >= 0 && made.precision <= kSharpest))
    reader.fault(Code::bad_value, "precision", "`precision` lies outside [0, 1000]",
                 "0: any move alike; 5 is usual");
  made.clock = whole(reader, "clock", 0, kLongestRound);
  made.at = whole(reader, "at", 0, kLastMoment);
  reader.done();
  return made;
}

void numbers_in(text::TableReader& reader, std::string_view file, Act& act, Faults& faults) {
  const text::Node* table = reader.table("numbers");
  if (table == nullptr) return;
  for (const text::Entry& entry : table->entries) {
    const bool number =
        entry.value.kind == text::Kind::integer || entry.value.kind == text::Kind::real;
    if (number && std::isfinite(entry.value.real))
      act.numbers.emplace_back(entry.key, entry.value.real);
    else
      faults.push_back(
          {Code::wrong_type,
           {std::string(file), entry.line, entry.column},
           "`" + entry.key + "` is " + std::string(kind_word(entry.value.kind)) + ", not a number",
           ""});
  }
}

Act act_in(const text::Node& table, std::string_view file, Faults& faults) {
  text::TableReader reader(table, file, "the act", faults);
  Act act;
  if (const auto kind = reader.choice("act", kWords))
    act.kind = static_cast<ActKind>(*kind);
  else if (reader.raw("act") == nullptr)
    faults.push_back(
        {Code::missing_key, reader.where(), "`act` is missing",
         "one of " + join(std::vector<std::string>(std::begin(kWords), std::end(kWords)), ", ")});
  act.at = whole(reader, "at", 0, kLastMoment);
  act.seat = short_text(reader, "seat");
  act.name = short_text(reader, "name");
  act.key = short_text(reader, "key");
  act.round = whole(reader, "round", 0, INT64_MAX);
  act.move = short_text(reader, "move");
  act.text = short_text(reader, "text");
  act.to = reader.texts("to");
  numbers_in(reader, file, act, faults);
  act.go = short_text(reader, "go");
  reader.done();
  return act;
}

}  // namespace

std::string_view word(ActKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

std::string to_json(const Opening& opening) { return dump(json_of(opening)); }

std::string to_json(const Act& act, bool with_key) { return dump(json_of(act, with_key)); }

Result<Opening> read_opening(std::string_view json, std::string_view file) {
  const auto document = text::parse_json(json, file);
  if (!document) return document.error();
  Faults faults;
  Opening made = opening_in(document->root, file, faults);
  if (!faults.empty()) return faults;
  return made;
}

Result<Act> read_act(std::string_view json, std::string_view file) {
  const auto document = text::parse_json(json, file);
  if (!document) return document.error();
  Faults faults;
  Act act = act_in(document->root, file, faults);
  if (!faults.empty()) return faults;
  return act;
}

std::string save(const Log& log) {
  std::string text = "{\"format\":\"" + std::string(kFormat) +
                     "\",\n\"opening\":" + to_json(log.opening) + ",\n\"acts\":[";
  for (std::size_t i = 0; i < log.acts.size(); ++i)
    text += (i == 0 ? "\n" : ",\n") + to_json(log.acts[i], false);
  return text + "\n]}\n";
}

Result<Log> load(std::string_view json, std::string_view file) {
  const auto document = text::parse_json(json, file);
  if (!document) return document.error();
  Faults faults;
  Log log;
  text::TableReader reader(document->root, file, "a saved game", faults);
  if (const std::string format = reader.required_text("format");
      !format.empty() && format != kFormat)
    reader.fault(Code::bad_value, "format", "this is no game that this program saved",
                 "its format is \"" + std::string(kFormat) + "\"");
  if (const text::Node* opening = reader.table("opening"); opening != nullptr)
    log.opening = opening_in(*opening, file, faults);
  else if (reader.raw("opening") == nullptr)
    faults.push_back({Code::missing_key, reader.where(), "`opening` is missing", ""});
  const auto acts = reader.tables("acts");
  if (acts.size() > kMostActs)
    reader.fault(Code::too_large, "acts",
                 "the game has " + std::to_string(acts.size()) + " acts, more than " +
                     std::to_string(kMostActs));
  else
    for (const text::Node* one : acts) log.acts.push_back(act_in(*one, file, faults));
  reader.done();
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  for (Act& act : log.acts) act.key.clear();
  return log;
}

}  // namespace entente::play
