/// Every numeric choice of a run, in one value.
///
/// Floor 0. Nothing in the engine reads a global: what a result depends on travels here or in the
/// scenario. Threads, progress and time limit change how long a run takes, never its answer.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>

namespace entente {

struct Run {
  std::uint64_t seed = 1;           ///< Names the random streams.
  std::int64_t draws = 0;           ///< Draws of an ensemble; 0 lets the analysis choose.
  int threads = 0;                  ///< Worker threads; 0 means one per core.
  double time_limit_s = 0;          ///< Seconds; 0 means none.
  std::function<bool()> cancelled;  ///< True when the user wants to stop.
  std::function<void(double share)> progress;  ///< Share done in [0, 1].
};

/// Whether the user wants to stop, or the time is up.
[[nodiscard]] inline bool stopped(const Run& run) { return run.cancelled && run.cancelled(); }

/// Thrown where `Run::cancelled` says so: the user stopped the run, or its time is up.
struct Cancelled : std::exception {
  [[nodiscard]] const char* what() const noexcept override { return "cancelled or out of time"; }
};

}  // namespace entente
