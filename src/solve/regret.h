/// How plans fare over many futures when no likelihood is claimed: regret, satisficing, trade-offs.
///
/// Floor 1; standard library only.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "solve/sobol_indices.h"

namespace entente::solve {

/// Loss of each plan in each future, in any unit; less is better. [plan][future]
using Losses = std::vector<std::vector<double>>;

/// Regret of a plan in a future: its loss less the least loss of any plan there. Source: Savage
/// (1951); Lempert, Popper and Bankes (2003), Shaping the next one hundred years.
struct Regret {
  double mean = 0, p90 = 0, most = 0;
  double best = 0;  ///< Share of futures in which no plan does better.
};

/// By plan. REQUIRES: equally many futures, at least one.
[[nodiscard]] std::vector<Regret> regrets(const Losses& losses);

/// The domain criterion: the share of futures in which a plan does what is asked of it, with its
/// 90 % interval (Wilson 1927). Source: Starr (1963); Herman et al. (2015), Journal of Water
/// Resources Planning and Management 141. REQUIRES: at least one future.
[[nodiscard]] Index domain_criterion(const std::vector<char>& met);

/// Whether some other plan is no worse on every measure and better on one. [plan]
/// `losses`: [measure][plan]. O(plans^2 measures).
[[nodiscard]] std::vector<char> dominated(const Losses& losses);

}  // namespace entente::solve
