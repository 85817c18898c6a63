#include "faces/server/routes.h"

#include <algorithm>

namespace entente::server {
namespace {

constexpr Route kRoutes[] = {
    {"GET", "/openapi.json", Action::openapi, "This description.", 200, {}, "Description"},
    {"GET",
     "/cards",
     Action::cards,
     "What can be asked: every verb with its card.",
     200,
     {},
     "Cards"},
    {"GET", "/cards/{name}", Action::card, "One verb with its fields and tables.", 200, {}, "Card"},
    {"GET",
     "/runs",
     Action::runs,
     "The latest runs, newest first, without their records.",
     200,
     {},
     "Runs"},
    {"POST", "/runs", Action::add_run,
     "Asks a question. The answer comes at once with the id of the run.", 202, "RunRequest", "Run"},
    {"GET",
     "/runs/{id}",
     Action::run,
     "A run: its status and, once it is done, its record; the faults of one that failed.",
     200,
     {},
     "Run"},
    {"GET",
     "/runs/{id}/events",
     Action::run_events,
     "Server-Sent Events of a run: queued, progress with the stage and the share of it done, the "
     "estimate so "
     "far of one with a precision, done. "
     "The stream ends with "
     "`done`; `Last-Event-ID` or `after` takes it up again.",
     200,
     {},
     {},
     "text/event-stream",
     "after"},
    {"GET",
     "/runs/{id}/report.html",
     Action::run_report,
     "The record of a run as one page with charts, to keep: it needs nothing beside it.",
     200,
     {},
     {},
     "text/html; charset=utf-8"},
    {"DELETE",
     "/runs/{id}",
     Action::cancel_run,
     "Cancels a run; one that has ended stays.",
     202,
     {},
     "Run"},
    {"GET",
     "/library",
     Action::kinds,
     "The kinds of things that the library holds.",
     200,
     {},
     "Kinds"},
    {"GET", "/library/{kind}", Action::kind, "The things of a kind.", 200, {}, "Things"},
    {"GET",
     "/library/{kind}/{name}",
     Action::thing,
     "What the library knows of a name: the record of `describe`.",
     200,
     {},
     "Record"},
    {"GET",
     "/scenarios",
     Action::scenarios,
     "Scenarios of the library and those kept here.",
     200,
     {},
     "Scenarios"},
    {"POST", "/scenarios", Action::add_scenario,
     "Keeps a new scenario. It is sent as TOML, as JSON with the same names, or as a text in JSON.",
     201, "ScenarioText", "Scenario"},
    {"POST", "/scenarios/validate", Action::validate_scenario,
     "Checks a scenario and keeps nothing: every fault with its line and column.", 200,
     "ScenarioText", "Validation"},
    {"GET",
     "/scenarios/{name}",
     Action::scenario,
     "A scenario with its text; `version` asks for an earlier one.",
     200,
     {},
     "Scenario",
     "application/json",
     "version"},
    {"PUT", "/scenarios/{name}", Action::replace_scenario,
     "Adds a version. `If-Match` names the one that was read, so that nobody's work is lost; "
     "without "
     "it the scenario must be new.",
     200, "ScenarioText", "Scenario"},
    {"DELETE", "/scenarios/{name}", Action::remove_scenario,
     "Removes a scenario; its versions stay. `If-Match` names the one that was read.", 204},
    {"GET", "/health", Action::health, "Whether the server works.", 200, {}, "Health"},
    {"GET",
     "/metrics",
     Action::metrics,
     "Counters for Prometheus.",
     200,
     {},
     {},
     "text/plain; version=0.0.4"},
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
