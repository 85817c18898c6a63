#include "solve/public_good.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

namespace entente::solve {
namespace {

std::vector<Contributor> pair(double rich, double poor, double shared, double own = 0) {
  return {{rich, shared, own}, {poor, shared, own}};
}

TEST(PublicGood, TwoAlikeGiveWhatIsPublished) {
  const Provision p = voluntary(pair(100, 100, 0.1));
  EXPECT_NEAR(p.gifts[0], 5.26316, 5e-6);
  EXPECT_NEAR(p.gifts[0], 0.1 * 100 / (2 - 0.1), 1e-12);
  EXPECT_EQ(p.gifts[0], p.gifts[1]);
  EXPECT_NEAR(p.total, 2 * p.gifts[0], 1e-12);
}

TEST(PublicGood, TheSmallerGivesNothingInTheCorner) {
  const Provision p = voluntary(pair(100, 20, 0.1));
  EXPECT_DOUBLE_EQ(p.gifts[0], 10);
  EXPECT_EQ(p.gifts[1], 0);
  EXPECT_EQ(p.givers(), 1U);
}

TEST(PublicGood, TheCornerLiesWhereThePoorerHasTheRestOfTheRicher) {
  EXPECT_EQ(voluntary(pair(100, 90, 0.1)).gifts[1], 0);
  EXPECT_GT(voluntary(pair(100, 90.001, 0.1)).gifts[1], 0);
  EXPECT_EQ(voluntary(pair(128, 64, 0.5)).gifts[1], 0) << "exact in binary";
  EXPECT_GT(voluntary(pair(128, std::nextafter(64, 65), 0.5)).gifts[1], 0);
}

TEST(PublicGood, LindahlPaysByWhatItIsWorthToEach) {
  const auto all = pair(100, 20, 0.1);
  const Provision p = lindahl(all);
  EXPECT_DOUBLE_EQ(p.gifts[0], 10);
  EXPECT_DOUBLE_EQ(p.gifts[1], 2);
  EXPECT_DOUBLE_EQ(p.total, 12);
}

TEST(PublicGood, WhatIsGivenFreelyWastesSomeOfTheResources) {
  const auto all = pair(100, 100, 0.1);
  const double used = resource_use(all, voluntary(all));
  EXPECT_LT(used, 1);
  EXPECT_GT(used, 0.9);
  // Two alike: the least T + sum y has T = 2 a y / (1-a), so y^(1-a) T^a = U gives y in closed
  // form.
  const double u = utilities(all, voluntary(all))[0];
  const double y = u / std::pow(2 * 0.1 / 0.9, 0.1);
  EXPECT_NEAR(used, (2 * y + 2 * 0.1 / 0.9 * y) / 200, 1e-12);
  EXPECT_NEAR(resource_use(all, lindahl(all)), 1, 1e-12);
}

TEST(PublicGood, AWhollyPrivateGoodIsBoughtByEachForItself) {
  const Provision p = voluntary(pair(100, 20, 0, 0.1));
  EXPECT_NEAR(p.gifts[0], 10, 1e-12);
  EXPECT_NEAR(p.gifts[1], 2, 1e-12);
}

TEST(PublicGood, NobodyWhoGainsByItselfGivesNothing) {
  const Provision p = voluntary(pair(100, 1, 0.05, 0.05));
  EXPECT_GT(p.gifts[1], 0);
  EXPECT_GT(p.gifts[1] / 1, 0.05 / 0.95) << "at least b I / (1-a), whatever the others give";
}

TEST(PublicGood, NobodyGivesWhereNobodyCares) {
  const Provision p = voluntary(pair(100, 20, 0));
  EXPECT_EQ(p.total, 0);
  EXPECT_EQ(p.givers(), 0U);
}

std::vector<Contributor> any_group(bool joint) {
  std::vector<Contributor> all;
  const auto n = *rc::gen::inRange(1, 9);
  for (int i = 0; i < n; ++i)
    all.push_back({std::ldexp(1 + *rc::gen::inRange(0, 1000) / 1000.0, *rc::gen::inRange(0, 12)),
                   *rc::gen::inRange(1, 400) / 1000.0,
                   joint ? *rc::gen::inRange(0, 300) / 1000.0 : 0.0});
  return all;
}

RC_GTEST_PROP(PublicGood, EachGiftIsTheBestReplyToTheOthers, (bool joint)) {
  const auto all = any_group(joint);
  const Provision p = voluntary(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double reply = best_reply(all[i], p.total - p.gifts[i]);
    RC_ASSERT(std::abs(reply - p.gifts[i]) <= 1e-9 * (1 + p.total));
  }
  RC_ASSERT(std::abs(std::accumulate(p.gifts.begin(), p.gifts.end(), 0.0) - p.total) <=
            1e-9 * p.total);
}

RC_GTEST_PROP(PublicGood, ABestReplyIsNoWorseThanItsNeighbours, (bool joint)) {
  const Contributor one = any_group(joint).front();
  const double others = *rc::gen::inRange(1, 4000);
  const auto gain = [&](double q) {
    const Provision p{{q}, q + others};
    return utilities(std::vector{one}, p)[0];
  };
  const double best = best_reply(one, others);
  for (const double step : {1e-3, -1e-3, 0.1, -0.1, 0.5}) {
    const double q = best + step * one.income;
    if (q < 0 || q >= one.income) continue;
    RC_ASSERT(gain(q) <= gain(best) * (1 + 1e-12));
  }
}

RC_GTEST_PROP(PublicGood, TooLittleIsGivenFreely, (bool joint)) {
  const auto all = any_group(joint);
  RC_ASSERT(voluntary(all).total <= lindahl(all).total * (1 + 1e-12));
  if (!joint) RC_ASSERT(resource_use(all, voluntary(all)) <= 1 + 1e-9);
}

// Olson and Zeckhauser: of members with one taste the richer bears no smaller a share of income.
RC_GTEST_PROP(PublicGood, TheRicherBearsTheHeavierBurden, ()) {
  auto all = any_group(false);
  for (Contributor& one : all) one.shared = all.front().shared;
  const Provision p = voluntary(all);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < all.size(); ++j)
      if (all[i].income > all[j].income)
        RC_ASSERT(p.gifts[i] / all[i].income >= p.gifts[j] / all[j].income - 1e-12);
}

}  // namespace
}  // namespace entente::solve
