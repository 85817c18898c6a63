/// Screening by elementary effects.
///
/// Floor 1; uses base.
#pragma once

#include <vector>

#include "base/stream.h"
#include "solve/designs.h"
#include "solve/sobol_indices.h"

namespace entente::solve {

/// Elementary effects of a factor, in units of the answer per whole range of the factor.
struct Screening {
  double mu = 0;     ///< Their mean.
  Index mu_star;     ///< The mean of their sizes, with its 90 % interval.
  double sigma = 0;  ///< Their standard deviation: it interacts or bends; 0 of one trajectory.
};

/// Effects by factor from answers to whole trajectories of `morris_design`. Intervals: 5 % and 95 %
/// quantiles of `resamples` bootstrap samples of the trajectories. REQUIRES: at least one
/// trajectory and an answer a row. Source: Morris (1991); mu* of Campolongo, Cariboni and Saltelli
/// (2007), Environmental Modelling and Software 22:1509.
[[nodiscard]] std::vector<Screening> morris_effects(const Design& design,
                                                    std::span<const double> answers,
                                                    std::size_t resamples, Stream stream);

}  // namespace entente::solve
