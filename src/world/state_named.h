/// The state that a name meant on a day, or the fault that says why there was none.
///
/// Floor 1; part of world.
#pragma once

#include <string>

#include "base/result.h"
#include "world/world.h"

namespace entente::world {

/// The state called `name` on `day`. Errors, at `where`: `not_alive` for a name that meant one on
/// other days, `unknown_state` with the nearest name for one that never did.
[[nodiscard]] Result<Symbol> state_named(const World& world, const std::string& name, Date day,
                                         const Where& where = {"arguments", 0, 0});

}  // namespace entente::world
