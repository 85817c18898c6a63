/// What keeps forces from setting out or from working: bases that are closed, attacks on networks.
///
/// Floor 4; part of campaign.
#pragma once

#include <vector>

#include "campaign/situation.h"

namespace entente::campaign {

/// Whether the state where a pool stands, not its owner, lets it not set out for a theatre.
[[nodiscard]] bool denied(const scenario::Library& library, const world::Pool& pool,
                          Symbol theatre);

/// The disruptions of the plan, laid out by owner and contingency.
[[nodiscard]] std::vector<DisruptionCase> disruptions_of(const scenario::Library& library,
                                                         const std::vector<OwnerCase>& owners,
                                                         const std::vector<Answer>& law);

/// The share of ready units that disruptions leave at work in the period from `day` to `end`.
/// `taken` holds share and days of each; `hit` says whose list is meant: owners or places.
[[nodiscard]] double working(const std::vector<DisruptionCase>& disruptions,
                             const std::vector<std::pair<double, double>>& taken,
                             const std::vector<bool> DisruptionCase::*hit, std::size_t whom,
                             double day, double end);

}  // namespace entente::campaign
