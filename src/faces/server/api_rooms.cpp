/// Crisis rooms over HTTP.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/name.h"
#include "base/version.h"
#include "faces/server/api.h"
#include "faces/server/reply.h"
#include "play/debrief.h"
#include "report/html.h"
#include "report/json.h"
#include "text/node.h"
#include "text/reader.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kBody = "body";
constexpr std::size_t kMostListed = 100;

const card::Card kDebrief{.name = "debrief",
                          .question =
                              "What was done in the crisis room, against what the model's "
                              "players would have done?",
                          .source = "As `crisis`",
                          .tables = play::debrief_tables(),
                          .views = play::debrief_views()};

int status_of(const Faults& faults) {
  for (const Error& fault : faults) {
    if (fault.code == Code::syntax || fault.code == Code::empty_file ||
        fault.code == Code::not_text)
      return 400;
    if (fault.code == Code::unreadable) return 503;
  }
  return 422;
}

/// What the rules of the room refuse is a conflict with how it stands; a name that is none is not.
int status_in_room(const Faults& faults) {
  const int status = status_of(faults);
  const bool conflict = std::ranges::any_of(faults, [](const Error& one) {
    return one.code == Code::bad_value || one.code == Code::duplicate;
  });
  return status == 422 && conflict ? 409 : status;
}

Reply no_such_room(const std::string& id) {
  return problem(404, Code::unknown_name, "there is no room `" + id + "`",
                 "GET /api/v1/rooms names the latest ones");
}

/// An answer of the rooms, where it is no success.
Reply refusal(const Rooms::Answer& answer, const std::string& id) {
  if (answer.outcome == Rooms::Outcome::absent) return no_such_room(id);
  if (answer.outcome == Rooms::Outcome::forbidden)
    return problem(403, Code::bad_value, "the token does not give the right to this",
                   "send the token of the seat, or the facilitator's, as `Entente-Seat`");
  return problem(status_in_room(answer.faults), answer.faults);
}

std::string secret_of(const Call& call) {
  return std::string(trimmed(call.header("entente-seat")));
}

/// What hangs on who asks is kept by nobody.
Reply private_reply(std::string body, int status = 200) {
  Reply reply = json_reply(std::move(body) + "\n", status);
  reply.headers.emplace_back("Cache-Control", "no-store");
  return reply;
}

/// The text of a case of the library.
Result<std::string> case_text(const std::string& name, const scenario::Library& library) {
  std::vector<std::string> known;
  for (const auto& [other, bytes] : library.crises) {
    if (other == name) return bytes;
    known.push_back(other);
  }
  const std::string meant = did_you_mean(name, known);
  return Error{Code::unknown_name,
               {std::string(kBody), 0, 0},
               "there is no crisis called `" + name + "`",
               meant.empty() ? "GET /api/v1/library/crises names them" : meant};
}

/// The game that a body opens: a case by name or as a text, or a saved game.
Result<play::Log> log_in(const std::string& body, const scenario::Library& library) {
  if (const auto document = text::parse_json(body, kBody); !document) return document.error();
  Json json = Json::parse(body, nullptr, false);
  if (const auto saved = json.find("save"); saved != json.end())
    return play::load(saved->dump(-1, ' ', false, Json::error_handler_t::replace), "save");
  json.erase("at");
  if (const auto name = json.find("case"); name != json.end() && name->is_string()) {
    const auto text = case_text(name->get<std::string>(), library);
    if (!text) return text.error();
    json["name"] = *name;
    json["text"] = *text;
    json.erase("case");
  } else if (name == json.end() && !json.contains("text")) {
    return Error{Code::missing_key,
                 {std::string(kBody), 1, 1},
                 "`case` is missing",
                 "the name of a crisis, its `text`, or a game to `save`d before"};
  }
  const auto opening =
      play::read_opening(json.dump(-1, ' ', false, Json::error_handler_t::replace), kBody);
  if (!opening) return opening.error();
  return play::Log{*opening, {}};
}

}  // namespace

