/// The network of promises of a library.
///
/// Floor 3; uses world, treaty.
#pragma once

#include <string_view>

#include "scenario/library.h"
#include "world/network.h"

namespace entente::scenario {

/// Figures that may stand for the strength of a state.
inline constexpr std::string_view kStrengths[] = {"active_personnel", "gdp_nominal", "gdp_ppp",
                                                  "military_spending"};

/// What a promise of this duty is worth as a tie (`world::Tie`).
[[nodiscard]] int tie_of(world::Duty duty);

/// All states that live on the day and have a promise or a figure `strength_of`, of which the
/// latest counts; of figures more than five years from the day none does. Cost O(commitments log
/// commitments).
[[nodiscard]] world::Network network_on(const Library& library, Date day,
                                        std::string_view strength_of);

}  // namespace entente::scenario
