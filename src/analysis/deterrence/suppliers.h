/// Whether those who help a victim are struck: an attack on a helper is an event of its own, with
/// its own law and its own decision.
///
/// Floor 5; part of deterrence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/deterrence/sweep.h"

namespace entente::analysis {

/// A helper of a victim that an attacker, at war already, may strike too. Facts of the tables,
/// assumptions at their values; means over draws of honour with their intervals.
struct Strike {
  std::size_t player = 0;
  std::string helper;
  solve::Estimate win = {};          ///< That the attacker wins as things are.
  solve::Estimate win_without = {};  ///< Were the helper's help gone and nobody answered.
  solve::Estimate win_entered = {};  ///< Were the helper itself at war besides.
  solve::Estimate win_widened = {};  ///< Were those bound to fight for it at war besides.
  double answered = 0;               ///< Reliability of the best promise to fight for the helper.
  std::string guarantor;             ///< Who made it; empty: nobody.
  double umbrella = 0;               ///< Reliability of its nuclear promise; 1: own weapons.
  solve::Estimate gain = {};         ///< Of striking over not, in prizes; above 0 it strikes.
  double gain_naive = 0;             ///< If nobody answered, not even the helper.
  std::optional<solve::Estimate> turns_at = {};  ///< The `answered` at which the gain is 0.
};

/// One for each helper whose help matters. gain = a [(w_widened - w) (V + L) - C - C_patron]
///   + (1 - a) [(w_entered - w) (V + L) - C] - N umbrella, a = answered.
/// The strike is taken to end the help for certain, which speaks for striking. Cost: one judgement
/// and two programmes an element, draw and helper. Throws `Cancelled`.
[[nodiscard]] Result<std::vector<Strike>> strikes(const Asked& asked,
                                                  const scenario::Library& library, const Run& run);

}  // namespace entente::analysis
