/// Reads what protected states may do about doubt in their guarantor into a world.
///
/// Floor 3; uses base, text and world. Part of the loader; as the functions of force_facts.h.
#pragma once

#include <string_view>

#include "world/world.h"

namespace entente::scenario {

/// A row is an option of a state, or of a class of states, which names its members in every row.
/// Faults besides those of force_facts.h: `bad_value` (an opinion, gate, abandonment outside
/// [0, 1]; a lead time of 0; an option, effect or gate that there is not, with the nearest; options
/// that build on one another in a circle, once a circle, at the row that closes it; classes with
/// different members in different rows), `duplicate` (a state in two classes), `missing_key` (a
/// class without members), `unknown_name` (a row that builds on an option the state has no row of).
bool read_hedge_options(std::string_view bytes, std::string_view file, world::World& world,
                        Faults& faults);

}  // namespace entente::scenario
