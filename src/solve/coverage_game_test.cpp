// Coverage games in closed form give what enumeration gives.
#include "solve/coverage_game.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "solve/cooperative_game.h"

namespace entente::solve {
namespace {

std::vector<double> enumerated(const std::vector<Coverage>& things, std::size_t players) {
  std::vector<double> values(std::size_t{1} << players, 0);
  for (Coalition s = 0; s < values.size(); ++s)
    for (const Coverage& thing : things) {
      double most = thing.otherwise;
      for (const auto& [player, value] : thing.by)
        if ((s >> player & 1) != 0) most = std::max(most, value);
      values[s] += most;
    }
  return values;
}

bool close(const std::vector<double>& a, const std::vector<double>& b) {
  return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) < 1e-9; });
}

TEST(CoverageGame, IsTheAirportGameForOneThing) {
  const std::vector<Coverage> runway = {{0, {{0, 1}, {1, 2}, {2, 3}}}};
  const int unions[] = {0, 1, 2};
  const CoverageValues values = coverage_values(runway, unions);
  EXPECT_NEAR(values.shapley[0], 1 / 3.0, 1e-12);
  EXPECT_NEAR(values.shapley[1], 5 / 6.0, 1e-12);
  EXPECT_NEAR(values.shapley[2], 11 / 6.0, 1e-12);
}

TEST(CoverageGame, WhatIsThereAnywayIsNobodys) {
  const std::vector<Coverage> things = {{2, {{0, 1}, {1, 2}, {2, 5}}}};
  const int unions[] = {0, 0, 0};
  EXPECT_EQ(coverage_values(things, unions).shapley, (std::vector<double>{0, 0, 3}));
}

RC_GTEST_PROP(CoverageGameProperty, ClosedFormIsEnumeration, ()) {
  const auto players = *rc::gen::inRange<std::size_t>(1, 7);
  const auto unions = *rc::gen::container<std::vector<int>>(players, rc::gen::inRange(0, 3));
  std::vector<Coverage> things(*rc::gen::inRange<std::size_t>(0, 5));
  for (Coverage& one : things) {
    one.otherwise = *rc::gen::inRange(0, 3);
    one.by = *rc::gen::container<std::vector<std::pair<std::size_t, double>>>(
        rc::gen::pair(rc::gen::inRange<std::size_t>(0, players),
                      rc::gen::map(rc::gen::inRange(0, 9), [](int i) { return i / 2.0; })));
  }
  const auto values = enumerated(things, players);
  const CoverageValues closed = coverage_values(things, unions);
  RC_ASSERT(close(closed.shapley, shapley(values)));
  RC_ASSERT(close(closed.banzhaf, banzhaf(values)));
  RC_ASSERT(close(closed.owen, owen(values, unions)));
  RC_ASSERT(close(closed.interactions, interactions(values)));
}

}  // namespace
}  // namespace entente::solve
