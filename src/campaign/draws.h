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

/// What all draws gave.
struct Drawn {
  solve::Sums heads;    ///< Of every draw: the head of a row.
  solve::Sums details;  ///< Of the draws worked out in detail: whole rows.
};

/// `enter(WorldId)` gives what the draws of a world share; `row(world, draw, detailed)` gives the
/// row of a draw, `whole` figures where detailed, else its first `head`. Both are called from
/// several threads. Throws `Cancelled`.
template <class Enter, class Row>
[[nodiscard]] Drawn over_draws(const Sampling& sampling, std::size_t head, std::size_t whole,
                               const Run& run, const Enter& enter, const Row& row) {
  const std::size_t per_world = sampling.per_world(), worlds = sampling.worlds();
  Drawn drawn{solve::Sums(head, worlds, per_world),
              solve::Sums(whole, worlds, (per_world + kDetailEvery - 1) / kDetailEvery)};
  struct Task {
    std::size_t world = 0, first = 0, last = 0;  // Draws [first, last) of a world.
    std::vector<std::vector<double>> rows;
  };
  std::vector<Task> tasks;  // A few draws each, in order.
  for (std::size_t world = 0; world < worlds; ++world)
    for (std::size_t first = 0; first < per_world; first += kDrawsPerWorld)
      tasks.push_back({world, first, std::min<std::size_t>(first + kDrawsPerWorld, per_world), {}});
  const auto work = [&](Task& task) {
    WorldId id{sampling.seed, {}};
    if (sampling.vary.facts) id.number = task.world;
    const auto world = enter(id);
    for (std::size_t i = task.first; i < task.last; ++i)
      task.rows.push_back(row(world, task.world * per_world + i, i % kDetailEvery == 0));
  };
  const auto take = [&](Task& task) {
    for (std::size_t i = task.first; i < task.last; ++i) {
      std::vector<double>& figures = task.rows[i - task.first];
      if (i % kDetailEvery == 0) drawn.details.add(task.world, figures);
      figures.resize(head);
      drawn.heads.add(task.world, figures);
    }
  };
  in_order(tasks, run, work, take);
  return drawn;
}

}  // namespace entente::campaign
