/// A year of chances to change ties, for a forecast and for a past that is played again.
///
/// Floor 5; part of forecast.
#pragma once

#include <functional>

#include "base/stream.h"
#include "solve/link_formation.h"

namespace entente::analysis {

/// Every actor gets a Poisson number of opportunities with mean `rate`, at random times of the
/// year; each moves at most one tie by one rung. `stream(i)` is that of actor i and year: one
/// number for how many, then three for each. Cost O(n^2) and O(n) an opportunity.
void pass_year(solve::ValuedTies& ties, const solve::Formation& formation, double rate,
               const std::function<Stream(std::size_t)>& stream);

}  // namespace entente::analysis
