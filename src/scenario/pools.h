/// Pools of force from the figures of the library.
///
/// Floor 3; uses base and world. Part of the loader.
#pragma once

#include <set>
#include <utility>

#include "world/world.h"

namespace entente::scenario {

/// Bases that lie on a state's own territory, as (state, base).
using HomeBases = std::set<std::pair<Symbol, Symbol>>;

/// Puts a pool in `world.pools` for each state, base and element that a figure counts, in place of
/// those that were there: its units from the figure named after the element (of the latest year),
/// the share that stays from `<element>_home_defence` at the same base, 0 where there is none.
/// Pools outside `home_bases` are deployed forward. Cost O(figures log figures). Does not index.
void derive_pools(world::World& world, const HomeBases& home_bases);

}  // namespace entente::scenario
