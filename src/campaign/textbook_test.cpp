// Textbook problems, as a reader would write them in a scenario file.
#include <gtest/gtest.h>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::Laid;
using test::laid_out;
using test::optimum;
using test::reformed;

/// One guard of two clients, each attacked: brigades 20, squadrons 30.
constexpr std::string_view kGuard = R"([scenario]
name = "hand"
empty = true
sets = [["t1", "t2"], ["t1"], ["t2"]]
[element_weights]
heavy_brigade = 1
fighter_squadron = 1
[[state]]
id = "guard"
forces = { heavy_brigade = 20, fighter_squadron = 30 }
[[state]]
id = "east"
[[state]]
id = "west"
[[state]]
id = "raider"
[[commitment]]
promisor = "guard"
beneficiary = "east"
kind = "fight"
reliability = 1
[[commitment]]
promisor = "guard"
beneficiary = "west"
kind = "fight"
reliability = 1
)";

std::string contingency(const std::string& id, const std::string& victim, int weight,
                        const std::string& demand) {
  return "[[contingency]]\nid = \"" + id + "\"\nevent = \"raider attacks " + victim +
         "\"\nweight = " + std::to_string(weight) + "\ndemand = [" + demand + "]\n";
}

std::string units(const std::string& element, int day, int amount) {
  return "{ element = \"" + element + "\", day = " + std::to_string(day) +
         ", amount = " + std::to_string(amount) + " },";
}

/// Two contingencies; weights 3 and 2; needs (12, 18) and (10, 15).
std::string two_clients() {
  return std::string(kGuard) +
         contingency("t1", "east", 3,
                     units("heavy_brigade", 0, 12) + units("fighter_squadron", 0, 18)) +
         contingency("t2", "west", 2,
                     units("heavy_brigade", 0, 10) + units("fighter_squadron", 0, 15));
}

TEST(Textbook, TwoClientsOfOneGuard) {
  const auto laid = laid_out(reformed(two_clients()));
  ASSERT_NE(laid, nullptr);
  EXPECT_NEAR(optimum(*laid, laid->kept(), {0, 1}), 10, 1e-9);
  EXPECT_NEAR(optimum(*laid, laid->kept(), {0}), 0, 1e-9);
  EXPECT_NEAR(optimum(*laid, laid->kept(), {1}), 0, 1e-9);
  const double short_by[] = {2, 3}, price[] = {2, 2}, first[] = {12, 18};
  const char* const names[] = {"heavy_brigade", "fighter_squadron"};
  for (int i = 0; i < 2; ++i) {
    const Problem p = laid->problem({0, 1}, laid->element(names[i]));
    const Allocation best = allocate(p, laid->situation);
    for (std::size_t t = 0; t < p.periods; ++t) {
      EXPECT_NEAR(best.shortage[t], 0, 1e-9) << names[i];
      EXPECT_NEAR(best.shortage[p.periods + t], short_by[i], 1e-9) << names[i];
    }
    ASSERT_EQ(best.price.size(), 1u);
    EXPECT_NEAR(best.price[0], price[i], 1e-9);
    EXPECT_NEAR(best.sent[0], first[i], 1e-9);
  }
}

TEST(Textbook, WeightsThatTheScenarioGives) {
  const auto laid = laid_out(reformed(two_clients()));
  ASSERT_NE(laid, nullptr);
  EXPECT_EQ(laid->situation.counted, 2);
  for (const char* name : {"heavy_brigade", "fighter_squadron"})
    EXPECT_EQ(laid->situation.value[static_cast<std::size_t>(laid->element(name))], 1);
}

TEST(Textbook, WithoutGivenWeightsAnElementCountsByWhatIsAskedOfIt) {
  std::string text = two_clients();
  text.erase(text.find("[element_weights]"), text.find("[[state]]") - text.find("[element_"));
  const auto laid = laid_out(reformed(text));
  ASSERT_NE(laid, nullptr);
  const auto brigade = static_cast<std::size_t>(laid->element("heavy_brigade"));
  EXPECT_NEAR(laid->situation.value[brigade], 1.0 / 22, 1e-15);
  // Short 2 of 22 and 3 of 33, both at weight 2.
  EXPECT_NEAR(optimum(*laid, laid->kept(), {0, 1}), 2 * 2.0 / 22 + 2 * 3.0 / 33, 1e-12);
}

TEST(Textbook, ReliabilityOfOneHalfSendsHalfInTheExpectedProgramme) {
  std::string text = two_clients();
  for (std::size_t at = text.find("reliability = 1"); at != std::string::npos;
       at = text.find("reliability = 1", at + 1))
    text.replace(at, 15, "reliability = 0.5");
  const auto laid = laid_out(reformed(text));
  ASSERT_NE(laid, nullptr);
  const Kept expected = laid->kept(Honour::expected);
  // At most 10 brigades and 15 squadrons to each: t1 short (2, 3) at weight 3, t2 covered.
  EXPECT_NEAR(optimum(*laid, expected, {0, 1}), 15, 1e-9);
  EXPECT_NEAR(optimum(*laid, expected, {0}), 15, 1e-9);
  EXPECT_NEAR(optimum(*laid, expected, {1}), 0, 1e-9);
}

