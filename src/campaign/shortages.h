/// What is short where and when, without who sends what.
///
/// Floor 4; part of campaign.
#pragma once

#include <span>
#include <vector>

#include "campaign/terms.h"

namespace entente::campaign {

class SmallProgramme;

/// Units short of an element in a set, [place * periods + period], places in the order of the set:
/// an optimum by the first two aims of `allocate` (least weighted shortfall, then least largest
/// unmet share of a contingency). Where several have both, which one depends on the problem alone.
/// Weights of 0 count as not asked. Cost: a programme of what `reduce` leaves; none where nothing
/// is left.
[[nodiscard]] std::vector<double> shortages(const DrawTerms& terms, std::span<const int> set,
                                            int element);
/// In the memory of `small`, whatever it solved before: for one after the other.
[[nodiscard]] std::vector<double> shortages(const DrawTerms& terms, std::span<const int> set,
                                            int element, SmallProgramme& small);

}  // namespace entente::campaign
