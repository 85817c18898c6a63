#include "solve/collective_choice.h"

#include <gtest/gtest.h>

namespace entente::solve {
namespace {

TEST(CollectiveChoice, TwoOptionsByHand) {
  // Weights 2 and 1 at the ends: c = 2, d = 1, so P = 4 / 5 by the square and 2 / 3 linearly.
  const std::vector<Chooser> two = {{.weight = 2, .ideal = 0}, {.weight = 1, .ideal = 1}};
  const auto beats = contests(two, {0, 1}, {});
  EXPECT_DOUBLE_EQ(beats[1], 0.8);
  EXPECT_DOUBLE_EQ(beats[2], 0.2);
  EXPECT_NEAR(condorcet_election(beats, 2)[0], 0.8, 1e-15);
  EXPECT_DOUBLE_EQ(contests(two, {0, 1}, {.victory = Victory::linear})[1], 2.0 / 3);
  EXPECT_DOUBLE_EQ(weighted_mean(two), 1.0 / 3);
  EXPECT_EQ(weighted_median(two), 0);
}

TEST(CollectiveChoice, TheElectionIsStationary) {
  const std::vector<double> beats = {.5, .7, .4, .3, .5, .9, .6, .1, .5};
  const auto p = condorcet_election(beats, 3);
  for (std::size_t i = 0; i < 3; ++i) {
    double in = 0, out = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      if (i == j) continue;
      in += p[j] * beats[i * 3 + j];
      out += p[i] * beats[j * 3 + i];
    }
    EXPECT_NEAR(in, out, 1e-15);
  }
}

TEST(CollectiveChoice, WhatBeatsAllForCertainWins) {
  const auto p = condorcet_election({.5, 0, 0, 1, .5, 1, 1, 0, .5}, 3);
  EXPECT_EQ(p, (std::vector<double>{0, 1, 0}));
}

TEST(CollectiveChoice, BargainsStopAndRespectSideCommitments) {
  std::vector<Chooser> three = {{.weight = 5, .ideal = 0}, {.weight = 1, .ideal = 1}};
  const auto free = bargain(three, {}, 100);
  ASSERT_FALSE(free.shifts.empty());
  EXPECT_TRUE(free.settled);
  EXPECT_LT(free.positions.back()[1], 1);
  EXPECT_EQ(free.positions.back()[0], 0);
  three[1].never_below = 0.9;
  EXPECT_GE(bargain(three, {}, 100).positions.back()[1], 0.9);
}

}  // namespace
}  // namespace entente::solve
