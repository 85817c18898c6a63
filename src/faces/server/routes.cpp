#include "faces/server/routes.h"

#include <algorithm>

namespace entente::server {
namespace {

constexpr Route kRoutes[] = {
    {.method = "GET",
     .path = "/openapi.json",
     .action = Action::openapi,
     .summary = "This description.",
     .answer = "Description",
     .needs = Needs::nothing},
    {.method = "GET",
     .path = "/cards",
     .action = Action::cards,
     .summary = "What can be asked: every verb with its card.",
     .answer = "Cards"},
    {.method = "GET",
     .path = "/cards/{name}",
     .action = Action::card,
     .summary = "One verb with its fields and tables.",
     .answer = "Card"},
    {.method = "GET",
     .path = "/runs",
     .action = Action::runs,
     .summary = "The latest runs, newest first, without their records.",
     .answer = "Runs"},
    {.method = "POST",
     .path = "/runs",
     .action = Action::add_run,
     .summary = "Asks a question. The answer comes at once with the id of the run; the same "
                "question is the same run.",
     .status = 202,
     .body = "RunRequest",
     .answer = "Run",
     .needs = Needs::analyst},
    {.method = "GET",
     .path = "/runs/{id}",
     .action = Action::run,
     .summary =
         "A run: its status and, once it is done, its record; the faults of one that failed.",
     .answer = "Run"},
    {.method = "GET",
     .path = "/runs/{id}/events",
     .action = Action::run_events,
     .summary = "Server-Sent Events of a run: queued, paused, progress with the stage and the "
                "share of it done, the estimate so far of one with a precision, done. The stream "
                "ends with `done`; `Last-Event-ID` or `after` takes it up again.",
     .type = "text/event-stream",
     .query = "after"},
    {.method = "GET",
     .path = "/runs/{id}/report.html",
     .action = Action::run_report,
     .summary = "The record of a run as one page with charts, to keep: it needs nothing beside it.",
     .type = "text/html; charset=utf-8"},
    {.method = "DELETE",
     .path = "/runs/{id}",
     .action = Action::cancel_run,
     .summary = "Cancels a run; one that has ended stays.",
     .status = 202,
     .answer = "Run",
     .needs = Needs::analyst},
    {.method = "POST",
     .path = "/runs/{id}/pause",
     .action = Action::pause_run,
     .summary = "Lets a run rest; what is done of it is kept.",
     .status = 202,
     .answer = "Run",
     .needs = Needs::analyst},
    {.method = "POST",
     .path = "/runs/{id}/resume",
     .action = Action::resume_run,
     .summary = "Goes on with a run that rests.",
     .status = 202,
     .answer = "Run",
     .needs = Needs::analyst},
    {.method = "GET",
     .path = "/library",
     .action = Action::kinds,
     .summary = "The kinds of things that the library holds.",
     .answer = "Kinds"},
    {.method = "GET",
     .path = "/library/{kind}",
     .action = Action::kind,
     .summary = "The things of a kind.",
     .answer = "Things"},
    {.method = "GET",
     .path = "/library/{kind}/{name}",
     .action = Action::thing,
     .summary = "What the library knows of a name: the record of `describe`.",
     .answer = "Record"},
    {.method = "GET",
     .path = "/scenarios",
     .action = Action::scenarios,
     .summary = "Scenarios of the library and those kept here.",
     .answer = "Scenarios"},
    {.method = "POST",
     .path = "/scenarios",
     .action = Action::add_scenario,
     .summary = "Keeps a new scenario. It is sent as TOML, as JSON with the same names, or as a "
                "text in JSON.",
     .status = 201,
     .body = "ScenarioText",
     .answer = "Scenario",
     .needs = Needs::analyst},
    {.method = "POST",
     .path = "/scenarios/validate",
     .action = Action::validate_scenario,
     .summary = "Checks a scenario and keeps nothing: every fault with its line and column.",
     .body = "ScenarioText",
     .answer = "Validation"},
    {.method = "GET",
     .path = "/scenarios/{name}",
     .action = Action::scenario,
     .summary = "A scenario with its text; `version` asks for an earlier one.",
     .answer = "Scenario",
     .query = "version"},
    {.method = "GET",
     .path = "/scenarios/{name}/versions",
     .action = Action::scenario_versions,
     .summary = "Who wrote which version of a scenario, and when.",
     .answer = "Versions"},
    {.method = "PUT",
     .path = "/scenarios/{name}",
     .action = Action::replace_scenario,
     .summary =
         "Adds a version; earlier ones stay. `If-Match` names the one that was read, so that "
         "two who edit at once get a conflict; without it the version follows any.",
     .body = "ScenarioText",
     .answer = "Scenario",
     .needs = Needs::analyst},
    {.method = "DELETE",
     .path = "/scenarios/{name}",
     .action = Action::remove_scenario,
     .summary = "Removes a scenario; its versions stay. `If-Match` names the one that was read.",
     .status = 204,
     .needs = Needs::analyst},
    {.method = "GET",
     .path = "/rooms",
     .action = Action::rooms,
     .summary = "The crisis rooms, newest first.",
     .answer = "Rooms"},
    {.method = "POST",
     .path = "/rooms",
     .action = Action::add_room,
     .summary = "Opens a crisis room: a case of the library or of one's own, or a saved game. The "
                "answer holds the facilitator's token, shown once.",
     .status = 201,
     .body = "RoomRequest",
     .answer = "Granted",
     .needs = Needs::analyst},
    {.method = "GET",
     .path = "/rooms/{id}",
     .action = Action::room,
     .summary = "A room as the bearer of the token in `Entente-Seat` may see it; without one, as "
                "the public sees it.",
     .answer = "Room"},
    {.method = "POST",
     .path = "/rooms/{id}/seats",
     .action = Action::sit,
     .summary = "Takes a seat. The answer holds its token, shown once.",
     .status = 201,
     .body = "SeatRequest",
     .answer = "Granted"},
    {.method = "POST",
     .path = "/rooms/{id}/acts",
     .action = Action::act_in_room,
     .summary = "Does something in a room: a seat moves or leaves; the facilitator begins, pauses, "
                "resumes, closes, injects, frees a seat. The answer is the room.",
     .body = "Act",
     .answer = "Room"},
    {.method = "GET",
     .path = "/rooms/{id}/events",
     .action = Action::room_events,
     .summary = "Server-Sent Events of a room: `step` whenever something was done. The stream ends "
                "with the room; `Last-Event-ID` or `after` takes it up again.",
     .type = "text/event-stream",
     .query = "after"},
    {.method = "GET",
     .path = "/rooms/{id}/save",
     .action = Action::room_save,
     .summary = "The whole game, to keep and to open again: for the facilitator, and for all once "
                "it is over.",
     .answer = "SavedRoom"},
    {.method = "GET",
     .path = "/rooms/{id}/debrief",
     .action = Action::room_debrief,
     .summary = "A room that is over, against what the model's players would have done.",
     .answer = "Record"},
    {.method = "GET",
     .path = "/rooms/{id}/debrief.html",
     .action = Action::room_report,
     .summary = "The debrief as one page, to keep.",
     .type = "text/html; charset=utf-8"},
    {.method = "DELETE",
     .path = "/rooms/{id}",
     .action = Action::remove_room,
     .summary = "Takes a room away: its facilitator, or an admin.",
     .status = 204},
    {.method = "GET",
     .path = "/session",
     .action = Action::session,
     .summary = "Who asks, and whether that has to be said.",
     .answer = "Session",
     .needs = Needs::nothing},
    {.method = "POST",
     .path = "/session",
     .action = Action::sign_in,
     .summary = "Signs in with name and password; a cookie says so from then on.",
     .body = "SignIn",
     .answer = "Session",
     .needs = Needs::nothing},
    {.method = "DELETE",
     .path = "/session",
     .action = Action::sign_out,
     .summary = "Signs out.",
     .status = 204,
     .needs = Needs::nothing},
    {.method = "GET",
     .path = "/tokens",
     .action = Action::tokens,
     .summary = "The tokens of who asks, sessions among them; what they are is shown once only.",
     .answer = "Tokens"},
    {.method = "POST",
     .path = "/tokens",
     .action = Action::add_token,
     .summary = "Makes a token for programs: `Authorization: Bearer TOKEN`.",
     .status = 201,
     .body = "TokenRequest",
     .answer = "NewToken"},
    {.method = "DELETE",
     .path = "/tokens/{id}",
     .action = Action::remove_token,
     .summary = "Takes a token back.",
     .status = 204},
    {.method = "GET",
     .path = "/users",
     .action = Action::users,
     .summary = "Everybody who may sign in.",
     .answer = "Users",
     .needs = Needs::admin},
    {.method = "POST",
     .path = "/users",
     .action = Action::add_user,
     .summary = "Adds a user.",
     .status = 201,
     .body = "UserRequest",
     .answer = "User",
     .needs = Needs::admin},
    {.method = "PUT",
     .path = "/users/{name}",
     .action = Action::set_user,
     .summary = "Changes the role, quota or password of a user, or disables it; its tokens end.",
     .body = "UserRequest",
     .answer = "User",
     .needs = Needs::admin},
    {.method = "GET",
     .path = "/changes",
     .action = Action::changes,
     .summary = "The latest changes, newest first: who did what to what.",
     .answer = "Changes",
     .needs = Needs::admin},
    {.method = "GET",
     .path = "/health",
     .action = Action::health,
     .summary = "Whether the server works, and its store.",
     .answer = "Health",
     .needs = Needs::nothing},
    {.method = "GET",
     .path = "/metrics",
     .action = Action::metrics,
     .summary = "Counters for Prometheus.",
     .type = "text/plain; version=0.0.4"},
};

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

Match match(std::string_view method, std::span<const std::string> path) {
  if (method == "HEAD") method = "GET";
  Match best;
  for (const Route& route : kRoutes) {
    const auto parts = segments(route.path);
    if (parts.size() != path.size()) continue;
    std::vector<std::string> words;
    bool fits = true;
    for (std::size_t i = 0; i < parts.size() && fits; ++i) {
      if (parts[i].starts_with('{')) {
        words.push_back(path[i]);
      } else {
        fits = parts[i] == path[i];
      }
    }
    if (!fits) continue;
    if (route.method != method) {
      best.allowed += (best.allowed.empty() ? "" : ", ") + std::string(route.method);
      if (route.method == "GET") best.allowed += ", HEAD";
      continue;
    }
    if (best.route == nullptr || words.size() < best.words.size()) {
      best.route = &route;
      best.words = std::move(words);
    }
  }
  return best;
}

}  // namespace entente::server
