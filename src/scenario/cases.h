/// Cases that the library keeps as they stand: what is to be checked before it does.
///
/// Floor 3; part of scenario.
#pragma once

#include "base/error.h"
#include "text/node.h"
#include "world/world.h"

namespace entente::scenario {

/// Faults of a landscape (see read_landscape); its states are those of the library:
/// `unknown_state`.
[[nodiscard]] Faults check_landscape(const text::Document& document, const world::World& world);

/// Faults of a negotiation (see read_negotiation); its actors need not be states.
[[nodiscard]] Faults check_negotiation(const text::Document& document, const world::World& world);

/// Faults of a crisis (see read_crisis); its players are states of the library: `unknown_state`.
[[nodiscard]] Faults check_crisis(const text::Document& document, const world::World& world);

}  // namespace entente::scenario
