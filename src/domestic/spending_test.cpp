#include "domestic/spending.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace entente::domestic {
namespace {

TEST(Spending, WhoPaysDecidesTheBacklash) {
  const Movers movers;
  EXPECT_DOUBLE_EQ(backlash({1, 0, 0}, movers), 0.08);
  EXPECT_DOUBLE_EQ(backlash({0, 1, 0}, movers), 0.02);
  EXPECT_DOUBLE_EQ(backlash({0, 0, 1}, movers), 0.12);
  EXPECT_DOUBLE_EQ(backlash({0.5, 0.25, 0.25}, movers), 0.04 + 0.005 + 0.03);
}

TEST(Spending, ARiseStopsAtItsGate) {
  const Movers movers;
  const Gates gates;
  // .61 - .08 x = .45.
  EXPECT_NEAR(greatest_rise(0.61, Regime::democracy, {1, 0, 0}, movers, gates, 5), 2, 1e-12);
  EXPECT_DOUBLE_EQ(greatest_rise(0.44, Regime::democracy, {1, 0, 0}, movers, gates, 5), 0);
  // Debt has the gate of a budget, .4, and a lighter hand.
  EXPECT_NEAR(greatest_rise(0.44, Regime::democracy, {0, 1, 0}, movers, gates, 5), 2, 1e-12);
  EXPECT_DOUBLE_EQ(greatest_rise(0.9, Regime::other, {1, 0, 0}, movers, gates, 5), 5);
}

TEST(Spending, WhatCostsNoSupportGoesAllTheWay) {
  Movers movers;
  movers.debt = 0;
  EXPECT_DOUBLE_EQ(greatest_rise(0.4, Regime::democracy, {0, 1, 0}, movers, {}, 3), 3);
}

RC_GTEST_PROP(SpendingLaw, TheGreatestRisePassesAndNoGreaterDoes, ()) {
  const auto any = [] { return *rc::gen::inRange(0, 1001) / 1000.0; };
  const double support = any(), tax = any(), debt = (1 - tax) * any();
  const Funding funding{tax, debt, 1 - tax - debt};
  const Gates gates;
  const double most = 5 * any();
  const double rise = greatest_rise(support, Regime::democracy, funding, {}, gates, most);
  RC_ASSERT(0 <= rise && rise <= most);
  const double after = support_for_rise(support, rise, funding, {});
  if (rise > 0) RC_ASSERT(after >= gates.tax - 1e-9 || (tax == 0 && after >= gates.budget - 1e-9));
  RC_ASSERT(support_for_rise(support, rise + any(), funding, {}) <= after);
}

}  // namespace
}  // namespace entente::domestic
