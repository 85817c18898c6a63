/// Runs: questions that were asked, their progress, and their records.
///
/// Floor 9; uses base, card, scenario, catalogue, report and store. What was asked and what came
/// out stands in the store; here is what is going on at this moment: workers that take runs from
/// the store, and events for those who follow one. Safe to use from many threads; no thread waits
/// for a client.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.h"
#include "card/record.h"
#include "faces/server/ask.h"
#include "faces/server/http.h"
#include "store/store.h"

namespace entente::server {

/// A run as it stands.
struct RunView {
  std::string id;
  std::string question;  ///< What was asked: members of a JSON object, without its braces.
  std::string name;      ///< Of the analysis.
  store::State state = store::State::queued;
  double share = 0;     ///< Done of the stage at hand, in [0, 1].
  std::string record;   ///< JSON, of one that is done or was stopped in the middle; "" in lists.
  std::string problem;  ///< Body of a problem, of one that failed; empty in lists.
};

/// What the records of this process depend on, and the name under which it works.
struct Program {
  std::string version, library, worker;
};

struct RunLimits {
  int workers = 1;              ///< 0: others carry the runs out.
  int threads = 0;              ///< Of one run; 0 means one per core.
  int lease_ms = 15'000;        ///< How long a run is this process's without a word to the store.
  int tick_ms = 1'000;          ///< How often the store is asked for work, told of progress.
  std::size_t followed = 1000;  ///< Runs that ended whose events are kept; the oldest go first.
};

class Runs {
 public:
  using Read = std::function<Result<Ask>(const std::string& body)>;
  using Work = std::function<Result<card::Record>(const Ask&, const Run&)>;

  /// `read` turns a kept question into one that can be run; `work` answers it and may throw
  /// `Cancelled`. The store must outlive this.
  Runs(store::Store& store, Program program, Read read, Work work, RunLimits limits);
  Runs(const Runs&) = delete;
  Runs& operator=(const Runs&) = delete;
  ~Runs();

  /// Takes a question in. One that was asked before is the same run, with its record where it has
  /// one. Errors: `too_large` over the quota, `unreadable` where the store does not answer.
  [[nodiscard]] Result<RunView> add(const Ask& ask, const std::string& user);

  [[nodiscard]] Result<std::optional<RunView>> find(std::string_view id) const;

  /// The newest first, at most `most`.
  [[nodiscard]] Result<std::vector<RunView>> list(std::size_t most) const;

  /// What may be wished of a run.
  enum class Order { cancel, pause, resume };

  /// Tells a run; one that has ended stays as it is. False where there is none.
  [[nodiscard]] Result<bool> order(std::string_view id, Order order, const std::string& user);

  /// Events of a run after the one with number `after`, as they go over the wire.
  [[nodiscard]] EventChunk events(const std::string& id, std::uint64_t after);

  /// Calls `wake` whenever the run has a new event; `unwatch` ends that.
  std::uint64_t watch(const std::string& id, std::function<void()> wake);
  void unwatch(const std::string& id, std::uint64_t token);

  [[nodiscard]] Result<store::Counts> counts() const { return store_.counts(); }

  /// Hands what runs here back to the store, with what is done of it, and waits until the workers
  /// are done. False where one of them did not end within `seconds`.
  bool stop(double seconds);

 private:
  struct Entry;
  using Held = std::shared_ptr<Entry>;

  // Of runs_work.cpp.
  void work_on();
  void carry_out(const store::Job& job, const Held& run);
  void settle(const std::string& id, const Held& run, const Result<card::Record>& record,
              bool broke_off, const std::string& checkpoint);
  void insist(const std::function<bool()>& attempt);
  void keep();
  void keep_mine(const Held& run);
  void follow(const Held& run);

  Held ensured(const std::string& id);

  // The mutex is held in these.
  [[nodiscard]] Held entry(const std::string& id) const;
  Held entered(const store::Job& job);
  void tell(const Held& run, std::string name, std::string data);
  void end(const Held& run, store::State state, const std::string& detail);
  void forget();

  store::Store& store_;
  Program program_;
  Read read_;
  Work work_;
  RunLimits limits_;
  mutable std::mutex mutex_;
  std::condition_variable wanted_, idle_, ticked_;
  std::map<std::string, Held> runs_;  ///< That run here, or that somebody follows.
  std::deque<Held> ended_;            ///< Oldest first.
  std::uint64_t next_token_ = 1;
  std::uint64_t asked_ = 0;  ///< Grows when there may be work.
  int busy_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
  std::thread keeper_;
};

}  // namespace entente::server
