/// Reads corridors and figures of trade into a world.
///
/// Floor 3; uses base, text and world. Part of the loader; as the functions of force_facts.h.
#pragma once

#include <string_view>

#include "world/world.h"

namespace entente::scenario {

/// A row is a way between two regions. Faults: `bad_value` (a mode that there is not, days that are
/// not above 0, a way from a region to itself), `duplicate`, and those of rows with ranges.
bool read_corridors(std::string_view bytes, std::string_view file, world::World& world,
                    Faults& faults);

/// A row is one figure. Faults: `bad_value` (a field that there is not), `unknown_name` (a
/// chokepoint or region that no corridor has), `unknown_state` (a holder), `duplicate`, and those
/// of rows with ranges. Corridors are read before.
bool read_trade(std::string_view bytes, std::string_view file, world::World& world, Faults& faults);

}  // namespace entente::scenario
