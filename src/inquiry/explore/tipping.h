/// Where one factor, moved alone, turns an answer round.
///
/// Floor 6; part of explore.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studies/experiments/exploration.h"

namespace entente::inquiry {

using studies::Axis;
using studies::Exploration;
using studies::Gauge;

/// One factor against one threshold, or against one comparison with the baseline.
struct Tip {
  std::size_t option = 0, gauge = 0, axis = 0;
  bool threshold = true;                ///< Else the comparison with the baseline.
  double plain = 0, low = 0, high = 0;  ///< Outcome less bound, or less the baseline's, as a loss:
                                        ///< with nothing moved, at the lower end, at the upper.
  std::optional<double> value = {};     ///< Where it turns, nearest to the plain value.
  bool above = true;                    ///< It turns when the factor rises beyond `value`.
  std::size_t turns = 0;                ///< Turns seen on the whole range.
};

/// Every option with a threshold, and every option but the baseline, against every factor. The
/// range is scanned at nine values beside the plain one (every listed value); where two neighbours
/// differ they are halved to a 1/1024 of the range. A turn between two neighbours that agree is not
/// seen. A comparison turns where a difference changes its sign; what is equal at the plain value
/// turns nothing. Errors: those of `outcomes_at`. Throws `Cancelled`. Cost: ten points a factor and
/// seven more a turn.
[[nodiscard]] Result<std::vector<Tip>> find_tips(const Exploration& exploration, const Run& run);

}  // namespace entente::inquiry
