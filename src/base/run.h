/// Every numeric choice of a run, in one value.
///
/// Floor 0. Nothing in the engine reads a global: what a result depends on travels here or in the
/// scenario. Threads, ranks, progress, checkpoint and time limit change how long a run takes, never
/// its answer.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <string>
#include <vector>

namespace entente {

/// Processes that share a run: each works on some of the tasks, and all know every result.
struct Ranks {
  int rank = 0, size = 1;
  /// What every rank hands in, by rank. All call it equally often, in the same order.
  std::function<std::vector<std::string>(const std::string& mine)> gather;
};

/// A figure on the way to its precision.
struct Estimate {
  std::string figure;                   ///< The column it stands in.
  std::string of;                       ///< The row: what its first text says.
  double value = 0, low = 0, high = 0;  ///< With its 90 % interval.
  std::int64_t draws = 0;
};

struct Run {
  std::uint64_t seed = 1;  ///< Names the random streams.
  std::int64_t draws = 0;  ///< Draws of an ensemble; 0 lets the analysis choose.
  /// Draws are doubled until the 90 % interval of the leading figure reaches no further than this
  /// to either side, in its unit; 0: draws are as they are.
  double precision = 0;
  int threads = 0;                                  ///< Worker threads; 0 means one per core.
  double time_limit_s = 0;                          ///< Seconds; 0 means none.
  std::function<bool()> cancelled = {};             ///< True when the user wants to stop.
  std::function<void(double share)> progress = {};  ///< Share done in [0, 1].
  /// What is known so far, where draws are doubled.
  std::function<void(const Estimate&)> estimate = {};
  /// A file that keeps what is done and from which the run goes on; empty: none. Only analyses
  /// whose card says `checkpoints` use it.
  std::string checkpoint = {};
  const Ranks* ranks = nullptr;  ///< Processes that share the run; none: this one alone.
};

/// Whether the user wants to stop, or the time is up.
[[nodiscard]] inline bool stopped(const Run& run) { return run.cancelled && run.cancelled(); }

/// Thrown where `Run::cancelled` says so: the user stopped the run, or its time is up.
struct Cancelled : std::exception {
  [[nodiscard]] const char* what() const noexcept override { return "cancelled or out of time"; }
};

}  // namespace entente
