/// The routes: one list, from which requests are matched and the description of the interface is
/// made.
///
/// Floor 9; uses base.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "faces/server/target.h"

namespace entente::server {

/// What a route does; the API has one function for each.
enum class Action {
  act_in_room,
  add_room,
  add_run,
  add_scenario,
  add_token,
  add_user,
  cancel_run,
  card,
  cards,
  changes,
  health,
  kind,
  kinds,
  metrics,
  openapi,
  pause_run,
  remove_room,
  remove_scenario,
  remove_token,
  replace_scenario,
  resume_run,
  room,
  room_debrief,
  room_events,
  room_report,
  room_save,
  rooms,
  run,
  run_events,
  run_report,
  runs,
  scenario,
  scenario_versions,
  scenarios,
  session,
  set_user,
  sign_in,
  sign_out,
  sit,
  thing,
  tokens,
  users,
  validate_scenario
};

/// What somebody must be to use a route, where a login is needed.
enum class Needs { nothing, viewer, analyst, admin };

struct Route {
  std::string_view method;
  std::string_view path;  ///< Under `/api/v1`; `{word}` stands for one segment.
  Action action;
  std::string_view summary;      ///< One sentence.
  int status = 200;              ///< Of success.
  std::string_view body = {};    ///< Schema of what is sent; empty for nothing.
  std::string_view answer = {};  ///< Schema of what comes back; empty for none that is JSON.
  std::string_view type = "application/json";  ///< Of the answer.
  std::string_view query = {};                 ///< Names of parameters, with spaces between.
  Needs needs = Needs::viewer;
};

[[nodiscard]] std::span<const Route> routes();

/// How a request fits the list.
struct Match {
  const Route* route = nullptr;    ///< Null where none fits.
  std::vector<std::string> words;  ///< What stands for each `{word}`.
  std::string allowed;             ///< Methods of the path, where none fits the method.
};

/// `path` without `api` and `v1`. `HEAD` is taken for `GET`. Of two that fit, the one with fewer
/// words wins.
[[nodiscard]] Match match(std::string_view method, std::span<const std::string> path);

}  // namespace entente::server
