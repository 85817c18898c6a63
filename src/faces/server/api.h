/// The interface: a request in, its answer out.
///
/// Floor 9; uses base, card, scenario, catalogue and report. Safe to call from many threads.
/// Nothing here waits: a run is taken in and its id given back.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <span>
#include <string>

#include "faces/server/guard.h"
#include "faces/server/http.h"
#include "faces/server/pages.h"
#include "faces/server/routes.h"
#include "faces/server/runs.h"
#include "faces/server/scenarios.h"

namespace entente::server {

class Api {
 public:
  /// What it needs must outlive it.
  struct Setting {
    std::span<const scenario::Analysis* const> verbs;
    const scenario::Library& library;
    Runs& runs;
    Scenarios& scenarios;
    Pages pages;
    Names names;
    std::shared_ptr<const Traffic> traffic;
  };

  explicit Api(Setting setting);

  /// Under which names the server is reached, where that is known only later. Before any request.
  void set_names(Names names) { at_.names = std::move(names); }

  /// The answer to a request, with everything that goes out beside it. Any request is safe.
  [[nodiscard]] Reply answer(const Call& call);

 private:
  Reply routed(const Call& call);
  Reply act(const Route& route, const std::vector<std::string>& words, const Target& target,
            const Call& call);
  Reply page(const Target& target, const Call& call);
  Reply prepared(const std::string& path, const Call& call, const std::function<Reply()>& make);

  // Of api_runs.cpp.
  Reply add_run(const Call& call);
  [[nodiscard]] Reply run(const std::string& id) const;
  [[nodiscard]] Reply runs() const;
  [[nodiscard]] Reply run_report(const std::string& id) const;
  [[nodiscard]] Reply run_events(const std::string& id, const Target& target,
                                 const Call& call) const;
  Reply cancel_run(const std::string& id);

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
  Reply add_scenario(const Call& call);
  Reply validate_scenario(const Call& call);
  Reply replace_scenario(const std::string& name, const Call& call);
  Reply remove_scenario(const std::string& name, const Call& call);
  Result<CheckedScenario> checked(const Call& call) const;
  [[nodiscard]] Lookup lookup() const;

  Setting at_;
  std::mutex mutex_;
  Pages prepared_;                                      ///< Answers that never change, by path.
  std::array<std::atomic<std::int64_t>, 6> answers_{};  ///< By the first digit of the status.
};

}  // namespace entente::server
