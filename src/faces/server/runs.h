/// Runs: questions that were asked, their progress, and their records.
///
/// Floor 9; uses base, card, scenario, catalogue and report. A pool of workers takes the oldest run
/// that waits. Safe to use from many threads; no thread waits for a client.
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

namespace entente::server {

enum class Status { queued, running, done, failed, cancelled };

[[nodiscard]] std::string_view status_word(Status status);

/// A run as it stands.
struct RunView {
  std::string id;
  std::string name, subject;
  card::Arguments arguments;
  std::uint64_t seed = 1;
  std::int64_t draws = 0;
  Status status = Status::queued;
  double share = 0;  ///< Done of the stage at hand, in [0, 1].
  std::shared_ptr<const std::string>
      record;  ///< JSON, of one that is done or was stopped in the middle.
  std::shared_ptr<const card::Record> whole;  ///< The same, for other forms than JSON.
  Faults faults;                              ///< Of one that failed.
};

/// How many runs there are and were.
struct RunCounts {
  std::int64_t queued = 0, running = 0, done = 0, failed = 0, cancelled = 0;
};

struct RunLimits {
  int workers = 1;
  int threads = 0;                ///< Of one run; 0 means one per core.
  std::size_t waiting = 1000;     ///< Runs that may wait; further ones are refused.
  std::size_t kept = 2000;        ///< Runs that are kept once they ended; the oldest go first.
  std::size_t bytes = 512 << 20;  ///< Of records that are kept, as JSON.
};

class Runs {
 public:
  using Work = std::function<Result<card::Record>(const Ask&, const Run&)>;

  /// `work` answers one question; it may throw `Cancelled`.
  Runs(Work work, RunLimits limits);
  Runs(const Runs&) = delete;
  Runs& operator=(const Runs&) = delete;
  ~Runs();

  /// Takes a question in and gives the id of its run; nothing where too many wait. A question whose
  /// record is still kept is done at once.
  [[nodiscard]] std::optional<std::string> add(Ask ask);

  [[nodiscard]] std::optional<RunView> find(std::string_view id) const;

  /// The newest first, at most `most`.
  [[nodiscard]] std::vector<RunView> list(std::size_t most) const;

  /// Asks a run to stop; one that has ended stays as it is. False where there is none.
  bool cancel(std::string_view id);

  /// Events of a run after the one with number `after`, as they go over the wire.
  [[nodiscard]] EventChunk events(std::string_view id, std::uint64_t after) const;

  /// Calls `wake` whenever the run has a new event; `unwatch` ends that.
  std::uint64_t watch(const std::string& id, std::function<void()> wake);
  void unwatch(const std::string& id, std::uint64_t token);

  [[nodiscard]] RunCounts counts() const;

  /// Cancels what waits and runs, and waits until the workers are done. False where one of them did
  /// not end within `seconds`.
  bool stop(double seconds);

 private:
  struct Entry;
  using Held = std::shared_ptr<Entry>;

  void work_on();
  void carry_out(const Held& run);
  void tell(const Held& run, std::string name, std::string data);
  void end(const Held& run, Status status, const std::string& finding);
  void forget();
  [[nodiscard]] Held entry(std::string_view id) const;

  Work work_;
  RunLimits limits_;
  mutable std::mutex mutex_;
  std::condition_variable wanted_, idle_;
  std::map<std::string, Held, std::less<>> runs_;
  std::deque<Held> waiting_;
  std::deque<Held> ended_;              ///< Oldest first.
  std::map<std::string, Held> by_key_;  ///< Runs that are done, by what was asked.
  std::size_t bytes_ = 0;
  RunCounts counts_;
  std::uint64_t next_ = 1, next_token_ = 1;
  int busy_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace entente::server
