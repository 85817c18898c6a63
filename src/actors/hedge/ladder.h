/// A protected state before its ladder of options, as a problem of robust planning.
///
/// Floor 2; part of actors; uses solve. Numbers in, a problem out.
///
/// A year in which options stand and others are in progress:
///   strength without the guarantor = own (1 + g) u + own h + others, with it own (1 + g + h)
///     + others + guarantor, where own, others and guarantor follow from the three chances of
///     losing by the contest p = 1 / (1 + strength^m), g is what options add to own force, h the
///     help of new partners, and u the share still usable if the guarantor withholds what it
///     supplies;
///   theta' = theta product(1 - abandonment) over all begun;
///   P(attack) = crisis logistic(k value(chance)) product(1 + change of hazard) and the factor of
///     levers (`pressure.h`), with the value of an attack as the aggressor of `aggressor.h` sees it
///     at the middle belief; more often by the factor 1 + reputation chance for whoever
///     accommodated;
///   loss = P(attack) (war cost + defeat cost (theta' p_with + (1 - theta') p_without)),
/// which is linear in theta. Source: models of this project, sections 3.1 and 7.
#pragma once

#include <span>
#include <vector>

#include "actors/hedge/premises.h"
#include "actors/pressure.h"
#include "actors/stakes.h"
#include "solve/robust_plan.h"

namespace entente::actors::hedge {

/// What an option changes once it stands.
enum class Effect {
  own_force,
  dependency,
  dependency_isr,
  extra_help,
  light_brigade,
  attack_hazard
};

/// How it is paid for beside its yearly cost.
enum class Price { none, concession, autonomy };

/// An option with numbers.
struct Rung {
  double cost = 0;     ///< % of GDP a year, from its begin on.
  double months = 12;  ///< Until it stands; a part of a year counts as a year.
  Effect on = Effect::own_force;
  double effect = 0;       ///< Share.
  double sanction = 0;     ///< % of GDP a year, from its begin on.
  double abandonment = 0;  ///< Share of the guarantor's reliability, in [0, 1], from its begin on.
  bool whole_upkeep = false;  ///< Goes on costing as much once it stands.
  Price price = Price::none;
  int builds_on = -1;
};

/// A state before its attacker.
struct Exposure {
  double lost_alone = 0.75, lost_without = 0.6, lost_with = 0.2;  ///< In (0, 1), not rising.
  double dependent_share = 0, dependent_isr = 0;                  ///< Of own strength, in [0, 1].
  double withheld = 0.1;   ///< P(a guarantor that does not come withholds what it supplies too).
  bool umbrella = false;   ///< Its promise has nuclear weapons behind it.
  double umbrella_by = 0;  ///< Added to how likely that one is kept.
  Pressure pressure = {};  ///< Of levers on its attacker.
};

/// What is believed about the guarantor: a middle, and the interval around it, in [0, 1].
struct Point {
  double at = 0, low = 0, high = 0;
};

/// The point of a Beta law with mean `at` worth `n0` cases: its 10 and 90 % quantiles. Certain at 0
/// and 1. REQUIRES: at in [0, 1], n0 > 0.
[[nodiscard]] Point point_of(double at, double n0);

struct Ladder {
  std::vector<Rung> rungs;  ///< At most `solve::kMostProgrammes`.
  Exposure exposure;
  Premises premises;
  Stakes stakes;
};

/// The same without beliefs and payoffs: programmes, weights by year, discount and pessimism.
[[nodiscard]] solve::PlanProblem frame_of(const Ladder& ladder, int years);

/// The problem at these points: programmes, payoffs, weights by year, discount and pessimism.
/// Years, budget, what is open and what was begun are left to the caller. The problem holds copies.
[[nodiscard]] solve::PlanProblem problem_of(const Ladder& ladder, std::span<const Point> points,
                                            int years);

/// The attacker's chance of winning as it sees it, in [0, 1], where some options stand and nothing
/// is in progress.
[[nodiscard]] double attackers_chance(const Ladder& ladder, double belief, solve::Programmes stand);

/// What standing options make of war and its likelihood.
struct War {
  double with = 0, without = 0;  ///< P(lost) as the guarantor comes or not.
  double hazard = 1;             ///< Factor of the likelihood of attack.
};

/// Cost O(rungs).
[[nodiscard]] War war_of(const Ladder& ladder, solve::Programmes stand);

/// P(attack) in a year, as the attacker sees it where the guarantor comes with probability `theta`,
/// what options take from its reliability included. Cost O(rungs).
[[nodiscard]] double attack_chance(const Ladder& ladder, const War& war, double theta,
                                   solve::Programmes stand);

/// One year by itself, as the payoff of `problem_of` gives it. Cost O(rungs).
[[nodiscard]] solve::YearPayoff year_of(const Ladder& ladder, const War& war, const Point& belief,
                                        solve::Programmes stand, solve::Programmes running);

/// What others bring, and the guarantor, as multiples of a state's own strength.
struct Spill {
  double others = 0, guarantor = 0;
};
[[nodiscard]] Spill spill_of(const Ladder& ladder);

/// The share of its reliability that is left to the guarantor once `begun` were begun.
[[nodiscard]] double reliability_left(std::span<const Rung> rungs, solve::Programmes begun);

}  // namespace entente::actors::hedge
