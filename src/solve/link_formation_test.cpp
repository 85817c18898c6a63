#include "solve/link_formation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "base/stream.h"

namespace entente::solve {
namespace {

/// Actors all alike, a rung worth `worth` to each.
Formation alike(std::size_t n, double worth) {
  Formation model;
  model.worth.assign(n * n, worth);
  return model;
}

/// A network grown from nothing by so many opportunities.
ValuedTies grown(const Formation& model, std::size_t n, int opportunities, std::uint64_t seed) {
  ValuedTies ties(n);
  Stream stream(seed, 0, "link_formation_test", "growth");
  for (int step = 0; step < opportunities; ++step) {
    const auto i = static_cast<std::size_t>(stream.uniform() * static_cast<double>(n));
    const double choice = stream.uniform();
    micro_step(ties, model, i, choice, stream.uniform());
  }
  return ties;
}

TEST(LinkFormation, ClosureGrowsClustersBeyondDensity) {
  // V10.2: transitivity above density with b_closure > 0; not without it.
  constexpr std::size_t kActors = 30;
  double with = 0, without = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    Formation model = alike(kActors, -1);
    model.closure = 0.4;
    const Shape closed = shape_of(partners(grown(model, kActors, 3000, seed), 1));
    EXPECT_GT(closed.density, 0.02);
    EXPECT_GT(closed.transitivity, closed.density) << "seed " << seed;
    with += closed.transitivity - closed.density;
    model.closure = 0;
    const Shape open = shape_of(partners(grown(model, kActors, 3000, seed), 1));
    without += open.transitivity - open.density;
  }
  EXPECT_GT(with / 8, 0.1);
  EXPECT_LT(without / 8, 0.02);
}

TEST(LinkFormation, NobodyIsTiedAgainstItsWillAndAnyoneMayLeave) {
  Formation model = alike(2, 0);
  model.worth = {0, 50, -50, 0};  // The first wants the tie, the second does not.
  ValuedTies ties(2);
  EXPECT_FALSE(micro_step(ties, model, 0, 0.9, 0.5).done);
  EXPECT_EQ(ties.at(0, 1), 0);
  ties.set(0, 1, 1);
  const MicroStep left = micro_step(ties, model, 1, 0.9, 0.999);
  EXPECT_EQ(left.change, -1);
  EXPECT_EQ(ties.at(0, 1), 0);
}

TEST(LinkFormation, WhatIsKeptIsGivenUpLessOften) {
  Formation model = alike(2, -1);
  ValuedTies ties(2);
  ties.set(0, 1, 1);
  // exp(1) / (1 + exp(1)) of choices give the rung up; with keep 2, exp(-1) / (1 + exp(-1)).
  EXPECT_EQ(micro_step(ties, model, 0, 0.28, 0.5).change, -1);
  ties.set(0, 1, 1);
  model.keep = 2;
  EXPECT_EQ(micro_step(ties, model, 0, 0.72, 0.5).change, 0);
  EXPECT_EQ(micro_step(ties, model, 0, 0.74, 0.5).change, -1);
}

TEST(LinkFormation, ShapesCountedByHand) {
  // A triangle 0-1-2 with a tail 2-3, and 4 alone.
  ValuedTies ties(5);
  for (const auto& [a, b] : {std::pair{0, 1}, {1, 2}, {0, 2}, {2, 3}})
    ties.set(static_cast<std::size_t>(a), static_cast<std::size_t>(b), 1);
  const Shape shape = shape_of(partners(ties, 1));
  EXPECT_DOUBLE_EQ(shape.density, 0.4);
  EXPECT_DOUBLE_EQ(shape.transitivity, 0.6);  // One triangle; 1 + 1 + 3 paths of two links.
  EXPECT_EQ(shape.degrees, (std::vector<std::size_t>{1, 1, 2, 1, 0}));
  EXPECT_EQ(shape.triads, (std::vector<std::size_t>{2, 5, 2, 1}));
  EXPECT_EQ(shape.geodesics, (std::vector<std::size_t>{4, 4, 2, 0, 0}));
}

RC_GTEST_PROP(LinkFormation, GainsAreDifferencesOfSatisfaction, ()) {
  const std::size_t n = *rc::gen::inRange<std::size_t>(2, 8);
  Formation model = alike(n, 0);
  for (double& one : model.worth) one = *rc::gen::inRange(-30, 30) / 10.0;
  model.closure = *rc::gen::inRange(-10, 20) / 10.0;
  model.degree = *rc::gen::inRange(-5, 10) / 10.0;
  model.highest = 3;
  model.counts_from = *rc::gen::inRange(1, 4);
  ValuedTies ties(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) ties.set(i, j, *rc::gen::inRange(0, 4));
  const std::size_t i = *rc::gen::inRange<std::size_t>(0, n);
  const std::size_t j = (i + 1 + *rc::gen::inRange<std::size_t>(0, n - 1)) % n;
  const int change = ties.at(i, j) == 0 ? 1 : -1;
  ValuedTies after = ties;
  after.set(i, j, ties.at(i, j) + change);
  const double difference = satisfaction(after, model, i) - satisfaction(ties, model, i);
  RC_ASSERT(std::abs(gain_of(ties, model, i, j, change) - difference) < 1e-9);
}

RC_GTEST_PROP(LinkFormation, TriadsAreAllTriples, ()) {
  const std::size_t n = *rc::gen::inRange<std::size_t>(3, 12);
  ValuedTies ties(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) ties.set(i, j, *rc::gen::inRange(0, 2));
  const Shape shape = shape_of(partners(ties, 1));
  RC_ASSERT(std::accumulate(shape.triads.begin(), shape.triads.end(), std::size_t{0}) ==
            n * (n - 1) * (n - 2) / 6);
  RC_ASSERT(std::accumulate(shape.degrees.begin(), shape.degrees.end(), std::size_t{0}) == n);
}

}  // namespace
}  // namespace entente::solve
