// Regret by hand, the domain criterion against a volume in closed form (V15.4), and trade-offs.
#include "solve/regret.h"

#include <gtest/gtest.h>

#include <cmath>

#include "solve/bootstrap.h"
#include "solve/designs.h"

namespace entente::solve {
namespace {

TEST(Regret, ByHand) {
  // Two plans, four futures.
  const auto found = regrets({{1, 2, 3, 4}, {2, 2, 2, 2}});
  EXPECT_DOUBLE_EQ(found[0].mean, 0.75);  // 0, 0, 1, 2
  EXPECT_EQ(found[0].most, 2);
  EXPECT_EQ(found[0].best, 0.5);
  EXPECT_DOUBLE_EQ(found[0].p90, 1.7);    // 1 + .7 x (2 - 1)
  EXPECT_DOUBLE_EQ(found[1].mean, 0.25);  // 1, 0, 0, 0
  EXPECT_EQ(found[1].most, 1);
  EXPECT_EQ(found[1].best, 0.75);
}

TEST(DomainCriterion, IsTheVolumeBelowALine) {
  // x + y + z <= 1 fills 1/6 of the cube.
  const std::vector<std::string> names{"x", "y", "z"};
  const Design design = sobol_points(4096, {1, names});
  std::vector<char> met;
  for (std::size_t i = 0; i < 4096; ++i)
    met.push_back(design.at(i, 0) + design.at(i, 1) + design.at(i, 2) <= 1 ? 1 : 0);
  const Index share = domain_criterion(met);
  EXPECT_NEAR(share.value, 1.0 / 6, 0.002);
  EXPECT_LT(share.low, 1.0 / 6);
  EXPECT_GT(share.high, 1.0 / 6);
}

TEST(DomainCriterion, IntervalOfWilson) {
  const Index none = domain_criterion(std::vector<char>(10, 0));
  EXPECT_EQ(none.value, 0);
  EXPECT_NEAR(none.low, 0, 1e-15);
  const double zz = 1.644853626951473 * 1.644853626951473;
  EXPECT_NEAR(none.high, zz / (10 + zz), 1e-12);
  EXPECT_EQ(domain_criterion(std::vector<char>(10, 1)).high, 1);
}

TEST(Dominated, PlansThatAnotherBeats) {
  // Cost and gap of four plans: the third is beaten by the second, the fourth is the same as it.
  EXPECT_EQ(dominated({{1, 2, 3, 2}, {9, 5, 5, 5}}), (std::vector<char>{0, 0, 1, 0}));
  EXPECT_EQ(dominated({{3}}), std::vector<char>{0});
  EXPECT_TRUE(dominated({}).empty());
}

TEST(Quantile, LinearBetweenOrderStatistics) {
  EXPECT_EQ(quantile_of({3, 1, 2}, 0.5), 2);
  EXPECT_DOUBLE_EQ(quantile_of({0, 10}, 0.25), 2.5);
  EXPECT_EQ(quantile_of({7}, 0.9), 7);
}

}  // namespace
}  // namespace entente::solve
