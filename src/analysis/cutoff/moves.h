/// What moves the answer of a cut-off most: one thing that is not known at a time, at both ends.
///
/// Floor 5; part of cutoff.
#pragma once

#include <vector>

#include "analysis/cutoff/gap.h"
#include "analysis/cutoff/shares.h"
#include "campaign/movers.h"

namespace entente::analysis {

/// Of the share of all forces that can be used on `Dependents::kRestoreDay`: the dependence of each
/// user, that on each service, and the days until each service lapses. Cost: two worlds each.
[[nodiscard]] std::vector<card::Mover> usable_movers(const Dependents& dependents,
                                                     const world::World& world, const Run& run);

/// Of what the largest set misses more while the services are withheld: every factor of the
/// question. Cost: two programmes an element that the patron bears on, at either end of each.
/// Throws `Cancelled`.
[[nodiscard]] std::vector<card::Mover> gap_movers(const GapSweep& sweep, const Run& run);

}  // namespace entente::analysis
