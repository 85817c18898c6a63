/// Rows of figures over draws: worlds of facts, and draws of honour in each.
///
/// Floor 4; uses floors 0-3. Sums run in the order of worlds and draws, so the same bytes for any
/// number of threads.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "base/threads.h"
#include "campaign/question.h"
#include "solve/sums.h"

namespace entente::campaign {

/// Every so many draws of a world all figures are worked out; in the others the head of the row.
inline constexpr std::size_t kDetailEvery = 4;
/// Of more draws than that many, they are those of every second, third, ... world (or draw, where
/// there is one world): figures in detail cost most and need no more.
inline constexpr std::size_t kMostInDetail = 5000;

/// What all draws gave.
struct Drawn {
  solve::Sums heads;    ///< Of every draw: the head of a row.
  solve::Sums details;  ///< Of the draws worked out in detail: whole rows.
  std::size_t draws = 0;
  bool complete = true;  ///< False: the run was stopped after so many draws.
};

/// What becomes of a run that is stopped before its end.
enum class Stopped { throws, kept };

/// `enter(WorldId)` gives what the draws of a world share; `row(world, draw, detailed)` gives the
/// row of a draw, `whole` figures where detailed, else its first `head`. Both are called from
/// several threads. Throws `Cancelled`, unless what there is by then is kept: whole worlds, at
/// least two where there are several.
template <class Enter, class Row>
[[nodiscard]] Drawn over_draws(const Sampling& sampling, std::size_t head, std::size_t whole,
                               const Run& run, const Enter& enter, const Row& row,
                               Stopped stopped_early = Stopped::throws) {
  const auto parts_of = [](std::size_t count, std::size_t part) {
    return (count + part - 1) / part;
  };
  const std::size_t per_world = sampling.per_world(), worlds = sampling.worlds();
  const std::size_t thin =
      std::max<std::size_t>(1, parts_of(worlds * parts_of(per_world, kDetailEvery), kMostInDetail));
  const std::size_t apart = worlds > 1 ? thin : 1;  // Worlds with details.
  const std::size_t every = worlds > 1 ? kDetailEvery : kDetailEvery * thin;
  Drawn drawn{solve::Sums(head, worlds, per_world),
              solve::Sums(whole, parts_of(worlds, apart), parts_of(per_world, every))};
  struct Task {
    std::size_t world = 0, first = 0, last = 0;  // Draws [first, last) of a world.
    std::vector<std::vector<double>> rows;
  };
  // A few draws each, in order.
  const std::size_t parts = parts_of(per_world, kDrawsPerWorld);
  const auto detailed = [&](std::size_t world, std::size_t draw) {
    return world % apart == 0 && draw % every == 0;
  };
  const auto make = [&](std::size_t i) {
    const std::size_t first = i % parts * kDrawsPerWorld;
    return Task{i / parts, first, std::min<std::size_t>(first + kDrawsPerWorld, per_world), {}};
  };
  const auto work = [&](Task& task) {
    WorldId id{sampling.seed, {}};
    if (sampling.vary.facts) id.number = task.world;
    const auto world = enter(id);
    for (std::size_t i = task.first; i < task.last && !stopped(run); ++i)
      task.rows.push_back(row(world, task.world * per_world + i, detailed(task.world, i)));
  };
  const auto take = [&](Task& task) {
    for (std::size_t i = task.first; i < task.last; ++i) {
      std::vector<double>& figures = task.rows[i - task.first];
      if (detailed(task.world, i)) drawn.details.add(task.world / apart, figures);
      figures.resize(head);
      drawn.heads.add(task.world, figures);
    }
  };
  const std::size_t taken = in_order(worlds * parts, run, make, work, take);
  drawn.draws = worlds * per_world;
  if (taken == worlds * parts) return drawn;
  const std::size_t left = worlds > 1 ? taken : std::min<std::size_t>(taken, 1);
  if (stopped_early == Stopped::throws || left < std::min<std::size_t>(worlds, 2))
    throw Cancelled();
  drawn.complete = false;
  const std::size_t each = worlds > 1 ? per_world : taken * kDrawsPerWorld;
  drawn.draws = left * each;
  drawn.heads.keep(left, each);
  drawn.details.keep(parts_of(left, apart), parts_of(each, every));
  return drawn;
}

}  // namespace entente::campaign
