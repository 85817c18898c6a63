#include "campaign/arsenal/wright.h"

#include <gtest/gtest.h>

namespace entente::campaign {
namespace {

// V5.1: the table of an 80 % curve whose first unit costs 100.
TEST(Wright, GivesTheTableOfAnEightyPerCentCurve) {
  const double b = learning_exponent(0.8);
  EXPECT_NEAR(b, 0.32193, 5e-6);
  const double units[] = {1, 2, 4, 8, 16, 100}, costs[] = {100, 80, 64, 51.2, 40.96, 22.71};
  for (int i = 0; i < 6; ++i) EXPECT_NEAR(unit_cost(100, units[i], b), costs[i], 0.01) << units[i];
  double sum = 0;
  for (int n = 1; n <= 100; ++n) sum += unit_cost(100, n, b);
  EXPECT_NEAR(sum / 100, 32.651, 5e-4);
}

TEST(Wright, WithoutLearningMoneyBuysWhatItBuys) {
  EXPECT_EQ(rounds_for(1000, 4, {500, 0}, 0), 250);
  EXPECT_EQ(rounds_for(1000, 4, {0, 0}, 0.3), 250);
  EXPECT_EQ(rounds_for(0, 4, {500, 0}, 0.3), 0);
  EXPECT_EQ(rounds_for(1000, 0, {500, 0}, 0.3), 0);
}

TEST(Wright, AnOrderLowersItsOwnPrice) {
  const double b = learning_exponent(0.8), many = rounds_for(1000, 4, {500, 0}, b);
  EXPECT_GT(many, 250);
  // The integral of the price over the order is the budget, by a sum of small steps.
  double cost = 0;
  for (int i = 0; i < 100000; ++i)
    cost += 4 * unit_cost(1, (500 + (i + 0.5) * many / 100000) / 500, b) * many / 100000;
  EXPECT_NEAR(cost, 1000, 1e-3);
}

TEST(Wright, PartnersTeachAsWell) {
  const double b = learning_exponent(0.85);
  EXPECT_GT(rounds_for(1000, 4, {500, 500}, b), rounds_for(1000, 4, {500, 0}, b));
  // Twice the experience, one doubling: 15 % off, before the order teaches anything itself.
  EXPECT_NEAR(rounds_for(1e-6, 4, {500, 500}, b), 1e-6 / (4 * 0.85), 1e-12);
}

}  // namespace
}  // namespace entente::campaign
