// Worlds: what the quantiles of a number are, which numbers move together, and the nominal world.
#include "campaign/numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "base/stream.h"
#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::Laid;
using test::laid_out;
using test::reference_laid;
using test::reformed;
using world::Uncertain;

TEST(Quantile, AnAssumptionLiesBelowItsValueHalfTheTime) {
  const Uncertain range{3, 1, 9, true, 'C'};
  EXPECT_DOUBLE_EQ(quantile(range, 0.5), 3);
  EXPECT_DOUBLE_EQ(quantile(range, 0.25), 2);
  EXPECT_DOUBLE_EQ(quantile(range, 0.75), 6);
  EXPECT_NEAR(quantile(range, 1e-12), 1, 1e-9);
  EXPECT_NEAR(quantile(range, 1 - 1e-12), 9, 1e-9);
}

TEST(Quantile, AFactIsLogNormalAboutItsValueByConfidence) {
  constexpr double kOneDeviation = 0.8413447460685429;  // Phi(1).
  const std::pair<char, double> spreads[] = {{'A', 0.05}, {'B', 0.15}, {'C', 0.40}};
  for (const auto& [confidence, spread] : spreads) {
    const Uncertain range{20, 0, 0, false, confidence};
    EXPECT_NEAR(quantile(range, 0.5), 20, 1e-12);
    EXPECT_NEAR(quantile(range, kOneDeviation), 20 * std::exp(spread), 1e-6);
    EXPECT_NEAR(quantile(range, 1 - kOneDeviation), 20 * std::exp(-spread), 1e-6);
  }
}

TEST(Quantile, WhatIsKnownDoesNotMove) {
  for (const double u : {0.01, 0.5, 0.99}) {
    EXPECT_EQ(quantile(Uncertain::known(7), u), 7);
    EXPECT_EQ(quantile({2, 2, 2, true, 'C'}, u), 2);
    EXPECT_EQ(quantile({0, 0, 0, false, 'C'}, u), 0);
  }
}

TEST(RangeOf, IsThatOfTheFieldUnlessTheScenarioHasOne) {
  const auto& field = kAssumptions[0].field;  // Days of warning, from 0 to 30.
  scenario::Plan plan;
  EXPECT_EQ(range_of(field, 5, plan).low, 0);
  EXPECT_EQ(range_of(field, 5, plan).high, 30);
  plan.uncertainty = {{"warning_days", {2, 4}}};
  EXPECT_EQ(range_of(field, 5, plan).low, 2);
  EXPECT_EQ(range_of(field, 5, plan).high, 4);
  EXPECT_EQ(range_of(field, 5, plan).value, 4);
}

TEST(RangeOf, AScenarioFromNothingHoldsOnlyWhatIsWritten) {
  scenario::Plan plan;
  plan.empty = true;
  EXPECT_TRUE(range_of(kAssumptions[0].field, 5, plan).fixed());
  plan.uncertainty = {{"warning_days", {2, 8}}};
  EXPECT_FALSE(range_of(kAssumptions[0].field, 5, plan).fixed());
}

TEST(NominalWorld, HasTheValuesOfTheTables) {
  const Laid& laid = reference_laid();
  const Situation& s = laid.situation;
  const Numbers& n = laid.numbers;
  EXPECT_EQ(n.campaign.warning_days, 5);
  EXPECT_EQ(n.belief.assumptions.rho, 0.3);
  for (std::size_t p = 0; p < s.pools.size(); ++p) {
    EXPECT_EQ(n.amount[p], s.pools[p].amount.range.value);
    EXPECT_EQ(n.home_defence[p], s.pools[p].home_defence.range.value);
    for (std::size_t c = 0; c < s.places.size(); ++c)
      EXPECT_EQ(n.days[p * s.places.size() + c], s.pools[p].reach[c].days.range.value);
  }
  for (std::size_t c = 0; c < s.places.size(); ++c) EXPECT_EQ(n.weight[c], 1);
  const std::size_t brigades = (laid.place("baltic") * s.elements.size() +
                                static_cast<std::size_t>(laid.element("heavy_brigade"))) *
                               s.periods();
  const double demand[] = {3, 4, 7, 13, 21};
  ASSERT_EQ(s.days, (std::vector{0, 3, 10, 30, 60}));
  for (std::size_t t = 0; t < 5; ++t) EXPECT_EQ(n.demand[brigades + t], demand[t]);
  EXPECT_EQ(n.demand_end[brigades / s.periods()], 21);
}

TEST(NominalWorld, IsTheSameForEverySeed) {
  const Laid& laid = reference_laid();
  const Numbers other = laid.world({99, {}});
  EXPECT_EQ(other.amount, laid.numbers.amount);
  EXPECT_EQ(other.theta, laid.numbers.theta);
  EXPECT_EQ(other.ready, laid.numbers.ready);
}

TEST(Worlds, AreNamedBySeedAndNumber) {
  const Laid& laid = reference_laid();
  const Numbers one = laid.world({1, 3}), again = laid.world({1, 3});
  EXPECT_EQ(one.amount, again.amount);
  EXPECT_EQ(one.theta, again.theta);
  EXPECT_NE(one.amount, laid.world({1, 4}).amount);
  EXPECT_NE(one.amount, laid.world({2, 3}).amount);
}

