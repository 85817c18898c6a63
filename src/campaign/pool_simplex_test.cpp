// Small programmes solved by hand.
#include "campaign/pool_simplex.h"

#include <gtest/gtest.h>

namespace entente::campaign {
namespace {

constexpr double kClose = 1e-12;

TEST(PoolSimplex, EverythingGoesWhereItIsShort) {
  PoolSimplex simplex;
  simplex.clear();
  const Variable x = simplex.add_block(1);
  const Variable most = simplex.bounded(0, 3), sum = simplex.kinked(5, 1);
  simplex.add(most, x, 1);
  simplex.add(sum, x, 1);
  ASSERT_TRUE(simplex.solve());
  EXPECT_EQ(simplex.value(x), 3);
  EXPECT_EQ(simplex.value(sum), 3);
  EXPECT_EQ(simplex.price(sum), 1);  // Two are lacking, one more saves its cost.
  EXPECT_EQ(simplex.price(most), 1);
}

/// One pool of 4 for two sums that want 3 each at costs 1 and 2.
TEST(PoolSimplex, ALimitGoesToTheDearerSum) {
  PoolSimplex simplex;
  simplex.clear();
  const Variable x = simplex.add_block(2);
  const Variable cheap = simplex.kinked(3, 1), dear = simplex.kinked(3, 2);
  const Variable limit = simplex.bounded(0, 4);
  simplex.add(cheap, x, 1);
  simplex.add(dear, x + 1, 1);
  simplex.add(limit, x, 1);
  simplex.add(limit, x + 1, 1);
  ASSERT_TRUE(simplex.solve());
  EXPECT_NEAR(simplex.value(x), 1, kClose);
  EXPECT_NEAR(simplex.value(x + 1), 3, kClose);
  EXPECT_NEAR(simplex.value(limit), 4, kClose);
  EXPECT_NEAR(simplex.price(limit), 1, kClose);
  EXPECT_NEAR(simplex.price(cheap), 1, kClose);
  EXPECT_NEAR(simplex.price(dear), 1, kClose);  // A unit more for it is one less for the other.
}

/// The first pool may go to either sum, the second to the dear one alone.
TEST(PoolSimplex, OnePoolMakesRoomForAnother) {
  PoolSimplex simplex;
  simplex.clear();
  const Variable x = simplex.add_block(2), y = simplex.add_block(1);
  const Variable cheap = simplex.kinked(4, 1), dear = simplex.kinked(4, 2);
  const Variable first = simplex.bounded(0, 4), second = simplex.bounded(1, 3);
  simplex.add(cheap, x, 1);
  simplex.add(dear, x + 1, 1);
  simplex.add(dear, y, 0.5);  // Half of them work.
  for (const Variable one : {x, x + 1}) simplex.add(first, one, 1);
  simplex.add(second, y, 1);
  ASSERT_TRUE(simplex.solve());
  EXPECT_NEAR(simplex.value(x), 1.5, kClose);
  EXPECT_NEAR(simplex.value(x + 1), 2.5, kClose);
  EXPECT_NEAR(simplex.value(y), 3, kClose);
  EXPECT_NEAR(simplex.price(dear), 1, kClose);
  EXPECT_NEAR(simplex.price(first), 1, kClose);
  EXPECT_NEAR(simplex.price(second), 0.5, kClose);
}

TEST(PoolSimplex, WhatIsMetIsWorthNothing) {
  PoolSimplex simplex;
  simplex.clear();
  const Variable x = simplex.add_block(1);
  const Variable sum = simplex.kinked(2, 1), most = simplex.bounded(0, 3);
  simplex.add(sum, x, 1);
  simplex.add(most, x, 1);
  ASSERT_TRUE(simplex.solve());
  EXPECT_NEAR(simplex.value(sum), 2, kClose);
  EXPECT_NEAR(simplex.price(sum), 0, kClose);
  EXPECT_EQ(simplex.price(most), 0);
}

}  // namespace
}  // namespace entente::campaign
