#include "actors/chain_gang.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace entente::actors {
namespace {

TEST(ChainGang, TheContest) {
  EXPECT_DOUBLE_EQ(holds(1, 1, 1, 1), 0.5);
  EXPECT_DOUBLE_EQ(holds(1, 1, 2, 1), 2.0 / 3);
  EXPECT_DOUBLE_EQ(holds(1, 2, 1, 2), 0.2);
}

TEST(ChainGang, ValuesByHand) {
  // Equal strengths, g = 1, m = 1: both hold 2/3, the ally 1/2, alone against two 1/3.
  const double join = 2.0 / 3 - 0.2 - 0.5 / 3, wait = 0.5 + 0.5 * (1.0 / 3 - 0.7);
  EXPECT_NEAR(joining_over_waiting({}, {}, 1), join - wait, 1e-12);
}

TEST(ChainGang, DefenceThatNobodyBreaksIsLeftToTheAlly) {
  EXPECT_LT(joining_over_waiting({}, {}, 20), 0);
  EXPECT_FALSE(crossover({}, {.war_cost = 0.6, .loss_of_ally = 0, .spoils = 0}).has_value());
}

TEST(ChainGang, WhoHasNothingToPayJoinsAtOnce) {
  EXPECT_DOUBLE_EQ(crossover({}, {.war_cost = 0, .loss_of_ally = 1}).value_or(0), 20);
}

/// The share of combinations over the ranges of the pay-offs in which a state joins.
double joins_over_ranges(const Alignment& at, double advantage) {
  int joins = 0, all = 0;
  for (const double cost : {0.05, 0.2, 0.4, 0.6})
    for (const double loss : {0.1, 0.4, 0.7, 1.0})
      for (const double spoils : {0.0, 0.5, 1.0})
        for (const double m : {0.5, 1.0, 2.0, 3.0}) {
          joins += joining_over_waiting(at, {cost, loss, spoils, m}, advantage) > 0 ? 1 : 0;
          ++all;
        }
  return static_cast<double>(joins) / all;
}

// Strengths as in the validation case; what docs/entrapment.md says of them.
TEST(ChainGang, WhichDecisionsHangOnThePayOffs) {
  const double offence = 1 / 1.5, defence = 2;
  EXPECT_GT(joins_over_ranges({7.4748203, 11.26900515, 22.6435499}, offence), 0.5);
  EXPECT_GT(joins_over_ranges({11.080456, 7.66336945, 22.6435499}, offence), 0.5);
  EXPECT_GT(joins_over_ranges({15.820104, 6.8234459, 11.26900515}, offence), 0.5);
  EXPECT_GT(joins_over_ranges({13.790944, 21.09036225, 22.6435499}, offence), 0.5);
  EXPECT_LT(joins_over_ranges({4.5568597, 9.0834717, 15.422215}, defence), 0.5);
  EXPECT_LT(joins_over_ranges({16.435921, 13.6403314, 15.422215}, defence), 0.5);
  EXPECT_LT(joins_over_ranges({13.81359, 15.7590853, 17.79559}, defence), 0.5);
  EXPECT_GT(joins_over_ranges({7.7787034, 5.861628, 15.422215}, defence), 0.5);  // Britain, 1938.
}

/// At a crossover the decision turns, and beyond it, it never turns back.
RC_GTEST_PROP(ChainGangLaw, AboveTheCrossoverBucksArePassed, ()) {
  const auto any = [](double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
  };
  const Alignment at{any(0.1, 3), any(0.1, 3), any(0.1, 3)};
  const JoinStakes stakes{any(0.05, 0.6), any(0.1, 1), any(0, 1), any(0.5, 3)};
  const auto turns = crossover(at, stakes);
  if (!turns || *turns == 20) return;
  RC_ASSERT(joining_over_waiting(at, stakes, *turns * 0.9999) > -1e-9);
  for (double g = *turns * 1.001; g < 20; g *= 1.1)
    RC_ASSERT(joining_over_waiting(at, stakes, g) <= 1e-9);
}

/// The likelier the fall of the ally hurts, the sooner one joins.
RC_GTEST_PROP(ChainGangLaw, LossOfAnAllySpeaksForJoining, ()) {
  const auto any = [](double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
  };
  const Alignment at{any(0.1, 3), any(0.1, 3), any(0.1, 3)};
  JoinStakes stakes{any(0.05, 0.6), any(0.1, 1), any(0, 1), any(0.5, 3)};
  const double advantage = any(0.3, 3), before = joining_over_waiting(at, stakes, advantage);
  stakes.loss_of_ally += any(0, 1);
  RC_ASSERT(joining_over_waiting(at, stakes, advantage) >= before - 1e-12);
}

}  // namespace
}  // namespace entente::actors