TEST(Worlds, NumbersOfOneKeyMoveTogether) {
  const Laid& laid = reference_laid();
  const Situation& s = laid.situation;
  const Numbers n = laid.world({1, 5});
  for (std::size_t c = 0; c < s.places.size(); ++c)
    for (std::size_t k = 0; k < s.elements.size(); ++k)
      for (const auto* steps : {&s.places[c].demand[k], &s.places[c].host[k]}) {
        std::set<std::uint64_t> keys;
        for (const auto& [day, knob] : steps->rows) keys.insert(knob.key);
        EXPECT_LE(keys.size(), 1u);
      }
  for (const Curve& curve : s.curves) {
    std::set<std::uint64_t> keys;
    for (const auto& [day, knob] : curve.rows) keys.insert(knob.key);
    EXPECT_EQ(keys.size(), 1u) << curve.name;
  }
  // A unit of the same quantile: share of the way from the value to the end of the range.
  const auto k = static_cast<std::size_t>(laid.element("heavy_brigade"));
  const std::size_t c = laid.place("taiwan");
  const auto& rows = s.places[c].demand[k].rows;
  const double u = Stream(1, 5, rows.front().second.key, name_hash("fact")).uniform();
  for (std::size_t t = 0; t < s.periods(); ++t)
    EXPECT_DOUBLE_EQ(n.demand[(c * s.elements.size() + k) * s.periods() + t],
                     quantile(rows[t].second.range, u));
}

TEST(Worlds, SharesStaySharesAndAmountsStayPositive) {
  const Laid& laid = reference_laid();
  for (std::uint64_t world = 0; world < 20; ++world) {
    const Numbers n = laid.world({1, world});
    for (const auto* shares : {&n.home_defence, &n.ready, &n.share, &n.theta, &n.hold_share})
      for (const double one : *shares) {
        EXPECT_GE(one, 0);
        EXPECT_LE(one, 1);
      }
    for (const auto* sizes : {&n.amount, &n.days, &n.demand, &n.host, &n.weight, &n.lapse_days})
      for (const double one : *sizes) EXPECT_GE(one, 0);
  }
}

TEST(Worlds, MedianOfManyIsTheValue) {
  const Laid& laid = reference_laid();
  const std::size_t pool = laid.pool("USA", "us_east", "fighter_squadron");
  ASSERT_LT(pool, laid.situation.pools.size());
  int below = 0;
  constexpr int kWorlds = 400;
  for (int i = 0; i < kWorlds; ++i)
    below +=
        laid.world({1, static_cast<std::uint64_t>(i)}).amount[pool] < laid.numbers.amount[pool];
  EXPECT_NEAR(below, kWorlds / 2, 4 * std::sqrt(kWorlds / 4.0));
}

TEST(Worlds, ThetaIsBetaAboutItsMean) {
  const Laid& laid = reference_laid();
  const std::size_t at = laid.owner("USA") * laid.situation.places.size() + laid.place("baltic");
  const double theta = laid.numbers.theta[at];
  double sum = 0;
  constexpr int kWorlds = 400;
  for (int i = 0; i < kWorlds; ++i) sum += laid.world({1, static_cast<std::uint64_t>(i)}).theta[at];
  EXPECT_NEAR(sum / kWorlds, theta, 0.03);
  EXPECT_GT(theta, 0.8);
}

TEST(Worlds, AFixedReliabilityIsNotSampled) {
  const auto laid = laid_out(reformed(R"([scenario]
name = "fixed"
[[commitment]]
promisor = "JPN"
beneficiary = "TWN"
kind = "assist"
reliability = 0.99
)"));
  ASSERT_NE(laid, nullptr);
  const std::size_t at = laid->owner("JPN") * laid->situation.places.size() + laid->place("taiwan");
  EXPECT_EQ(laid->numbers.theta[at], 0.99);
  for (std::uint64_t world = 0; world < 5; ++world)
    EXPECT_EQ(laid->world({1, world}).theta[at], 0.99);
}

TEST(Push, MovesItsKeysAndNothingElse) {
  const Laid& laid = reference_laid();
  const std::size_t pool = laid.pool("USA", "us_east", "fighter_squadron");
  const Knob& knob = laid.situation.pools[pool].amount;
  const Push push{{knob.key}, 0.95};
  for (const WorldId& id : {WorldId{}, WorldId{1, 7}}) {
    const Numbers plain = laid.world(id), pushed = laid.world(id, &push);
    EXPECT_DOUBLE_EQ(pushed.amount[pool], quantile(knob.range, 0.95));
    int moved = 0;
    for (std::size_t p = 0; p < plain.amount.size(); ++p)
      moved += plain.amount[p] != pushed.amount[p];
    EXPECT_EQ(moved, 1);
    EXPECT_EQ(plain.home_defence, pushed.home_defence);
    EXPECT_EQ(plain.theta, pushed.theta);
  }
}

TEST(Push, OfAnAssumption) {
  const Push push{{assumption_key("warning_days")}, 0.05};
  const Numbers pushed = reference_laid().world({}, &push);
  EXPECT_NEAR(pushed.campaign.warning_days, 0.5, 1e-12);
  EXPECT_EQ(pushed.campaign.ad_hoc_theta, 0.2);
}

}  // namespace
}  // namespace entente::campaign
