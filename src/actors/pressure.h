/// What levers change of an attacker's decision: how often attacks begin, what they cost, what is
/// had without them.
///
/// Floor 2; part of actors. An offer is read by the balance of forces. An offer made from strength
/// (the attacker would hardly win) is taken for what it is; made from weakness it tells the
/// attacker to ask again, so that attacks begin more often by the factor 1 + reputation chance, as
/// after accommodation in `hedge/ladder.h`. Source: models of this project, sections 3.1 and 7;
/// Fearon (1995) on what is asked; Press (2005) against Crescenzi, Kathman, Kleinberg and Wood
/// (2012) on reputation.
#pragma once

#include "actors/stakes.h"

namespace entente::actors {

struct Pressure {
  double hazard = 1;    ///< Factor of how often attacks begin, > 0.
  double conceded = 0;  ///< Share of the prize that is had without a fight, in [0, 1].
  double cost = 0;      ///< Of an attack besides, in prizes.
  double slip = 0;      ///< Added to P(an incident is taken for an armed attack).
  bool offer = false;
  double reputation = 0.5, sharpness = 5;  ///< As in `hedge/premises.h`.

  [[nodiscard]] bool any() const {
    return hazard != 1 || conceded != 0 || cost != 0 || slip != 0 || offer;
  }
};

/// The factor by which attacks begin more or less often where the attacker's chance of winning is
/// `chance`: hazard (1 + reputation chance), the last term with an offer alone.
[[nodiscard]] double hazard_factor(const Pressure& pressure, double chance);

/// The chance of winning above which an offer invites: (1 / hazard - 1) / reputation. Infinite
/// where none does, as without an offer.
[[nodiscard]] double offer_turns_at(const Pressure& pressure);

/// The stakes without what changes how often attacks begin: status_quo + conceded, cost, slip.
[[nodiscard]] Stakes stakes_under(Stakes stakes, const Pressure& pressure);

/// The same with that too. How often attacks begin is a rate for models of rates; in models of
/// value it is worth ln(factor) / sharpness, so that a decision by logit of that sharpness turns as
/// much more often where it is rare.
[[nodiscard]] Stakes pressed(Stakes stakes, const Pressure& pressure, double chance);

}  // namespace entente::actors
