/// Where the facts of a group come from.
///
/// Floor 6; part of why.
#pragma once

#include <string>

#include "world/world.h"

namespace entente::inquiry {

/// The sources of the facts that a group of `campaign::factors_of` moves, distinct, in the order of
/// the tables, at most four and how many more. Empty where a group rests on other groups
/// (reliabilities). O(rows of the library).
[[nodiscard]] std::string sources_of(const std::string& group, const world::World& world);

}  // namespace entente::inquiry
