/// The optimum of a small problem, by a method made for it.
///
/// Floor 4; part of campaign.
#pragma once

#include <optional>

#include "campaign/certificate.h"

namespace entente::campaign {

/// Whether bounds meet: within 1e-11 of the optimum, or of a hundredth of what is asked where
/// almost nothing is missing.
[[nodiscard]] bool meet(const Bounds& bounds, double required);

/// The optimum of an outline, which is an allocation's objective that a dual bound meets; none
/// where the method gave up or the bounds do not meet. Depends on the outline alone. Every unit
/// starts where its cap lets it be; limits of pools and the order in time enter as sums once they
/// are broken. Cost: about one step a column, each less than columns x rows.
[[nodiscard]] std::optional<double> small_optimum(const Outline& outline);

}  // namespace entente::campaign
