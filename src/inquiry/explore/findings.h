/// What the experiments of an exploration say: shares of variance, boxes, regret, trade-offs.
///
/// Floor 6; part of explore.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inquiry/explore/tipping.h"
#include "solve/morris.h"
#include "solve/regret.h"
#include "solve/sobol_indices.h"
#include "studies/experiments/boxes.h"

namespace entente::inquiry {

using studies::Experiments;
using studies::Failing;
using studies::Option;

/// One option seen by one measure.
struct Seen {
  std::optional<solve::SobolIndices> sobol;  ///< Of a Sobol' design.
  std::vector<solve::Screening> screening;   ///< Of a Morris design; else empty.
  std::vector<double> rank_correlation;      ///< [axis] Over the futures.
  solve::Index mean;                         ///< Over the futures, with its interval.
  solve::Regret regret;
  solve::Index mean_regret, p90_regret;  ///< With intervals.
};

struct Findings {
  const Exploration& exploration;
  const Experiments& experiments;
  std::vector<std::vector<Seen>> seen;                        ///< [option][gauge]
  std::vector<std::vector<std::optional<solve::Index>>> met;  ///< [option][gauge]; gauge count: all
  std::vector<std::vector<Failing>> failing;                  ///< [option]
  std::vector<char> dominated;           ///< [option] By means over the futures.
  std::vector<double> undominated;       ///< [option] Share of futures.
  std::optional<std::vector<Tip>> tips;  ///< None where they were not looked for.
};

/// Everything but the tips. Intervals: 1,000 bootstrap samples of the points, keyed by option and
/// measure. Without a threshold a box is sought for the fifth of the futures that is worst.
[[nodiscard]] Findings look(const Exploration& exploration, const Experiments& experiments);

}  // namespace entente::inquiry
