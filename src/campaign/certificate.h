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
};

struct OptimumBounds {
  double lower = 0, upper = 0;
};

/// lower <= optimum <= upper, whatever the claim, up to rounding: upper is the objective of the
/// allocation, lower that of the dual programme
///   sum of cover * net - sum of limits * their prices - sum over slots and periods of
///   (cap - cap before) * what a unit is worth that may come from that period on,
/// which is, over the periods in which it may come, or never, the most of the sum of
/// works * cover - all - away over this period and all later ones.
/// Cost O(slots x periods). Source: weak duality.
[[nodiscard]] OptimumBounds bounds_of(const Outline& outline, Claim&& claim);
/// The same for one claim after the other: cuts the claim itself, works in `work`.
[[nodiscard]] OptimumBounds bounds_of(const Outline& outline, Claim& claim,
                                      std::vector<double>& work);

}  // namespace entente::campaign
