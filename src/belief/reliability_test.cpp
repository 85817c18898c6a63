#include "belief/reliability.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente::belief {
namespace {

using world::Commitment;
using world::Discretion;
using world::Duty;
using world::Form;

/// An automatic treaty of defence of some level.
Commitment pact(int institution, bool nuclear = false) {
  Commitment c;
  c.duty = Duty::fight;
  c.discretion = Discretion::automatic;
  c.institution = institution;
  c.nuclear = nuclear;
  return c;
}

double theta(const Commitment& c, const Circumstance& at = {}, const Assumptions& a = {}) {
  return reliability(c, at, a);
}

double logit(double p) { return std::log(p / (1 - p)); }

TEST(Reliability, OrientationValues) {
  EXPECT_NEAR(theta(pact(3, true), {.tripwire = 1}), 0.87, 0.01);
  EXPECT_NEAR(theta(pact(3, true)), 0.84, 0.01);
  const Assumptions optimist = with_rates({}, *find_base_rates("leeds_long_mitchell"));
  EXPECT_NEAR(theta(pact(3, true), {.tripwire = 1}, optimist), 0.97, 0.01);
  EXPECT_NEAR(theta(pact(2)), 0.65, 0.01);
  EXPECT_NEAR(theta(pact(1)), 0.53, 0.01);
}

TEST(Reliability, WithoutAnythingElseItIsTheBaseRate) { EXPECT_NEAR(theta(pact(0)), 0.41, 1e-15); }

TEST(Reliability, DiscretionIsThePromisorsOwn) {
  Commitment c = pact(2);
  const double automatic = logit(theta(c));
  c.discretion = Discretion::own_judgement;
  EXPECT_NEAR(logit(theta(c)), automatic - 0.3, 1e-12);
  c.discretion = Discretion::by_vote;
  EXPECT_NEAR(logit(theta(c)), automatic - 0.3, 1e-12);
  c.discretion =
      Discretion::on_request;  // The beneficiary asks; the promisor has nothing to decide.
  EXPECT_NEAR(logit(theta(c)), automatic, 1e-12);
  c = pact(3);
  const double command = theta(c);
  c.discretion = Discretion::own_judgement;
  EXPECT_EQ(theta(c), command);
}

TEST(Reliability, FormAndConsultationTakeTogetherNoMoreThanTheirMost) {
  Commitment c = pact(0);
  const double treaty = logit(theta(c));
  for (const Form form : {Form::statute, Form::executive, Form::declaration, Form::memorandum}) {
    c.form = form;
    EXPECT_NEAR(logit(theta(c)), treaty - 0.7, 1e-12);
  }
  c.duty = Duty::consult;
  EXPECT_NEAR(logit(theta(c)), logit(0.393) - 1.4, 1e-12);
  c.form = Form::treaty;
  EXPECT_NEAR(logit(theta(c)), logit(0.393) - 1.0, 1e-12);
}

TEST(Reliability, CircumstancesMoveIt) {
  const double plain = logit(theta(pact(1)));
  EXPECT_NEAR(logit(theta(pact(1), {.stake = 1})), plain + 0.8, 1e-12);
  EXPECT_NEAR(logit(theta(pact(1), {.policy_change = 1})), plain - 0.7, 1e-12);
  EXPECT_NEAR(logit(theta(pact(1), {.cinc_change = 0.5})), plain - 0.4, 1e-12);
}

TEST(Reliability, TaiwanRelationsActByHand) {
  // logit .41 = -.364; -.7 for a statute, -.3 for judgement, +.8 for the stake: -.564.
  Symbols symbols;
  Commitment c = pact(0);
  c.promisor = symbols.intern("USA");
  c.beneficiary = symbols.intern("TWN");
  c.duty = Duty::supply;
  c.form = Form::statute;
  c.discretion = Discretion::own_judgement;
  EXPECT_NEAR(theta(c, circumstance_of(c, symbols, {})), 0.3626, 5e-4);
  c.beneficiary = symbols.intern("FRA");
  EXPECT_EQ(circumstance_of(c, symbols, {}).stake, 0);
}

TEST(Reliability, AFixedOneIsTheAnswer) {
  Commitment c = pact(3, true);
  c.reliability = 0.25;
  EXPECT_EQ(theta(c, {.tripwire = 1}), 0.25);
}

TEST(Reliability, StaysAProbabilityAtEveryEndOfTheRanges) {
  for (const Assumption& one : kAssumptions) {
    for (const double value : {one.field.low, one.field.high}) {
      Assumptions a;
      a.*one.value = value;
      for (int level = 0; level <= 3; ++level) {
        const double p =
            theta(pact(level, true),
                  {.tripwire = 1, .stake = 2, .policy_change = 1, .cinc_change = 3}, a);
        EXPECT_GT(p, 0) << one.field.name;
        EXPECT_LT(p, 1) << one.field.name;
      }
    }
  }
}

TEST(Belief, IntervalOfTheModels) {
  // Validation target V2.4: Beta(8, 2) has mean 0.8 and 5 to 95 % from 0.571 to 0.959.
  const Belief belief = prior(0.8, 10);
  EXPECT_NEAR(belief.mean(), 0.8, 1e-15);
  EXPECT_NEAR(belief.quantile(0.05), 0.571, 5e-4);
  EXPECT_NEAR(belief.quantile(0.95), 0.959, 5e-4);
}

TEST(Belief, MoreWarsNarrowIt) {
  const Belief wide = prior(0.6, 3), narrow = prior(0.6, 30);
  EXPECT_LT(wide.quantile(0.05), narrow.quantile(0.05));
  EXPECT_GT(wide.quantile(0.95), narrow.quantile(0.95));
}

TEST(Belief, UpdatesByHand) {
  // Beta(4, 4); kept to us +1 alpha; broken to one half like us +0.25 * 0.5 beta.
  const Observation seen[] = {{true, true, 0}, {false, false, 0.5}};
  const Belief after = updated(prior(0.5, 8), seen, 0.25);
  EXPECT_DOUBLE_EQ(after.alpha, 5);
  EXPECT_DOUBLE_EQ(after.beta, 4.125);
}

TEST(Belief, CurrentCalculusLearnsNothingFromOthers) {
  const Observation seen[] = {{false, false, 1}};
  EXPECT_DOUBLE_EQ(updated(prior(0.5, 8), seen, 0).mean(), 0.5);
  EXPECT_DOUBLE_EQ(updated(prior(0.5, 8), seen, 1).beta, 5);
}

}  // namespace
}  // namespace entente::belief
