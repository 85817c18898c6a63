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

/// `row(WorldId)` gives the figures of a world, called from several threads; the nominal world
/// alone where facts are not varied. Throws `Cancelled`.
template <class Row>
[[nodiscard]] solve::Sums over_worlds(const Sampling& sampling, std::size_t figures, const Run& run,
                                      const Row& row) {
  const std::size_t worlds =
      sampling.vary.facts ? std::clamp(sampling.worlds(), kLeastWorlds, kMostWorlds) : 1;
  std::vector<std::vector<double>> rows(worlds);
  on_threads(worlds, run, [&](std::size_t world) {
    WorldId id{sampling.seed, {}};
    if (sampling.vary.facts) id.number = world;
    rows[world] = row(id);
  });
  solve::Sums sums(figures, worlds, 1);
  for (std::size_t world = 0; world < worlds; ++world) sums.add(world, rows[world]);
  return sums;
}

}  // namespace entente::campaign
