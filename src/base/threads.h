/// Tasks on the threads of a run, taken in their order.
///
/// Floor 0. What is taken, and in which order, does not depend on the threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
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

/// Texts as one, each behind its length, and back. REQUIRES: `split_sized` is given what
/// `join_sized` made.
[[nodiscard]] inline std::string join_sized(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += std::to_string(part.size()) + ":" + part;
  return all;
}

[[nodiscard]] inline std::vector<std::string> split_sized(const std::string& all) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t colon = all.find(':', at);
    const auto size = static_cast<std::size_t>(std::stoull(all.substr(at, colon - at)));
    parts.push_back(all.substr(colon + 1, size));
    at = colon + 1 + size;
  }
  return parts;
}

/// Makes the tasks of [0, count) when they are due, `make(i)`, works on them a batch at a time so
/// that few tasks and results wait, and takes each batch in order. Returns how many were taken:
/// all, unless the run was stopped; then those before the first that was not finished.
template <class Make, class Work, class Take>
std::size_t in_order(std::size_t count, const Run& run, const Make& make, const Work& work,
                     const Take& take) {
  const std::size_t batch = 4 * threads_of(run);
  for (std::size_t first = 0; first < count; first += batch) {
    const std::size_t size = std::min(batch, count - first);
    std::vector<decltype(make(first))> tasks;
    for (std::size_t i = 0; i < size; ++i) tasks.push_back(make(first + i));
    std::vector<char> done(size, 0);
    bool all = true;
    try {
      on_threads(size, run, [&](std::size_t i) {
        work(tasks[i]);
        done[i] = stopped(run) ? 0 : 1;  // It may have broken off.
      });
    } catch (const Cancelled&) {
      all = false;
    }
    for (std::size_t i = 0; i < size; ++i) {
      if (!all && done[i] == 0) return first + i;
      take(tasks[i]);
      tasks[i] = {};
    }
    if (!all) return first + size;
    if (run.progress) run.progress(static_cast<double>(first + size) / static_cast<double>(count));
  }
  return count;
}

/// The same with tasks that are there, each given up when it is due.
template <class Task, class Work, class Take>
std::size_t in_order(std::vector<Task>& tasks, const Run& run, const Work& work, const Take& take) {
  return in_order(
      tasks.size(), run, [&](std::size_t i) { return std::move(tasks[i]); }, work, take);
}

/// The same on all ranks of a run: of each batch every rank works on its part, hands it on packed,
/// and takes all of it in order, so that each ends with the same. `pack(task)` gives text,
/// `unpack(task, text)` reads it back. A rank that is stopped stops all of them, at one place.
template <class Task, class Work, class Pack, class Unpack, class Take>
std::size_t in_order_on_ranks(std::vector<Task>& tasks, const Run& run, const Work& work,
                              const Pack& pack, const Unpack& unpack, const Take& take) {
  if (run.ranks == nullptr) return in_order(tasks, run, work, take);
  const auto size = static_cast<std::size_t>(run.ranks->size);
  const auto rank = static_cast<std::size_t>(run.ranks->rank);
  // Hosts may have different numbers of cores, and all must cut at the same places.
  std::size_t most = 1;
  for (const std::string& threads : run.ranks->gather(std::to_string(threads_of(run))))
    most = std::max<std::size_t>(most, std::stoul(threads));
  const std::size_t batch = 4 * most * size;
  for (std::size_t first = 0; first < tasks.size(); first += batch) {
    const std::size_t last = std::min(first + batch, tasks.size());
    std::vector<std::size_t> mine;
    for (std::size_t i = first + rank; i < last; i += size) mine.push_back(i);
    std::vector<char> done(mine.size(), 0);
    try {
      on_threads(mine.size(), run, [&](std::size_t k) {
        work(tasks[mine[k]]);
        done[k] = stopped(run) ? 0 : 1;
      });
    } catch (const Cancelled&) {  // Told to the others below.
    }
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < mine.size(); ++k)
      parts.push_back(done[k] != 0 ? "+" + pack(tasks[mine[k]]) : "-");
    const std::vector<std::string> all = run.ranks->gather(join_sized(parts));
    std::vector<std::vector<std::string>> by_rank;
    for (const std::string& one : all) by_rank.push_back(split_sized(one));
    for (std::size_t i = first; i < last; ++i) {
      const std::string& part = by_rank[(i - first) % size][(i - first) / size];
      if (part[0] != '+') return i;
      if ((i - first) % size != rank) unpack(tasks[i], part.substr(1));
      take(tasks[i]);
      tasks[i] = {};
    }
    if (run.progress) run.progress(static_cast<double>(last) / static_cast<double>(tasks.size()));
  }
  return tasks.size();
}

}  // namespace entente
