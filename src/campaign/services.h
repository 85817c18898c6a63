/// What suppliers may withhold: the graph from element to enabling service to supplier.
///
/// Floor 4; uses floors 0-3. One row of `dependency` is one service; the same numbers and streams
/// serve the ledger (`honour_draw.h`) and the question of a cut-off (`cutoff.h`).
#pragma once

#include <cmath>
#include <string_view>

#include "campaign/situation.h"

namespace entente::campaign {

/// Services that are elements of the allocation themselves: the ledger counts them there.
[[nodiscard]] bool is_element_service(std::string_view service);

/// The share of an element that a service takes, and the days in which it lapses.
[[nodiscard]] Knob share_knob(const world::Dependency& row, const Symbols& symbols);
[[nodiscard]] Knob lapse_knob(const world::Dependency& row, const Symbols& symbols);

/// What is left of an element on a day after one service was withheld: 1 - share a(day), a = 1 from
/// the first day where `lapse_days` is 0, else 1 - exp(-day / lapse_days). Services overlap, so of
/// several the product is left. Source: section 10 of the models of this project.
[[nodiscard]] inline double left_by(double share, double lapse_days, double day) {
  return 1 - share * (lapse_days <= 0 ? 1 : 1 - std::exp(-day / lapse_days));
}

}  // namespace entente::campaign
