// Small programmes solved by hand.
#include "campaign/pool_simplex.h"

#include <gtest/gtest.h>

namespace entente::campaign {
namespace {

constexpr double kClose = 1e-12;
constexpr double kAll[] = {1, 1, 1};
constexpr double kHalf[] = {0.5};
using Numbers = std::vector<double>;

std::span<const double> all(std::size_t cells) { return std::span(kAll).first(cells); }

TEST(PoolSimplex, EverythingGoesWhereItIsShort) {
  PoolSimplex simplex;
  simplex.clear(Numbers{5}, Numbers{1});
  simplex.add_pool();
  const Variable x = simplex.add_unit(0, all(1)), most = simplex.add_sum(3);
  simplex.add(most, x);
  ASSERT_TRUE(simplex.solve());
  EXPECT_EQ(simplex.value(x), 3);
  EXPECT_EQ(simplex.supply(0), 3);
  EXPECT_EQ(simplex.price(0), 1);  // Two are lacking, one more saves its cost.
  EXPECT_EQ(simplex.price_of_sum(most), 1);
}

/// One pool of 4 for two cells that want 3 each at costs 1 and 2.
TEST(PoolSimplex, ALimitGoesToTheDearerCell) {
  PoolSimplex simplex;
  simplex.clear(Numbers{3, 3}, Numbers{1, 2});
  simplex.add_pool();
  const Variable x = simplex.add_unit(0, all(1)), y = simplex.add_unit(1, all(1));
  const Variable limit = simplex.add_sum(4);
  simplex.add(limit, x);
  simplex.add(limit, y);
  ASSERT_TRUE(simplex.solve());
  EXPECT_NEAR(simplex.value(x), 1, kClose);
  EXPECT_NEAR(simplex.value(y), 3, kClose);
  EXPECT_NEAR(simplex.value(limit), 4, kClose);
  EXPECT_NEAR(simplex.price_of_sum(limit), 1, kClose);
  EXPECT_NEAR(simplex.price(0), 1, kClose);
  EXPECT_NEAR(simplex.price(1), 1, kClose);  // A unit more for it is one less for the other.
}

/// The first pool may go to either cell, the second to the dear one alone, where half of it works.
TEST(PoolSimplex, OnePoolMakesRoomForAnother) {
  PoolSimplex simplex;
  simplex.clear(Numbers{4, 4}, Numbers{1, 2});
  simplex.add_pool();
  const Variable x = simplex.add_unit(0, all(1)), y = simplex.add_unit(1, all(1));
  const Variable first = simplex.add_sum(4);
  simplex.add(first, x);
  simplex.add(first, y);
  simplex.add_pool();
  const Variable z = simplex.add_unit(1, kHalf), second = simplex.add_sum(3);
  simplex.add(second, z);
  ASSERT_TRUE(simplex.solve());
  EXPECT_NEAR(simplex.value(x), 1.5, kClose);
  EXPECT_NEAR(simplex.value(y), 2.5, kClose);
  EXPECT_NEAR(simplex.value(z), 3, kClose);
  EXPECT_NEAR(simplex.price(1), 1, kClose);
  EXPECT_NEAR(simplex.price_of_sum(first), 1, kClose);
  EXPECT_NEAR(simplex.price_of_sum(second), 0.5, kClose);
}

TEST(PoolSimplex, UnitsThatComeServeAllLaterCells) {
  PoolSimplex simplex;
  simplex.clear(Numbers{2, 4, 3}, Numbers{1, 1, 1});
  simplex.add_pool();
  const Variable early = simplex.add_unit(0, all(3)), late = simplex.add_unit(1, all(2));
  const Variable first = simplex.add_sum(1), second = simplex.add_sum(5);
  simplex.add(first, early);
  simplex.add(second, early);
  simplex.add(second, late);
  ASSERT_TRUE(simplex.solve());
  EXPECT_NEAR(simplex.value(early), 1, kClose);
  EXPECT_NEAR(simplex.value(late), 3, kClose);
  EXPECT_NEAR(simplex.price_of_sum(first), 1, kClose);
  EXPECT_NEAR(simplex.price_of_sum(second), 0, kClose);
}

/// Equal costs: any split of 4 over two cells that want 4 and 8 is best; shares unmet are equal
/// where one has 4/3 and the other 8/3.
struct Split : testing::Test {
  Split() {
    simplex.clear(Numbers{4, 8}, Numbers{1, 1});
    simplex.add_pool();
    x = simplex.add_unit(0, all(1));
    y = simplex.add_unit(1, all(1));
    const Variable limit = simplex.add_sum(4);
    simplex.add(limit, x);
    simplex.add(limit, y);
  }
  PoolSimplex simplex;
  Variable x = 0, y = 0;
};

TEST_F(Split, LevelsTheLargestShare) {
  ASSERT_TRUE(simplex.solve());
  const Numbers part{1, 1}, size{4, 8};
  const std::vector<std::size_t> group{0, 1};
  ASSERT_TRUE(simplex.level({part, group, size}));
  EXPECT_NEAR(simplex.value(x), 4.0 / 3, kClose);
  EXPECT_NEAR(simplex.value(y), 8.0 / 3, kClose);
  ASSERT_TRUE(simplex.minimise(Numbers{5, 1}));  // Nothing is left to choose.
  EXPECT_FALSE(simplex.open());
  EXPECT_NEAR(simplex.value(x), 4.0 / 3, kClose);
}

TEST_F(Split, TakesTheCheaperOfEqualOptima) {
  ASSERT_TRUE(simplex.solve());
  ASSERT_TRUE(simplex.minimise(Numbers{5, 1}));
  EXPECT_NEAR(simplex.value(x), 0, kClose);
  EXPECT_NEAR(simplex.value(y), 4, kClose);
}

TEST_F(Split, NeverLeavesTheOptimaOfTheFirstAim) {
  ASSERT_TRUE(simplex.solve());
  ASSERT_TRUE(simplex.minimise(Numbers{1, 1}));  // Nothing sent would be cheaper still.
  EXPECT_NEAR(simplex.value(x) + simplex.value(y), 4, kClose);
}

}  // namespace
}  // namespace entente::campaign
