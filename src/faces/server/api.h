/// The interface: a request in, its answer out.
///
/// Floor 9; uses base, card, scenario, catalogue, report and store. Safe to call from many threads.
/// Nothing here waits for a run: it is taken in and its id given back.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <span>
#include <string>

#include "faces/server/attempts.h"
#include "faces/server/guard.h"
#include "faces/server/http.h"
#include "faces/server/pages.h"
#include "faces/server/rooms.h"
#include "faces/server/routes.h"
#include "faces/server/runs.h"
#include "faces/server/scenarios.h"
#include "store/store.h"

namespace entente::server {

/// Who asks. Where no login is needed, everybody is an admin without a name.
struct Who {
  std::string name;
  store::Role role = store::Role::admin;
};

class Api {
 public:
  /// What it needs must outlive it.
  struct Setting {
    std::span<const scenario::Analysis* const> verbs;
    const scenario::Library& library;
    Runs& runs;
    Rooms& rooms;
    store::Store& store;
    Pages pages;
    Names names;
    bool login = false;   ///< Who asks has to say who it is.
    bool secure = false;  ///< Clients reach this by https.
    std::shared_ptr<const Traffic> traffic;
  };

  explicit Api(Setting setting);

  /// Under which names the server is reached, where that is known only later. Before any request.
  void set_names(Names names) { at_.names = std::move(names); }

  /// The answer to a request, with everything that goes out beside it. Any request is safe.
  [[nodiscard]] Reply answer(const Call& call);

 private:
  /// A request that was matched, with who asks.
  struct Asked {
    const Route& route;
    const std::vector<std::string>& words;
    const Target& target;
    const Call& call;
    const Who& who;
  };

  Reply routed(const Call& call);
  Reply act(const Asked& asked);
  Reply page(const Target& target, const Call& call);
  Reply prepared(const std::string& path, const Call& call, const std::function<Reply()>& make);

  // Of api_runs.cpp.
  Reply add_run(const Call& call, const Who& who);
  [[nodiscard]] Reply run(const std::string& id) const;
  [[nodiscard]] Reply runs() const;
  [[nodiscard]] Reply run_report(const std::string& id) const;
  [[nodiscard]] Reply run_events(const std::string& id, const Target& target,
                                 const Call& call) const;
  Reply order_run(const std::string& id, Runs::Order order, const Who& who);

  // Of api_library.cpp.
  Reply cards();
  Reply card(const std::string& name);
  Reply kinds();
  Reply kind(const std::string& plural);
  Reply thing(const std::string& plural, const std::string& name);
  Reply health();
  Reply metrics();

  // Of api_scenarios.cpp.
  Reply scenarios();
  Reply scenario(const std::string& name, const Target& target);
  Reply scenario_versions(const std::string& name);
  Reply add_scenario(const Call& call, const Who& who);
  Reply validate_scenario(const Call& call);
  Reply replace_scenario(const std::string& name, const Call& call, const Who& who);
  Reply remove_scenario(const std::string& name, const Call& call, const Who& who);
  Result<CheckedScenario> checked(const Call& call) const;
  [[nodiscard]] Lookup lookup() const;

  // Of api_rooms.cpp.
  Reply in_rooms(const Asked& asked);
  Reply rooms() const;
  Reply add_room(const Call& call, const Who& who);
  Reply sit(const std::string& id, const Call& call);
  Reply act_in_room(const std::string& id, const Call& call);
  [[nodiscard]] Reply room_events(const std::string& id, const Target& target,
                                  const Call& call) const;
  Reply debrief(const std::string& id, bool page);

  // Of api_people.cpp.
  [[nodiscard]] Result<std::optional<Who>> who_asks(const Call& call) const;
  [[nodiscard]] std::optional<Reply> forbidden(const Route& route, const std::optional<Who>& who);
  Reply session(const std::optional<Who>& who) const;
  Reply sign_in(const Call& call);
  Reply sign_out(const Call& call);
  Reply tokens(const Who& who);
  Reply add_token(const Call& call, const Who& who);
  Reply remove_token(const std::string& id, const Who& who);
  Reply users();
  Reply add_user(const Call& call, const Who& who);
  Reply set_user(const std::string& name, const Call& call, const Who& who);
  Reply changes();

  Setting at_;
  Attempts attempts_;
  std::mutex mutex_;
  Pages prepared_;                                      ///< Answers that never change, by path.
  std::array<std::atomic<std::int64_t>, 6> answers_{};  ///< By the first digit of the status.
};

}  // namespace entente::server
