/// What levers that press on whoever may attack make of its decision, by the balance of forces.
///
/// Floor 5; part of deterrence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/deterrence/sweep.h"

namespace entente::analysis {

/// A contingency under pressure at one balance, facts and assumptions at their values.
struct Pressed {
  std::size_t player = 0;
  std::string levers;   ///< Cards, joined by `+`.
  std::string balance;  ///< `as_is`, `all_come` or `nobody_comes`.
  bool offer = false;
  double chance = 0;  ///< Of winning, as the attacker sees it.
  double factor = 1;  ///< Of how often attacks begin.
  double gain = 0, gain_without = 0;
  std::optional<double>
      turns_at;  ///< The chance above which the offer invites; none: it never does.

  /// An offer is read as weakness where attacks begin more often for it.
  [[nodiscard]] bool reads_as_weakness() const { return offer && factor > 1; }
};

/// Three balances for each contingency that a lever presses on: as things are in the least
/// equilibrium, if all who promised come for certain, and if nobody comes. So the same offer from
/// strength and from weakness can be compared. Empty where no lever presses. Cost: one programme an
/// element and contingency.
[[nodiscard]] std::vector<Pressed> pressed_on(const Asked& asked, Theatre& theatre,
                                              solve::Acting least, const actors::Stakes& stakes,
                                              const Run& run);

}  // namespace entente::analysis