Reply Api::in_rooms(const Asked& asked) {
  const auto& [route, words, target, call, who] = asked;
  const std::string id = words.empty() ? std::string() : words[0];
  switch (route.action) {
    case Action::rooms:
      return rooms();
    case Action::add_room:
      return add_room(call, who);
    case Action::sit:
      return sit(id, call);
    case Action::act_in_room:
      return act_in_room(id, call);
    case Action::room_events:
      return room_events(id, target, call);
    case Action::room_debrief:
    case Action::room_report:
      return debrief(id, route.action == Action::room_report);
    case Action::room_save: {
      const auto answer = at_.rooms.save(id, secret_of(call));
      if (answer.outcome != Rooms::Outcome::done) return refusal(answer, id);
      Reply reply = private_reply(answer.text);
      reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"room.json\"");
      return reply;
    }
    case Action::remove_room: {
      const auto answer = at_.rooms.remove(id, secret_of(call), who.name,
                                           at_.login && who.role == store::Role::admin);
      if (answer.outcome != Rooms::Outcome::done) return refusal(answer, id);
      Reply reply;
      reply.status = 204;
      return reply;
    }
    default: {
      const auto answer = at_.rooms.view(id, secret_of(call));
      if (answer.outcome != Rooms::Outcome::done) return refusal(answer, id);
      return private_reply(answer.text);
    }
  }
}

Reply Api::rooms() const {
  const auto listed = at_.rooms.list(kMostListed);
  if (!listed) return problem(503, listed.error());
  std::string text = "{\"rooms\":[";
  bool first = true;
  for (const store::RoomHead& one : *listed) {
    text += (first ? "\n{\"id\":" : ",\n{\"id\":") + json_text(one.id) +
            ",\"owner\":" + json_text(one.owner) + "," + one.summary.substr(1);
    first = false;
  }
  return private_reply(text + "]}");
}

Reply Api::add_room(const Call& call, const Who& who) {
  auto log = log_in(call.body, at_.library);
  if (!log) return problem(status_of(log.error()), log.error());
  const auto opened = at_.rooms.open(std::move(log).value(), who.name);
  if (!opened) return problem(status_of(opened.error()), opened.error());
  Reply reply = private_reply(
      "{\"id\":" + json_text(opened->id) + ",\"token\":" + json_text(opened->secret) + "}", 201);
  reply.headers.emplace_back("Location", "/api/v1/rooms/" + opened->id);
  return reply;
}

Reply Api::sit(const std::string& id, const Call& call) {
  const auto document = text::parse_json(call.body, kBody);
  if (!document) return problem(400, document.error());
  Faults faults;
  text::TableReader reader(document->root, kBody, "the seat", faults);
  const std::string seat = reader.required_text("seat");
  const std::string name = reader.text("name").value_or("");
  if (name.size() > play::kLongestText)
    reader.fault(Code::too_large, "name",
                 "the name is longer than " + std::to_string(play::kLongestText) + " bytes");
  reader.done();
  if (!faults.empty()) return problem(status_of(faults), faults);
  const auto answer = at_.rooms.sit(id, seat, name);
  if (answer.outcome != Rooms::Outcome::done) return refusal(answer, id);
  return private_reply(
      "{\"seat\":" + json_text(seat) + ",\"token\":" + json_text(answer.text) + "}", 201);
}

Reply Api::act_in_room(const std::string& id, const Call& call) {
  auto act = play::read_act(call.body, kBody);
  if (!act) return problem(status_of(act.error()), act.error());
  if (act->kind == play::ActKind::sit || act->kind == play::ActKind::expire)
    return problem(422, Code::bad_value,
                   "`" + std::string(play::word(act->kind)) + "` is not done so",
                   act->kind == play::ActKind::sit ? "POST /api/v1/rooms/{id}/seats takes a seat"
                                                   : "the clock does that");
  act.value().key.clear();
  const auto answer = at_.rooms.act(id, secret_of(call), std::move(act).value());
  if (answer.outcome != Rooms::Outcome::done) return refusal(answer, id);
  return private_reply(answer.text);
}

Reply Api::room_events(const std::string& id, const Target& target, const Call& call) const {
  const auto found = at_.store.room(id);
  if (!found) return problem(503, found.error());
  if (!*found) return no_such_room(id);
  return stream_reply(std::string(kRoomStream) + id, target, call);
}

Reply Api::debrief(const std::string& id, bool page) {
  const auto answer = at_.rooms.when_over(id, [&](const play::Room& room) {
    card::Record record = play::debrief(room);
    record.analysis = kDebrief.name;
    record.question = kDebrief.question;
    record.provenance.version = kVersion;
    record.provenance.library = at_.library.hash;
    return page ? report::to_html(record, &kDebrief) : report::to_json(record);
  });
  if (answer.outcome != Rooms::Outcome::done) return refusal(answer, id);
  if (!page) return private_reply(answer.text);
  Reply reply;
  reply.type = "text/html; charset=utf-8";
  reply.body = std::make_shared<const std::string>(answer.text);
  reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"debrief.html\"");
  return reply;
}

}  // namespace entente::server
