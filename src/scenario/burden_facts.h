/// Reads the table of burdens into the figures of a world: who spent, hosted and gave what, when.
///
/// Floor 3; uses base, text and world. Part of the loader. Takes the bytes of one file, appends to
/// `World::figures` and to `faults`, and returns false where the rows could not be read at all. The
/// world is indexed and holds states and groups before. Faults: those of the table,
/// `unknown_state`, `bad_value` (a measure that nobody reads, no year, a value below 0, over 100 %
/// of GDP or of spending, a range upside down), `range_missing`, `unsourced_range`, `duplicate`
/// (two rows of one state, year and measure: an edition must be chosen).
#pragma once

#include <span>
#include <string_view>

#include "world/world.h"

namespace entente::scenario {

/// What the table may count, each with the one unit that it is written in.
struct BurdenMeasure {
  std::string_view name, unit;
};
[[nodiscard]] std::span<const BurdenMeasure> burden_measures();

bool read_burden(std::string_view bytes, std::string_view file, world::World& world,
                 Faults& faults);

}  // namespace entente::scenario
