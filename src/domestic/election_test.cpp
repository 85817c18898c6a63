#include "domestic/election.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace entente::domestic {
namespace {

TEST(Election, EvenSupportIsAnEvenChance) {
  EXPECT_DOUBLE_EQ(turnover(0.5, Regime::democracy, {}), 0.5);
  EXPECT_NEAR(turnover(0.25, Regime::democracy, {}), 1 / (1 + std::exp(-1)), 1e-15);
}

TEST(Election, BringsInTheRivalsAttitude) {
  const Contest contest{.government = 0, .rival = -0.5};
  EXPECT_DOUBLE_EQ(attitude_after(contest, 0.5, Regime::democracy, {}, 0.49), -0.5);
  EXPECT_DOUBLE_EQ(attitude_after(contest, 0.5, Regime::democracy, {}, 0.5), 0);
  EXPECT_DOUBLE_EQ(expected_attitude(contest, 0.5, Regime::democracy, {}), -0.25);
}

TEST(Election, NoneWhereNobodyVotes) {
  const Contest contest{.government = 0.2, .rival = -0.5};
  EXPECT_DOUBLE_EQ(attitude_after(contest, 0, Regime::other, {}, 0), 0.2);
  EXPECT_DOUBLE_EQ(expected_attitude(contest, 0, Regime::other, {}), 0.2);
  EXPECT_DOUBLE_EQ(change_within(480, Regime::other, {}), 0);
}

TEST(Election, OneInFourYearsOnAverage) {
  EXPECT_DOUBLE_EQ(change_within(0, Regime::democracy, {}), 0);
  EXPECT_NEAR(change_within(48, Regime::democracy, {}), 1 - std::exp(-1), 1e-15);
}

RC_GTEST_PROP(ElectionLaw, SupportKeepsAGovernment, ()) {
  const double low = *rc::gen::inRange(0, 1000) / 1000.0;
  const double high = low + (1 - low) * *rc::gen::inRange(0, 1001) / 1000.0;
  const double often = turnover(low, Regime::democracy, {});
  RC_ASSERT(0 < often && often < 1);
  RC_ASSERT(turnover(high, Regime::democracy, {}) <= often);
}

}  // namespace
}  // namespace entente::domestic
