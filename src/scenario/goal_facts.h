/// Reads the goals that agreements declare into a world.
///
/// Floor 3; uses base, text and world. Part of the loader; as the functions of force_facts.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "world/world.h"

namespace entente::scenario {

/// A row is one goal of one agreement of `agreements`. Faults: `unknown_name` (an agreement that
/// there is not, with the nearest), `bad_value` (a goal that there is not), `duplicate` (one goal
/// of an agreement twice), `missing_key` (no article, words, source or confidence).
bool read_declared_goals(std::string_view bytes, std::string_view file,
                         std::vector<std::string> agreements, world::World& world, Faults& faults);

}  // namespace entente::scenario
