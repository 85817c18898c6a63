/// The alliance dilemma: how far to commit to a partner between abandonment and entrapment.
///
/// Floor 2; part of actors. Source: Snyder (1984), World Politics 36; Snyder (1997), Alliance
/// Politics; the functional forms are ours, the simplest with a marginal balance.
#pragma once

namespace entente::actors {

/// What a state weighs; losses in prizes, chances and shares in [0, 1].
struct Dilemma {
  double reliability = 0;      ///< Of the partner where the state commits nothing.
  double loyalty_returns = 0;  ///< How much of the rest full commitment removes.
  double dependence = 0;       ///< >= 0.
  double loss_abandoned = 0, loss_entrapped = 0;  ///< >= 0.
  double partner_wars = 0;  ///< That the partner goes to war for ends of its own.
};

/// Need over alternatives, in [0, 1]: `need` is the share of what defence takes that the state has
/// not itself; `others` is what others bound by law would send, over that need, >= 0. The state's
/// own stand is an alternative, so it is need / (1 + others).
[[nodiscard]] double dependence(double need, double others);

/// U(C) = -(1 - theta(C)) A d - E C^2 pi, theta(C) = theta + r (1 - theta) C, for C in [0, 1].
[[nodiscard]] double dilemma_value(const Dilemma& dilemma, double commitment);

/// The C in [0, 1] at which the marginal fears meet, r (1 - theta) A d = 2 E C pi; 1 where
/// abandonment weighs more all the way, 0 where there is no fear of it.
[[nodiscard]] double balanced_commitment(const Dilemma& dilemma);

}  // namespace entente::actors
