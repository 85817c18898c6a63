#include "actors/contract.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <string>

#include "actors/commitment_stakes.h"

namespace entente::actors {
namespace {

/// p0 = .4, cP = .1, k = .3, as the worked example of the models.
Contract example(double revision_gain) {
  return {
      .alone = 0.4, .war_cost_protege = 0.1, .crisis_cost = 0.3, .revision_gain = revision_gain};
}

TEST(Contract, AContentProtegeLeavesAWindow) {
  const Window found = window(example(0.1), false);
  EXPECT_NEAR(found.deters, 0.4, 1e-12);
  EXPECT_NEAR(found.emboldens, 0.6, 1e-12);
  EXPECT_NEAR(found.low, 0.4, 1e-12);
  EXPECT_NEAR(found.high, 0.6, 1e-12);
  EXPECT_TRUE(found.opens);
}

TEST(Contract, AGreedierOneLeavesNoneUnlessItsPromiseIsConditional) {
  const Window found = window(example(0.2), false);
  EXPECT_NEAR(found.emboldens, 0.1, 1e-12);
  EXPECT_FALSE(found.opens);
  EXPECT_TRUE(window(example(0.2), true).opens);
}

TEST(Contract, APatronFightsOnlyForWhatItValues) {
  Contract poor = example(0.1);
  poor.value = 0.3;
  poor.cost_firmness = 1;
  EXPECT_NEAR(window(poor, false).credible, 0.3, 1e-12);
  EXPECT_FALSE(window(poor, true).opens);
}

TEST(Contract, AProtegeThatGainsNothingIsNeverFreed) {
  const Window found = window(example(0), false);
  EXPECT_TRUE(std::isinf(found.emboldens));
  EXPECT_FALSE(frees(found, 1, false));
  EXPECT_TRUE(frees(window(example(0.2), false), 0.2, false));
  EXPECT_FALSE(frees(window(example(0.2), false), 0.2, true));
}

TEST(Contract, AStrongProtegeNeedsNoPromise) {
  const Window found = window({.alone = 0.95, .war_cost_protege = 0, .crisis_cost = 0.3}, false);
  EXPECT_LT(found.deters, 0);
  EXPECT_DOUBLE_EQ(found.low, 0);
}

TEST(CommitmentStakes, DefaultsAreThoseOfTheFields) {
  const CommitmentStakes stakes;
  for (const CommitmentStake& one : kCommitmentStakes)
    EXPECT_DOUBLE_EQ(std::stod(std::string(one.field.fallback)), stakes.*one.value)
        << one.field.name;
}

RC_GTEST_PROP(ContractLaw, AConditionNeverClosesAWindow, ()) {
  const auto any = [] { return *rc::gen::inRange(0, 1001) / 1000.0; };
  const Contract made{any(), any(), any(), any(), any() + 0.001, any()};
  const Window free = window(made, false), bound = window(made, true);
  RC_ASSERT(free.low == bound.low && free.high <= bound.high);
  RC_ASSERT(bound.opens || !free.opens);
}

/// What deters does, and what is inside the window frees nobody.
RC_GTEST_PROP(ContractLaw, InsideTheWindowAllHolds, ()) {
  const auto any = [] { return *rc::gen::inRange(0, 1001) / 1000.0; };
  const Contract c{any(), any(), any(), any(), any() + 0.001, any()};
  const Window found = window(c, false);
  if (!found.opens || found.high < found.low) return;
  const double tau = found.low + any() * (found.high - found.low);
  RC_ASSERT(1 - c.alone - tau + c.war_cost_protege <= c.crisis_cost + 1e-9);
  RC_ASSERT((c.alone + tau) * c.revision_gain - c.war_cost_protege <= 1e-9);
  RC_ASSERT(tau * c.cost_firmness <= c.value + 1e-9);
}

}  // namespace
}  // namespace entente::actors
