#include "campaign/arsenal/depletion.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

namespace entente::campaign {
namespace {

Pile pile(double stock, std::vector<double> access, std::vector<bool> first = {}) {
  Pile made;
  made.stock = stock;
  first.resize(access.size(), false);
  made.access = std::move(access);
  made.first = std::move(first);
  return made;
}

std::vector<double> steady(double per_day, int days) {
  return rounds_used({per_day, true, 0, 1}, days);
}

// V5.3: Patriot, 1000 in stock, 25 a day, 600 made a year: 1000 / (25 - 1.64) = 42.8 days.
TEST(Depletion, EndsWhereStockOverNetUseSays) {
  const std::vector<double> output(180, 600 / 365.25);
  Pile patriot = pile(1000, {1});
  patriot.output = output;
  const std::vector<std::vector<double>> use{steady(25, 180)};
  const Depletion found = deplete({&patriot, 1}, use, 180);
  EXPECT_FALSE(found.lasts);
  EXPECT_NEAR(found.day, 1000 / (25 - 600 / 365.25), 1e-9);
  EXPECT_NEAR(found.day, 42.8, 0.05);
  EXPECT_NEAR(found.fired, 1000 + 180 * 600 / 365.25, 1e-6);
  EXPECT_EQ(deplete({&patriot, 1}, use, 180, Until::first_shortage).day, found.day);
}

TEST(Depletion, WhatLastsIsToldSo) {
  const Pile much = pile(1000, {1});
  const std::vector<std::vector<double>> use{steady(5, 180)};
  const Depletion found = deplete({&much, 1}, use, 180);
  EXPECT_TRUE(found.lasts);
  EXPECT_EQ(found.day, 180);
  EXPECT_NEAR(found.left[0], 100, 1e-9);
}

TEST(Depletion, NobodyWithAStockIsShortOnTheFirstDay) {
  const std::vector<std::vector<double>> use{steady(5, 10)};
  EXPECT_EQ(deplete({}, use, 10).day, 0);
  const Pile shut = pile(1000, {0});
  EXPECT_EQ(deplete({&shut, 1}, use, 10).day, 0);
}

// 402 interceptors were counted in 16 days from 60 on the first; a half-life of 5 gives 385.
TEST(Use, DecaysByItsHalfLife) {
  const auto rounds = rounds_used({60, false, 0, 5}, 180);
  EXPECT_NEAR(std::accumulate(rounds.begin(), rounds.begin() + 16, 0.0), 402, 0.05 * 402);
  EXPECT_NEAR(rounds[7] / rounds[2], 0.5, 1e-12);
  EXPECT_NEAR(std::accumulate(rounds.begin(), rounds.end(), 0.0), 60 * 5 / std::log(2.0), 1e-6);
}

TEST(Use, HoldsForItsDaysFirst) {
  const auto rounds = rounds_used({110, false, 7, 5}, 30);
  for (int day = 0; day < 7; ++day) EXPECT_DOUBLE_EQ(rounds[static_cast<std::size_t>(day)], 110);
  EXPECT_LT(rounds[7], 110);
  EXPECT_NEAR(rounds[13] / rounds[8], 0.5, 1e-12);
  for (const double day : rounds_used({110, true, 7, 5}, 30)) EXPECT_DOUBLE_EQ(day, 110);
}

TEST(Depletion, TheTargetFiresFirst) {
  const std::vector<Pile> piles{pile(100, {1}, {true}), pile(300, {1}), pile(100, {1})};
  const std::vector<std::vector<double>> use{steady(20, 8)};
  const Depletion found = deplete(piles, use, 8);
  EXPECT_NEAR(found.left[0], 0, 1e-9);
  // The other 60 came from the two helpers, three to one.
  EXPECT_NEAR(found.left[1], 300 - 45, 1e-9);
  EXPECT_NEAR(found.left[2], 100 - 15, 1e-9);
}

TEST(Depletion, APileThatTwoWantIsShared) {
  const std::vector<Pile> piles{pile(100, {1, 1}), pile(1000, {1, 0})};
  const std::vector<std::vector<double>> use{steady(50, 5), steady(50, 5)};
  const Depletion found = deplete(piles, use, 5);
  // The second contingency has the shared pile only, and what the first draws on it.
  EXPECT_FALSE(found.lasts);
  EXPECT_LT(found.day, 2.01);
  EXPECT_GT(found.day, 1.7);
  EXPECT_NEAR(found.left[0], 0, 1e-9);
}

TEST(Depletion, NobodyUsesMoreThanTheShareThatComes) {
  const std::vector<Pile> piles{pile(100, {0.25})};
  const std::vector<std::vector<double>> use{steady(10, 10)};
  const Depletion found = deplete(piles, use, 10);
  EXPECT_NEAR(found.day, 2.5, 1e-9);
  EXPECT_NEAR(found.left[0], 75, 1e-9);
}

TEST(Depletion, AGiftCountsFromItsDay) {
  Pile gift = pile(0, {1});
  gift.from = 3;
  gift.lump = 40;
  const std::vector<Pile> piles{pile(35, {1}), gift};
  const std::vector<std::vector<double>> use{steady(10, 20)};
  EXPECT_NEAR(deplete(piles, use, 20).day, 7.5, 1e-9);
}

RC_GTEST_PROP(Depletion, MoreNeverRunsOutSooner, (std::vector<std::uint8_t> stocks)) {
  if (stocks.empty()) return;
  const std::vector<std::vector<double>> use{steady(17, 60)};
  std::vector<Pile> piles;
  for (const std::uint8_t stock : stocks) piles.push_back(pile(stock, {1}, {stock % 2 == 0}));
  const double before = deplete(piles, use, 60).day;
  piles.front().stock += 30;
  RC_ASSERT(deplete(piles, use, 60).day >= before - 1e-9);
}

RC_GTEST_PROP(Depletion, NothingIsLostOrMade, (std::vector<std::uint8_t> stocks)) {
  const std::vector<double> output(40, 1.5);
  const std::vector<std::vector<double>> use{steady(17, 40), steady(9, 40)};
  std::vector<Pile> piles;
  double came = 0;
  for (const std::uint8_t stock : stocks) {
    piles.push_back(pile(stock, {stock % 3 == 0 ? 0.0 : 1.0, 1}));
    piles.back().output = output;
    came += stock + 40 * 1.5;
  }
  const Depletion found = deplete(piles, use, 40);
  const double left = std::accumulate(found.left.begin(), found.left.end(), 0.0);
  RC_ASSERT(std::abs(came - left - found.fired) < 1e-6);
  for (const double one : found.left) RC_ASSERT(one >= 0);
}

}  // namespace
}  // namespace entente::campaign
