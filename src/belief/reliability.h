/// How likely a promise is kept, and what is not known about that.
///
/// Floor 2; uses base, card, world, solve. The one object of the engine that says how reliable a
/// promise is; allocation, deterrence, hedging and network value all read it. It sees commitments,
/// never articles. Exact; draws nothing; safe from many threads.
#pragma once

#include <span>

#include "base/symbol.h"
#include "belief/assumptions.h"
#include "belief/base_rates.h"
#include "world/commitment.h"

namespace entente::belief {

/// What bears on a promise beside its law.
struct Circumstance {
  double tripwire = 0;       ///< 1: the promisor has forces in or next to the theatre. In [0, 1].
  double stake = 0;          ///< The promisor's own stake. >= 0.
  double policy_change = 0;  ///< Of the promisor since signature, in [0, 1].
  double cinc_change = 0;    ///< |change of log capability share since signature|, >= 0.
};

/// The circumstance of a promise where nothing else is known: those of `assumptions`, and the stake
/// of the United States in Taiwan (names of `symbols`).
[[nodiscard]] Circumstance circumstance_of(const world::Commitment& commitment,
                                           const Symbols& symbols, const Assumptions& assumptions);

/// The assumptions with the base rates of a choice.
[[nodiscard]] Assumptions with_rates(Assumptions assumptions, const BaseRates& rates);

/// The base rate a promise starts from, in (0, 1).
[[nodiscard]] double base_rate(const world::Commitment& commitment, const Assumptions& assumptions);

/// P(the promise is kept when it comes due), in [0, 1]: its mean over what is not known.
///
/// logit(theta) = logit(theta0 of the type) + b_institution * level + b_tripwire * tripwire
///   + b_nuclear * nuclear + b_form - b_discretion * discretionary + b_stake * stake
///   - b_policy * policy_change - b_power * cinc_change,
/// b_form = -min(b_form_most, b_statute [form below a treaty] + b_consult [consult only]);
/// discretionary: the promisor or a vote decides, and the institution is below 3.
/// A reliability that a scenario fixed is the answer as it stands.
/// Source: models of this project, section 2; base rates: see `base_rates.h`.
[[nodiscard]] double reliability(const world::Commitment& commitment, const Circumstance& at,
                                 const Assumptions& assumptions);

/// What is believed about one reliability: a Beta law. Mean alpha / (alpha + beta).
struct Belief {
  double alpha = 1, beta = 1;  ///< Both > 0.

  [[nodiscard]] double mean() const { return alpha / (alpha + beta); }
  /// The value below which it lies with probability p, in [0, 1].
  [[nodiscard]] double quantile(double p) const;
};

/// Beta(theta n0, (1 - theta) n0). REQUIRES: theta in (0, 1), n0 > 0.
[[nodiscard]] Belief prior(double theta, double n0);

/// A promise of the same promisor that came due.
struct Observation {
  bool kept = false;
  bool same_beneficiary = false;
  double similarity = 0;  ///< Of the beneficiary to ours, in [0, 1]; unread where it is the same.
};

/// What is believed after observations, in any order: alpha gains w for each promise kept, beta for
/// each broken, w = 1 for the same beneficiary, else w0 times the similarity.
/// Source: conjugate updating; spill-over between Press (2005) and Crescenzi et al. (2012).
[[nodiscard]] Belief updated(Belief belief, std::span<const Observation> observed, double w0);

}  // namespace entente::belief
