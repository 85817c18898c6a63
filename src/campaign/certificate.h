/// What an optimum of a problem must lie between, from any allocation and any prices.
///
/// Floor 4; part of campaign. Nothing is believed of the claim: an allocation that breaks a rule is
/// cut until it keeps all, and prices are cut to what weak duality allows.
#pragma once

#include <vector>

#include "campaign/outline.h"

namespace entente::campaign {

/// An allocation and prices, as a solver claims them to be best.
struct Claim {
  std::vector<double> there;      ///< [slot * periods + period] units.
  std::vector<double> cover;      ///< [place * periods + period] of one unit that works there.
  std::vector<double> all, away;  ///< [limit * periods + period] of one unit of the limit.
  std::vector<double> stay;       ///< [slot * periods + period] of having one more than before.
};

struct Bounds {
  double lower = 0, upper = 0;
};

/// lower <= optimum <= upper, whatever the claim, up to rounding: upper is the objective of the
/// allocation, lower that of the dual programme
///   sum of cover * net - sum of limits * their prices - sum over slots and periods of
///   cap * max(0, works * cover + stay(t) - stay(t+1) - all - away).
/// Cost O(slots x periods). Source: weak duality.
[[nodiscard]] Bounds bounds_of(const Outline& outline, Claim claim);

}  // namespace entente::campaign
