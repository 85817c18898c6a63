/// Who wins a contingency: an ensemble of light models with sampled parameters, never a forecast.
///
/// Floor 4; uses floors 0-3. The one function that decides it: deterrence, and later hedging and
/// attribution, call it. None of the models predicts battles. They serve to compare one posture
/// with another under many assumptions, and only what holds under nearly all of them is worth
/// saying.
#pragma once

#include <vector>

#include "campaign/adjudication/judgement.h"

namespace entente::campaign {

struct Judge;

/// One side's force that is ready and in place: what has been sent by then, losses not taken off.
struct Side {
  std::vector<double> strength;  ///< [period] sum over elements of v_k x_k, >= 0, any unit.
  std::vector<double> naval;     ///< [period] ships and submarines in it; empty: none.
};

/// One contingency in one draw.
struct Battle {
  std::vector<int> days;  ///< Begin of each period, ascending; the first is 0. Not empty.
  int horizon = 90;       ///< End of the last period.
  double clock = 0;       ///< Days until the aim is lost; 0, or beyond the horizon: the horizon.
  Side attacker, defender;
  double at_sea = 1;  ///< What salvoes weigh in the ensemble, in [0, 1]; the other judges weigh 1.
  bool irregular = false;  ///< The attacker is no state: the guerrilla law.
};

/// Probability in [0, 1] that the attacker has its aim before the clock runs out.
///
/// `judge` is one card of `adjudication::all()`; one that does not apply to the battle gives way to
/// the `ensemble`, the equal mean of those that do. An attacker without force before the clock (its
/// strength averaged over days) wins with probability 0, one against nobody with 1. Strengths of
/// both sides multiplied by the same number leave it as it is. Numbers beyond the range of their
/// field count as its end.
///
/// Does not fall where the attacker's strength rises in a period in which it is there, nor where
/// the defender's falls in any; `epstein` alone may, rarely and by little (docs/adjudication.md).
/// Cost: some 3 microseconds for the ensemble over 90 days, a few more where losses are slow; no
/// allocation.
[[nodiscard]] double win(const Judge& judge, const Battle& battle, const Judgement& numbers);

/// Whether a judge has something to say about a battle. The ensemble always has.
[[nodiscard]] bool applies(const Judge& judge, const Battle& battle);

}  // namespace entente::campaign
