/// Chain gangs and passed bucks: whether a state joins its attacked ally at once or waits.
///
/// Floor 2; part of actors. Source: Christensen and Snyder (1990), International Organization 44:
/// where offence is thought to have the advantage allies cannot wait for one another to be beaten,
/// where defence has it each leaves the costs to the other. The rule is that of the models of this
/// project, section 8; its pay-offs are ours.
#pragma once

#include <optional>

namespace entente::actors {

/// A state, its ally and those who attack the ally. Strengths > 0 in one unit.
struct Alignment {
  double self = 1, ally = 1, attacker = 1;
};

/// In prizes; `decisiveness` is the exponent of the contest, > 0.
struct JoinStakes {
  double war_cost = 0.2, loss_of_ally = 0.5;
  double spoils = 1;  ///< Share of a beaten ally's strength that serves the victor.
  double decisiveness = 1;
};

/// That a defender of strength d holds against a: (g d)^m / ((g d)^m + a^m), g the perceived
/// advantage of defence: 2 doubles the defender, 1 / 1.5 is an advantage of offence of 1.5.
[[nodiscard]] double holds(double defender, double attacker, double advantage, double decisiveness);

/// What joining at once is worth over waiting, in prizes; it joins where this is above 0.
///   join = h(self + ally) - c - (1 - h(self + ally)) l
///   wait = h(ally) + (1 - h(ally)) (h'(self) - c - l), h' against the attacker with its spoils.
/// Keeping what one has is worth 1; who waits and sees its ally fall fights alone. It joins where
/// the ally alone would likely fall and would be missed; it passes where the ally holds.
[[nodiscard]] double joining_over_waiting(const Alignment& at, const JoinStakes& stakes,
                                          double advantage);

/// The perceived advantage of defence at which the decision turns from joining to waiting, within
/// [1/20, 20]: below it chains gang, above it bucks are passed. Nothing where it waits at every
/// advantage; 20 where it joins up to there. By bisection, to 1e-9; cost some 200 values.
[[nodiscard]] std::optional<double> crossover(const Alignment& at, const JoinStakes& stakes);

}  // namespace entente::actors
