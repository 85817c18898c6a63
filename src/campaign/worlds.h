/// Rows of figures over worlds of facts alone, where no honour is drawn.
///
/// Floor 4; uses floors 0-3. Sums run in the order of worlds, so the same bytes for any number of
/// threads.
#pragma once

#include <algorithm>
#include <vector>

#include "base/threads.h"
#include "campaign/question.h"
#include "solve/sums.h"

namespace entente::campaign {

/// Worlds that are drawn where facts are varied; few draws still tell a spread, many more cost
/// without telling more.
inline constexpr std::size_t kLeastWorlds = 256, kMostWorlds = 1024;

/// What all worlds gave, or those there were when the run was stopped.
struct DrawnWorlds {
  solve::Sums sums;
  std::size_t worlds = 0, wanted = 0;

  [[nodiscard]] bool complete() const { return worlds == wanted; }
};

/// `row(WorldId)` gives the figures of each of so many worlds, called from several threads; of the
/// nominal one where facts are not varied. Of a run that is stopped the worlds there are by then
/// are kept; throws `Cancelled` where that is fewer than two of several.
template <class Row>
[[nodiscard]] DrawnWorlds over_so_many_worlds(const Sampling& sampling, std::size_t worlds,
                                              std::size_t figures, const Run& run, const Row& row) {
  struct Task {
    WorldId id;
    std::vector<double> row;
  };
  const auto make = [&](std::size_t world) {
    Task task{{sampling.seed, {}}, {}};
    if (sampling.vary.facts) task.id.number = world;
    return task;
  };
  DrawnWorlds drawn{solve::Sums(figures, worlds, 1), 0, worlds};
  drawn.worlds = in_order(
      worlds, run, make, [&](Task& task) { task.row = row(task.id); },
      [&](const Task& task) { drawn.sums.add(task.id.number.value_or(0), task.row); });
  if (drawn.worlds < std::min<std::size_t>(worlds, 2)) throw Cancelled();
  if (!drawn.complete()) drawn.sums.keep(drawn.worlds, 1);
  return drawn;
}

/// The same over as many worlds as tell a spread, or the nominal one.
template <class Row>
[[nodiscard]] DrawnWorlds over_worlds(const Sampling& sampling, std::size_t figures, const Run& run,
                                      const Row& row) {
  const std::size_t worlds =
      sampling.vary.facts ? std::clamp(sampling.worlds(), kLeastWorlds, kMostWorlds) : 1;
  return over_so_many_worlds(sampling, worlds, figures, run, row);
}

}  // namespace entente::campaign
