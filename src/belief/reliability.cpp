#include "belief/reliability.h"

#include <algorithm>
#include <cassert>

#include "solve/beta.h"
#include "solve/normal.h"

namespace entente::belief {
namespace {

using world::Commitment;

constexpr int kCommand = 3;  // The level at which an organisation decides in advance.

bool discretionary(const Commitment& c) {
  // On request the beneficiary decides, so the promisor has no more choice than in an automatic
  // duty.
  const bool chooses = c.discretion == world::Discretion::own_judgement ||
                       c.discretion == world::Discretion::by_vote;
  return chooses && c.institution < kCommand;
}

double form_loss(const Commitment& c, const Assumptions& a) {
  double loss = 0;
  if (c.form != world::Form::treaty) loss += a.b_statute;
  if (c.duty == world::Duty::consult) loss += a.b_consult;
  return std::min(loss, a.b_form_most);
}

}  // namespace

Circumstance circumstance_of(const Commitment& commitment, const Symbols& symbols,
                             const Assumptions& assumptions) {
  const bool strait =
      symbols.name(commitment.promisor) == "USA" && symbols.name(commitment.beneficiary) == "TWN";
  return {.tripwire = assumptions.tripwire,
          .stake = strait ? assumptions.stake_usa_twn : 0.0,
          .policy_change = assumptions.policy_change,
          .cinc_change = assumptions.cinc_change};
}

Assumptions with_rates(Assumptions assumptions, const BaseRates& rates) {
  assumptions.theta0_defence = rates.of(Type::defence);
  assumptions.theta0_offence = rates.of(Type::offence);
  assumptions.theta0_neutrality = rates.of(Type::neutrality);
  assumptions.theta0_non_aggression = rates.of(Type::non_aggression);
  assumptions.theta0_consultation = rates.of(Type::consultation);
  return assumptions;
}

double base_rate(const Commitment& commitment, const Assumptions& a) {
  switch (type_of(commitment)) {
    case Type::defence:
      return a.theta0_defence;
    case Type::offence:
      return a.theta0_offence;
    case Type::neutrality:
      return a.theta0_neutrality;
    case Type::non_aggression:
      return a.theta0_non_aggression;
    case Type::consultation:
      break;
  }
  return a.theta0_consultation;
}

double reliability(const Commitment& c, const Circumstance& at, const Assumptions& a) {
  if (c.reliability) return *c.reliability;
  double logit = solve::logit(base_rate(c, a));
  logit += a.b_institution * c.institution;
  logit += a.b_tripwire * at.tripwire;
  if (c.nuclear) logit += a.b_nuclear;
  logit -= form_loss(c, a);
  if (discretionary(c)) logit -= a.b_discretion;
  logit += a.b_stake * at.stake;
  logit -= a.b_policy * at.policy_change;
  logit -= a.b_power * at.cinc_change;
  return solve::logistic(logit);
}

double Belief::quantile(double p) const { return solve::beta_quantile(alpha, beta, p); }

Belief prior(double theta, double n0) {
  assert(theta > 0 && theta < 1 && n0 > 0);
  return {theta * n0, (1 - theta) * n0};
}

Belief updated(Belief belief, std::span<const Observation> observed, double w0) {
  for (const Observation& one : observed) {
    const double weight = one.same_beneficiary ? 1.0 : w0 * one.similarity;
    (one.kept ? belief.alpha : belief.beta) += weight;
  }
  return belief;
}

}  // namespace entente::belief
