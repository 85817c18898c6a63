// Boxes that were planted are found (V15.3).
#include "solve/prim.h"

#include <gtest/gtest.h>

#include <cmath>

#include "solve/designs.h"

namespace entente::solve {
namespace {

const std::vector<std::string> kFour{"w", "x", "y", "z"};

PrimCases planted(std::size_t n, std::uint64_t seed) {
  const Design design = latin_hypercube(n, {seed, kFour});
  PrimCases cases{4, design.values, {}};
  for (std::size_t i = 0; i < n; ++i) {
    const bool in = design.at(i, 0) > 0.2 && design.at(i, 0) < 0.7 && design.at(i, 2) > 0.6;
    cases.interest.push_back(in ? 1 : 0);
  }
  return cases;
}

TEST(Prim, FindsAPlantedBox) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const PrimSearch found = prim(planted(1000, seed));
    EXPECT_GT(found.box.coverage, 0.9);
    EXPECT_GT(found.box.density, 0.9);
    EXPECT_TRUE(found.box.restricted(0));
    EXPECT_TRUE(found.box.restricted(2));
    EXPECT_NEAR(found.box.low[0], 0.2, 0.05);
    EXPECT_NEAR(found.box.high[0], 0.7, 0.05);
    EXPECT_NEAR(found.box.low[2], 0.6, 0.05);
    EXPECT_LT(found.quasi_p[0], 1e-6);
    EXPECT_LT(found.quasi_p[2], 1e-6);
  }
}

TEST(Prim, TrajectoryBeginsWithAllAndGrowsDenser) {
  const PrimSearch found = prim(planted(500, 4));
  const PrimBox& first = found.trajectory.front();
  EXPECT_EQ(first.mass, 1);
  EXPECT_EQ(first.coverage, 1);
  EXPECT_EQ(first.restrictions(), 0U);
  for (std::size_t i = 1; i < found.trajectory.size(); ++i) {
    EXPECT_LT(found.trajectory[i].mass, found.trajectory[i - 1].mass);
    EXPECT_GE(found.trajectory[i].mass, 0.05);
    // Coverage and density say the same cases: hits = coverage x all hits = density x mass x n.
    EXPECT_NEAR(found.trajectory[i].coverage * first.density,
                found.trajectory[i].density * found.trajectory[i].mass, 1e-12);
  }
}

TEST(Prim, FindsNothingInNoise) {
  // Interest that no coordinate has to do with: no restriction may look certain by much.
  const Design design = latin_hypercube(400, {9, kFour});
  PrimCases cases{3, {}, {}};
  for (std::size_t i = 0; i < 400; ++i) {
    for (std::size_t j = 0; j < 3; ++j) cases.values.push_back(design.at(i, j));
    cases.interest.push_back(design.at(i, 3) < 0.5 ? 1 : 0);
  }
  const PrimSearch found = prim(cases);
  for (const double one : found.quasi_p) EXPECT_GT(one, 1e-4);
  EXPECT_LT(found.box.density, 0.65);
}

TEST(Prim, TakesEqualValuesTogetherAndWhatCannotBePeeled) {
  // A factor of three levels: interest at the highest; the other one is the same everywhere.
  PrimCases cases{2, {}, {}};
  for (int i = 0; i < 90; ++i) {
    cases.values.insert(cases.values.end(), {static_cast<double>(i % 3), 5});
    cases.interest.push_back(i % 3 == 2 ? 1 : 0);
  }
  const PrimSearch found = prim(cases);
  EXPECT_EQ(found.box.density, 1);
  EXPECT_EQ(found.box.coverage, 1);
  EXPECT_EQ(found.box.low[0], 2);
  EXPECT_EQ(found.trajectory.size(), 3U);
  EXPECT_FALSE(found.box.restricted(1));
  EXPECT_EQ(outside(cases, found.box).interest.size(), 60U);
}

TEST(Prim, HasNothingToPeelWhereAllOrNoneAreOfInterest) {
  for (const char all : {char{0}, char{1}}) {
    const PrimSearch found = prim({1, {1, 2, 3}, {all, all, all}});
    EXPECT_EQ(found.trajectory.size(), 1U);
    EXPECT_EQ(found.box.restrictions(), 0U);
    EXPECT_EQ(found.box.density, all);
  }
}

TEST(BinomialTail, ClosedForms) {
  EXPECT_EQ(binomial_tail(0, 5, 0.3), 1);
  EXPECT_NEAR(binomial_tail(5, 5, 0.3), std::pow(0.3, 5), 1e-15);
  EXPECT_NEAR(binomial_tail(1, 5, 0.3), 1 - std::pow(0.7, 5), 1e-14);
  EXPECT_NEAR(binomial_tail(6, 10, 0.5), 386.0 / 1024, 1e-14);
  EXPECT_NEAR(binomial_tail(5000, 10000, 0.5), 0.5 + 0.5 * 0.00797864, 1e-7);
}

}  // namespace
}  // namespace entente::solve
