/// Tasks on the threads of a run, taken in their order.
///
/// Floor 0. What is taken, and in which order, does not depend on the threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

#include "base/run.h"

namespace entente {

[[nodiscard]] inline std::size_t threads_of(const Run& run) {
  if (run.threads > 0) return static_cast<std::size_t>(run.threads);
  return std::max(1u, std::thread::hardware_concurrency());
}

/// Runs `work(i)` for i in [0, count), in any order. Throws `Cancelled`, also where a task does.
template <class Work>
void on_threads(std::size_t count, const Run& run, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> stop = false;
  const auto loop = [&] {
    for (std::size_t i = next++; i < count && !stop; i = next++) {
      if (stopped(run)) stop = true;
      if (stop) return;
      try {
        work(i);
      } catch (const Cancelled&) {  // It must not leave its thread.
        stop = true;
      }
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min(threads_of(run), count); ++i) threads.emplace_back(loop);
  loop();
  for (std::thread& thread : threads) thread.join();
  if (stop || stopped(run)) throw Cancelled();  // A task may have broken off.
}

/// Works on tasks, a batch at a time so that few results wait, and takes each batch in order.
/// Returns how many were taken: all, unless the run was stopped; then those before the first that
/// was not finished.
template <class Task, class Work, class Take>
std::size_t in_order(std::vector<Task>& tasks, const Run& run, const Work& work, const Take& take) {
  const std::size_t batch = 4 * threads_of(run);
  for (std::size_t first = 0; first < tasks.size(); first += batch) {
    const std::size_t last = std::min(first + batch, tasks.size());
    std::vector<char> done(last - first, 0);
    bool all = true;
    try {
      on_threads(last - first, run, [&](std::size_t i) {
        work(tasks[first + i]);
        done[i] = stopped(run) ? 0 : 1;  // It may have broken off.
      });
    } catch (const Cancelled&) {
      all = false;
    }
    for (std::size_t i = first; i < last; ++i) {
      if (!all && done[i - first] == 0) return i;
      take(tasks[i]);
      tasks[i] = {};
    }
    if (!all) return last;
    if (run.progress) run.progress(static_cast<double>(last) / static_cast<double>(tasks.size()));
  }
  return tasks.size();
}

}  // namespace entente
