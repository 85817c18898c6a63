// Cooperative games: published figures as exact fractions, and the axioms that single the values
// out.
#include "solve/cooperative_game.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace entente::solve {
namespace {

std::vector<double> security_council() {
  std::vector<double> weights(15, 1);
  std::fill(weights.begin(), weights.begin() + 5, 7);
  return voting_game(39, weights);
}

constexpr double kMarket[] = {4, 4, 4, 2, 2, 1};

void expect_near(const std::vector<double>& got, const std::vector<double>& wanted,
                 double tolerance = 1e-12) {
  ASSERT_EQ(got.size(), wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], wanted[i], tolerance) << i;
}

TEST(CooperativeGame, SharesPowerInTheSecurityCouncilAsPublished) {
  const auto values = security_council();
  std::vector<double> wanted(15, 4 / 2145.0);
  std::fill(wanted.begin(), wanted.begin() + 5, 421 / 2145.0);
  expect_near(shapley(values), wanted);
  const auto swings = banzhaf(values);
  EXPECT_DOUBLE_EQ(swings.front() * 16384, 848);
  EXPECT_DOUBLE_EQ(swings.back() * 16384, 84);
  EXPECT_NEAR(normalised(swings).front(), 848 / 5080.0, 1e-12);
  EXPECT_NEAR(normalised(swings).back(), 84 / 5080.0, 1e-12);
}

TEST(CooperativeGame, SharesPowerInTheCommonMarketOf1958AsPublished) {
  const auto values = voting_game(12, kMarket);
  expect_near(shapley(values), {7 / 30.0, 7 / 30.0, 7 / 30.0, 3 / 20.0, 3 / 20.0, 0});
  expect_near(normalised(banzhaf(values)), {5 / 21.0, 5 / 21.0, 5 / 21.0, 1 / 7.0, 1 / 7.0, 0});
}

TEST(CooperativeGame, SharesTheCostOfARunway) {
  const double costs[] = {1, 2, 3};
  expect_near(shapley(airport_game(costs)), {1 / 3.0, 5 / 6.0, 11 / 6.0});
  // Together they save what the smaller of the two needs, unless the third pays it anyway.
  const auto pairs = interactions(airport_game(costs));
  EXPECT_NEAR(pairs[0 * 3 + 1], -0.5, 1e-12);
  EXPECT_NEAR(pairs[0 * 3 + 2], -0.5, 1e-12);
  EXPECT_NEAR(pairs[1 * 3 + 2], -1.5, 1e-12);
}

TEST(CooperativeGame, OwenValueOfTrivialUnionsIsTheShapleyValue) {
  const auto values = voting_game(12, kMarket);
  const int grand[] = {0, 0, 0, 0, 0, 0}, single[] = {5, 4, 3, 2, 1, 0};
  expect_near(owen(values, grand), shapley(values));
  expect_near(owen(values, single), shapley(values));
}

TEST(CooperativeGame, OwenValueSharesAUnionsWorthInside) {
  // Majority of three where two stand together: the third has nothing, the two share all.
  const double weights[] = {1, 1, 1};
  const int unions[] = {0, 0, 1};
  expect_near(owen(voting_game(2, weights), unions), {0.5, 0.5, 0});
}

TEST(CooperativeGame, EmptyAndSinglePlayerGames) {
  EXPECT_TRUE(shapley(std::vector<double>{3}).empty());
  expect_near(shapley(std::vector<double>{1, 4}), {3});
  expect_near(banzhaf(std::vector<double>{1, 4}), {3});
  expect_near(interactions(std::vector<double>{1, 4}), {0});
  expect_near(owen(std::vector<double>{1, 4}, std::vector<int>{0}), {3});
}

/// A game of one to eight players with whole values.
std::vector<double> any_game() {
  const int n = *rc::gen::inRange(1, 9);
  const auto whole =
      *rc::gen::container<std::vector<int>>(std::size_t{1} << n, rc::gen::inRange(-50, 51));
  return {whole.begin(), whole.end()};
}

std::vector<int> any_unions(std::size_t n) {
  return *rc::gen::container<std::vector<int>>(n, rc::gen::inRange(0, 4));
}

double sum(const std::vector<double>& list) {
  return std::accumulate(list.begin(), list.end(), 0.0);
}

RC_GTEST_PROP(CooperativeGameProperty, ValuesSumToTheWhole, ()) {
  const auto values = any_game();
  const double whole = values.back() - values.front();
  RC_ASSERT(std::abs(sum(shapley(values)) - whole) < 1e-12 * 100);
  const auto unions = any_unions(static_cast<std::size_t>(std::countr_zero(values.size())));
  RC_ASSERT(std::abs(sum(owen(values, unions)) - whole) < 1e-12 * 100);
}