TEST(Textbook, HostForcesStandBeforeThoseThatCome) {
  const std::string text =
      std::string(kGuard) +
      contingency("t1", "east", 1, units("heavy_brigade", 0, 25) + units("heavy_brigade", 30, 40)) +
      "host_supply = [" + units("heavy_brigade", 0, 7) + "]\n" +
      contingency("t2", "west", 1, units("heavy_brigade", 0, 0));
  const auto laid = laid_out(reformed(text));
  ASSERT_NE(laid, nullptr);
  // 25 - 7 = 18 are met by 20; from day 30 on 40 - 7 - 20 = 13 are missing for 60 of 90 days.
  EXPECT_NEAR(optimum(*laid, laid->kept(), {0}), 13 * 60.0 / 90, 1e-9);
}

TEST(Textbook, WhatIsCommittedStays) {
  // t1 asks for 20 at first and nothing from day 30 on, when t2 begins to ask for 20: a unit that
  // went to t1 on day 0 cannot turn up in t2.
  const std::string text =
      std::string(kGuard) +
      contingency("t1", "east", 1, units("heavy_brigade", 0, 20) + units("heavy_brigade", 30, 0)) +
      contingency("t2", "west", 1, units("heavy_brigade", 0, 0) + units("heavy_brigade", 30, 20));
  const auto laid = laid_out(reformed(text));
  ASSERT_NE(laid, nullptr);
  const Problem p = laid->problem({0, 1}, laid->element("heavy_brigade"));
  const Allocation best = allocate(p, laid->situation);
  // A unit is worth 30 days in t1 or 60 days in t2: all go to t2.
  EXPECT_NEAR(best.objective, 20 * 30.0 / 90, 1e-9);
  EXPECT_NEAR(best.sent[0], 0, 1e-9);
  EXPECT_NEAR(best.sent[1], 20, 1e-9);
}

TEST(Textbook, ShortageIsSharedWhereNothingElseDecides) {
  const std::string text = std::string(kGuard) +
                           contingency("t1", "east", 1, units("heavy_brigade", 0, 20)) +
                           contingency("t2", "west", 1, units("heavy_brigade", 0, 20));
  const auto laid = laid_out(reformed(text));
  ASSERT_NE(laid, nullptr);
  const Problem p = laid->problem({0, 1}, laid->element("heavy_brigade"));
  const Allocation best = allocate(p, laid->situation);
  EXPECT_NEAR(best.objective, 20, 1e-9);
  EXPECT_NEAR(best.sent[0], 10, 1e-9);
  EXPECT_NEAR(best.sent[1], 10, 1e-9);
}

/// A problem of one place, one period and pools that each bring `each`, `days` away.
Problem one_place(double need, const std::vector<double>& days, double each) {
  Problem p;
  p.set = {0};
  p.periods = 1;
  p.demand = p.net = {need};
  p.host = {0};
  p.weight = p.time = {1};
  for (std::size_t i = 0; i < days.size(); ++i) {
    p.slots.push_back({static_cast<int>(i), 0, 0, {each}, {1}, {1}, days[i], false});
    p.limits.push_back({static_cast<int>(i), i, i + 1, {each}, {each}, {1}, {1}, false});
  }
  return p;
}

Situation owners(std::size_t count) {
  Situation s;
  for (std::size_t i = 0; i < count; ++i) {
    s.owners.push_back({Symbol{}, "owner" + std::to_string(i), {}});
    PoolCase pool;
    pool.owner = static_cast<int>(i);
    s.pools.push_back(pool);
  }
  return s;
}

TEST(Textbook, TheNearestComeFirst) {
  const Allocation best = allocate(one_place(5, {20, 10, 30}, 4), owners(3));
  EXPECT_NEAR(best.sent[0], 1, 1e-9);
  EXPECT_NEAR(best.sent[1], 4, 1e-9);
  EXPECT_NEAR(best.sent[2], 0, 1e-9);
}

TEST(Textbook, OfEquallyNearOwnersTheFirstByName) {
  const Allocation best = allocate(one_place(5, {10, 10, 10}, 4), owners(3));
  EXPECT_NEAR(best.sent[0], 4, 1e-9);
  EXPECT_NEAR(best.sent[1], 1, 1e-9);
  EXPECT_NEAR(best.sent[2], 0, 1e-9);
}

TEST(Textbook, PriceAtAKinkIsThatOfOneUnitMore) {
  // Two pools of 4 meet 8 exactly: a unit less would be missed, a unit more is worth nothing.
  const Allocation met = allocate(one_place(8, {10, 10}, 4), owners(2));
  EXPECT_NEAR(met.price[0], 0, 1e-9);
  EXPECT_NEAR(met.price[1], 0, 1e-9);
  const Allocation missed = allocate(one_place(8.5, {10, 10}, 4), owners(2));
  EXPECT_NEAR(missed.price[0], 1, 1e-9);
  EXPECT_NEAR(missed.price[1], 1, 1e-9);
}

}  // namespace
}  // namespace entente::campaign
