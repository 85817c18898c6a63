/// What the kinds of levers about munitions share.
///
/// Floor 3; uses floors 0-2. Part of the levers.
#pragma once

#include <vector>

#include "scenario/levers/tools.h"

namespace entente::scenario::levers {

/// Rows of the munitions table that a lever changes, by index: one for each holder and munition of
/// its fields, in this order. A group that holds together has a row of its own; of any other group
/// the members are meant. A state that is counted with its group is that group's row. Where there
/// is none it is made, or with `make` false passed over.
[[nodiscard]] std::vector<std::size_t> rows_meant(const Effect& effect, const Pulling& pulling,
                                                  Symbol munition, bool make = true);

/// The munition of that name. REQUIRES: its name was checked.
[[nodiscard]] const world::Munition& munition_of(const world::World& world, Symbol munition);

/// What so many rounds cost, in bn USD of 2025.
[[nodiscard]] world::Uncertain cost_of(const world::Munition& munition,
                                       const world::Uncertain& rounds);

}  // namespace entente::scenario::levers
