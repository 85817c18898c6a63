// What levers, flags and ranges say of one number, and who goes first.
#include "campaign/assumed.h"

#include <gtest/gtest.h>

namespace entente::campaign {
namespace {

struct Held {
  double tried = 2, left = 5;
};
constexpr card::Assumption<Held> kList[] = {
    {card::number("tried", "units", "One that is changed.", card::kOurs, "2", 1, 4), &Held::tried},
    {card::number("left", "units", "One that is not.", card::kOurs, "5", 5, 5), &Held::left},
};

scenario::Plan with_lever() {
  scenario::Plan plan;
  plan.assumed.push_back({"tried", {8, 6, 10, true, 'C'}});
  return plan;
}

TEST(Assumed, AFlagGoesBeforeTheDefaultAndALeverBeforeTheFlag) {
  const card::Arguments flag{{"tried", {"3"}}};
  Held held;
  read_all(kList, held, {}, {});
  EXPECT_EQ(held.tried, 2);
  read_all(kList, held, flag, {});
  EXPECT_EQ(held.tried, 3);
  read_all(kList, held, flag, with_lever());
  EXPECT_EQ(held.tried, 8);
  EXPECT_EQ(held.left, 5);
}

TEST(Assumed, ALeverLeavesWhatItDoesNotName) {
  Held held{.tried = 1, .left = 1};
  assume_all(kList, held, with_lever());
  EXPECT_EQ(held.tried, 8);
  EXPECT_EQ(held.left, 1);
}

TEST(Assumed, ALeversRangeGoesBeforeTheScenarios) {
  scenario::Plan plan = with_lever();
  plan.uncertainty.emplace_back("tried", std::pair(0.0, 1.0));
  const world::Uncertain range = range_of(kList[0].field, 8, plan);
  EXPECT_EQ(range.low, 6);
  EXPECT_EQ(range.high, 10);
  EXPECT_EQ(range.value, 8);
}

TEST(Assumed, EveryWorldStaysInTheRangeAndTheNominalOneIsTheValue) {
  const scenario::Plan plan = with_lever();
  EXPECT_EQ(all_in(kList, Held{.tried = 8}, plan, {1, {}}).tried, 8);
  double least = 10, most = 6;
  for (std::uint64_t world = 0; world < 64; ++world) {
    const Held held = all_in(kList, Held{.tried = 8}, plan, {1, world});
    least = std::min(least, held.tried);
    most = std::max(most, held.tried);
    EXPECT_EQ(held.left, 5);
  }
  EXPECT_GE(least, 6);
  EXPECT_LT(least, 7);
  EXPECT_LE(most, 10);
  EXPECT_GT(most, 9);
}

}  // namespace
}  // namespace entente::campaign
