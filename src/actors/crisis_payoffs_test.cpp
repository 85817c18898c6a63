#include "actors/crisis_payoffs.h"

#include <gtest/gtest.h>

namespace entente::actors {
namespace {

const std::vector<CrisisSeat> kTwo = {
    {.camp = CrisisCamp::challenger, .strength = 3, .democracy = 0.5},
    {.camp = CrisisCamp::defender, .stake = 2, .strength = 1, .democracy = 1}};

TEST(CrisisPayoffs, WarIsALotteryThatCosts) {
  const auto worth = crisis_payoffs(kTwo, {.rung = 5, .war = true, .backed = {0, 0}}, {});
  EXPECT_DOUBLE_EQ(worth[0], 0.75 - 0.6);
  EXPECT_DOUBLE_EQ(worth[1], 2 * (-0.75 - 0.6));
}

TEST(CrisisPayoffs, GivingWayInPublicCostsByRungAndMediatorsTakeHalfOff) {
  CrisisOutcome backed{.stood = 4, .share = 1, .backed = {0, 1}};
  EXPECT_DOUBLE_EQ(crisis_payoffs(kTwo, backed, {})[1], 2 * (-1 - 0.05 * 4));
  backed.mediated = true;
  EXPECT_DOUBLE_EQ(crisis_payoffs(kTwo, backed, {})[1], 2 * (-1 - 0.05 * 4 * 0.5));
  EXPECT_DOUBLE_EQ(crisis_payoffs(kTwo, backed, {})[0], 1);
}

TEST(CrisisPayoffs, AlliesCountAsFarAsTheyCome) {
  std::vector<CrisisSeat> seats = kTwo;
  seats.push_back({.camp = CrisisCamp::defender, .strength = 2, .status = AllyStatus::out});
  EXPECT_DOUBLE_EQ(crisis_odds(seats, {}), 0.75);
  seats[2].status = AllyStatus::in;
  EXPECT_DOUBLE_EQ(crisis_odds(seats, {}), 0.5);
  seats[2].status = AllyStatus::delayed;
  EXPECT_DOUBLE_EQ(crisis_odds(seats, {}), 3.0 / 5);
  const CrisisOutcome war{.rung = 5, .war = true, .backed = {0, 0, 0}};
  EXPECT_DOUBLE_EQ(crisis_payoffs(seats, war, {})[2], -0.6 - 0.6 / 2 - 0.6 / 2);
  seats[2].status = AllyStatus::reneged;
  EXPECT_DOUBLE_EQ(crisis_payoffs(seats, war, {})[2], -0.75 - 0.6);
}

TEST(CrisisPayoffs, BothWouldRatherSettleWithinTheRange) {
  // Fearon (1995): with complete information there is always a settlement both prefer to war.
  const BargainingRange range = bargaining_range(kTwo, 5, {});
  EXPECT_DOUBLE_EQ(range.odds, 0.75);
  EXPECT_DOUBLE_EQ(range.low, 0.75 - 0.6);
  EXPECT_DOUBLE_EQ(range.high, 0.75 + 0.6);
  const auto war = crisis_payoffs(kTwo, {.rung = 5, .war = true, .backed = {0, 0}}, {});
  const auto settled = crisis_payoffs(kTwo, {.share = 0.75, .backed = {0, 0}}, {});
  EXPECT_GT(settled[0], war[0]);
  EXPECT_GT(settled[1], war[1]);
}

}  // namespace
}  // namespace entente::actors
