/// Who could do without whom: substitutes for what suppliers may withhold, and circles of supply.
///
/// Floor 1; uses base. Dependence itself is `Dependency` of forces.h.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "world/forces.h"

namespace entente::world {

struct World;

/// What a user needs of its own in place of a service that a supplier may withhold. Names one
/// `Dependency`. Costs of services that serve several elements are told row by row, so they may
/// not simply be added up.
struct Substitute {
  Symbol user, element, service, supplier;
  Uncertain cost;    ///< bn USD of 2025, >= 0.
  Uncertain months;  ///< From the order until it serves, >= 0.
  Symbol source;
};

/// Nuclear forces are no element that is allocated, but users depend on suppliers for them too.
inline constexpr std::string_view kNuclearForces = "nuclear";

/// The circle that `row` closes together with `rows`: its user, its supplier, that one's own
/// supplier of the same service for the same element, ... and the user again. {user, user} where
/// it supplies itself. Empty where there is no circle, or where the share of `row` is zero. A group
/// whose members supply together stands for itself, as others of it can go on; a group with one
/// state is that state. Rows without a share make no circle. Cost O(rows x states of the circle).
[[nodiscard]] std::vector<Symbol> supply_circle(const World& world,
                                                std::span<const Dependency> rows,
                                                const Dependency& row);

}  // namespace entente::world
