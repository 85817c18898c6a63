/// What is known here of one run: its events and who follows them.
///
/// Part of faces/server; for `runs.cpp` and `runs_work.cpp`.
#pragma once

#include <atomic>
#include <string>
#include <utility>
#include <vector>

#include "faces/server/runs.h"

namespace entente::server {

/// Guarded by the mutex of the runs, but for what is atomic.
struct Runs::Entry {
  struct Event {
    std::uint64_t number;
    std::string name, data;
  };

  std::string id;
  store::State state = store::State::queued;
  std::vector<Event> events;
  std::vector<std::pair<std::uint64_t, std::function<void()>>> watchers;
  std::uint64_t next = 1;   ///< Number of the next event.
  bool mine = false;        ///< A worker of this process has it.
  bool remembered = false;  ///< Stands among those that ended.
  double told = 0, share = 0;
  int stage = 1;
  std::string checkpoint_file;            ///< Of one that runs here and keeps one.
  std::size_t checkpoint_size = 0;        ///< As it was given to the store.
  std::atomic<bool> stop{false};          ///< The work is to break off.
  store::Wish wish = store::Wish::go_on;  ///< Why.

  [[nodiscard]] bool ended() const {
    return state == store::State::done || state == store::State::failed ||
           state == store::State::cancelled;
  }
};

/// The first number of an event of the n-th attempt: numbers go on growing when a run is taken up
/// again elsewhere or after a restart, so a client that has seen some misses none of the later
/// ones.
[[nodiscard]] constexpr std::uint64_t first_event(int attempts) {
  return static_cast<std::uint64_t>(attempts) * 1'000'000 + 1;
}

/// What the last event of a run says beside its state: the finding of a record, the first fault of
/// a problem.
[[nodiscard]] std::string closing_words(store::State state, const std::string& record,
                                        const std::string& problem);

}  // namespace entente::server