RC_GTEST_PROP(CooperativeGameProperty, AUnionIsWorthItsShapleyValueAmongUnions, ()) {
  const auto values = any_game();
  const auto n = static_cast<std::size_t>(std::countr_zero(values.size()));
  auto unions = any_unions(n);
  std::vector<double> quotient(16);
  for (Coalition h = 0; h < 16; ++h) {
    Coalition all = 0;
    for (std::size_t i = 0; i < n; ++i)
      if ((h >> unions[i] & 1) != 0) all |= Coalition{1} << i;
    quotient[h] = values[all];
  }
  const auto worth = shapley(quotient), inside = owen(values, unions);
  for (int k = 0; k < 4; ++k) {
    double together = 0;
    for (std::size_t i = 0; i < n; ++i) together += unions[i] == k ? inside[i] : 0;
    RC_ASSERT(std::abs(together - worth[static_cast<std::size_t>(k)]) < 1e-9);
  }
}

RC_GTEST_PROP(CooperativeGameProperty, ADummyGetsWhatItBringsAlone, ()) {
  auto values = any_game();
  const auto n = static_cast<std::size_t>(std::countr_zero(values.size()));
  const double alone = *rc::gen::inRange(-9, 10);
  for (std::size_t s = 0, all = values.size(); s < all; ++s) values.push_back(values[s] + alone);
  RC_ASSERT(std::abs(shapley(values)[n] - alone) < 1e-9);
  RC_ASSERT(std::abs(banzhaf(values)[n] - alone) < 1e-9);
  auto unions = any_unions(n);
  unions.push_back(*rc::gen::inRange(0, 4));
  RC_ASSERT(std::abs(owen(values, unions)[n] - alone) < 1e-9);
  const auto pairs = interactions(values);
  for (std::size_t i = 0; i < n; ++i) RC_ASSERT(std::abs(pairs[i * (n + 1) + n]) < 1e-9);
  // And it moves nobody else: the carrier alone decides.
  const std::vector<double> carrier(values.begin(),
                                    values.begin() + static_cast<std::ptrdiff_t>(1u << n));
  const auto small = shapley(carrier), large = shapley(values);
  for (std::size_t i = 0; i < n; ++i) RC_ASSERT(std::abs(small[i] - large[i]) < 1e-9);
}

RC_GTEST_PROP(CooperativeGameProperty, TwoThatSwapPlacesGetTheSame, ()) {
  auto values = any_game();
  if (values.size() < 4) return;
  for (Coalition s = 0; s < values.size(); ++s)
    if ((s & 3) == 1) values[s ^ 3] = values[s];
  const auto worth = shapley(values), swings = banzhaf(values);
  RC_ASSERT(std::abs(worth[0] - worth[1]) < 1e-9);
  RC_ASSERT(std::abs(swings[0] - swings[1]) < 1e-9);
}

RC_GTEST_PROP(CooperativeGameProperty, IsTheMeanOverAllOrders, ()) {
  const auto values = any_game();
  const auto n = static_cast<std::size_t>(std::countr_zero(values.size()));
  if (n > 6) return;
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> mean(n, 0);
  double orders = 0;
  do {
    Coalition there = 0;
    for (const std::size_t i : order) {
      mean[i] += values[there | Coalition{1} << i] - values[there];
      there |= Coalition{1} << i;
    }
    ++orders;
  } while (std::ranges::next_permutation(order).found);
  const auto worth = shapley(values);
  for (std::size_t i = 0; i < n; ++i) RC_ASSERT(std::abs(worth[i] - mean[i] / orders) < 1e-9);
}

RC_GTEST_PROP(CooperativeGameProperty, RandomOrdersNameEachOnceAndKeepUnionsTogether, ()) {
  const auto unions = any_unions(*rc::gen::inRange<std::size_t>(0, 12));
  Stream stream(*rc::gen::inRange<std::uint64_t>(0, 1000), 0, "order", "test");
  const auto order = random_order(unions, stream);
  auto sorted = order;
  std::ranges::sort(sorted);
  for (std::size_t i = 0; i < sorted.size(); ++i) RC_ASSERT(sorted[i] == i);
  RC_ASSERT(order.size() == unions.size());
  int changes = 0;
  for (std::size_t i = 1; i < order.size(); ++i)
    changes += unions[order[i]] != unions[order[i - 1]] ? 1 : 0;
  auto names = unions;
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  RC_ASSERT(changes == std::max(0, static_cast<int>(names.size()) - 1));
}

TEST(CooperativeGame, EveryOrderIsAsLikely) {
  std::vector<int> first(4, 0);
  for (std::uint64_t draw = 0; draw < 4000; ++draw) {
    Stream stream(7, draw, "order", "test");
    ++first[random_order(4, stream).front()];
  }
  for (const int one : first) EXPECT_NEAR(one, 1000, 100);
}

}  // namespace
}  // namespace entente::solve
