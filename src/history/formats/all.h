/// Every format, one file each.
///
/// Floor 3; part of history.
#pragma once

#include "history/formats/format.h"

namespace entente::history {

extern const Format atop, contiguity, cow_alliances, crosswalk, dca, distance, economy, gml, icb,
    ideal_points, majors, mid, nmc, regime, rivalry, system_membership, trade, troops, wars;

}  // namespace entente::history
