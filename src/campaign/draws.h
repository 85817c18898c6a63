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
    for (std::size_t i = task.first; i < task.last && !stopped(run); ++i)
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
  const std::size_t taken = in_order(tasks, run, work, take);
  drawn.draws = worlds * per_world;
  if (taken == tasks.size()) return drawn;
  const std::size_t left = worlds > 1 ? taken : std::min<std::size_t>(taken, 1);
  if (stopped_early == Stopped::throws || left < std::min<std::size_t>(worlds, 2))
    throw Cancelled();
  drawn.complete = false;
  const std::size_t each = worlds > 1 ? per_world : taken * kDrawsPerWorld;
  drawn.draws = left * each;
  drawn.heads.keep(left, each);
  drawn.details.keep(left, (each + kDetailEvery - 1) / kDetailEvery);
  return drawn;
}

}  // namespace entente::campaign
