// Small programmes solved by hand.
#include "campaign/kinked_simplex.h"

#include <gtest/gtest.h>

#include "solve/linear_programme.h"

namespace entente::campaign {
namespace {

using solve::kInfinity;

constexpr double kClose = 1e-9;

TEST(KinkedSimplex, NothingBrokenNothingMoves) {
  KinkedSimplex simplex({1, 2}, {0, 0});
  const auto sum = simplex.kinked(5, 1);
  simplex.add(sum, 0, 1);
  simplex.add(sum, 1, 1);
  simplex.settle();
  ASSERT_TRUE(simplex.solve());
  EXPECT_EQ(simplex.value(0), 1);
  EXPECT_EQ(simplex.value(sum), 3);
  EXPECT_EQ(simplex.price(sum), 1);  // Two are lacking, one more saves its cost.
  EXPECT_EQ(simplex.price(0), -1);
}

/// One pool of 4 for two sums that want 3 each at costs 1 and 2.
TEST(KinkedSimplex, ALimitGoesToTheDearerSum) {
  KinkedSimplex simplex({4, 4}, {0, 0});
  const auto cheap = simplex.kinked(3, 1), dear = simplex.kinked(3, 2);
  simplex.add(cheap, 0, 1);
  simplex.add(dear, 1, 1);
  simplex.settle();
  ASSERT_TRUE(simplex.solve());
  const auto limit = simplex.bounded(-kInfinity, 4);  // Added once it is broken.
  simplex.add(limit, 0, 1);
  simplex.add(limit, 1, 1);
  ASSERT_TRUE(simplex.solve());
  EXPECT_NEAR(simplex.value(0), 1, kClose);
  EXPECT_NEAR(simplex.value(1), 3, kClose);
  EXPECT_NEAR(simplex.value(limit), 4, kClose);
  EXPECT_NEAR(simplex.price(limit), -1, kClose);
  EXPECT_NEAR(simplex.price(cheap), 1, kClose);
  EXPECT_NEAR(simplex.price(dear), 1, kClose);  // A unit more for it is one less for the other.
}

TEST(KinkedSimplex, AVariableGoesFromBoundToBoundOnTheWay) {
  KinkedSimplex simplex({1, 1, 1}, {-1e-9, -2e-9, -3e-9});
  const auto least = simplex.kinked(2, 1);
  for (const KinkedSimplex::Id one : {0u, 1u, 2u}) simplex.add(least, one, 1);
  const auto limit = simplex.bounded(-kInfinity, 1);
  for (const KinkedSimplex::Id one : {0u, 1u, 2u}) simplex.add(limit, one, 1);
  simplex.settle();
  ASSERT_TRUE(simplex.solve());
  EXPECT_NEAR(simplex.value(limit), 1, kClose);
  EXPECT_NEAR(simplex.price(least), 1, kClose);
  EXPECT_NEAR(simplex.value(2), 1, kClose);  // Ties go to those that cost most to move.
}

TEST(KinkedSimplex, GivesUpWhereNoStepHelps) {
  KinkedSimplex simplex({1}, {0});
  const auto never = simplex.bounded(2, kInfinity);
  simplex.add(never, 0, 1);
  EXPECT_FALSE(simplex.solve());
}

}  // namespace
}  // namespace entente::campaign
