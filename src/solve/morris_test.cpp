// Elementary effects of functions whose effects are known.
#include "solve/morris.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente::solve {
namespace {

const std::vector<std::string> kThree{"x1", "x2", "x3"};

TEST(Morris, OfALineAreItsSlopes) {
  const Design design = morris_design(10, 4, {1, kThree});
  std::vector<double> answers;
  for (std::size_t i = 0; i < design.rows(); ++i)
    answers.push_back(4 * design.at(i, 0) - 2 * design.at(i, 1));
  const auto found = morris_effects(design, answers, 100, Stream(1, 0, "line", "bootstrap"));
  EXPECT_NEAR(found[0].mu, 4, 1e-12);
  EXPECT_NEAR(found[1].mu, -2, 1e-12);
  EXPECT_NEAR(found[1].mu_star.value, 2, 1e-12);
  EXPECT_NEAR(found[1].mu_star.low, 2, 1e-12);
  EXPECT_EQ(found[2].mu_star.value, 0);
  EXPECT_NEAR(found[0].sigma, 0, 1e-12);
}

TEST(Morris, SeesWhatInteracts) {
  // x1 x2: the effect of either is the other one, uniform over 0, 1/3, 2/3, 1: mean 1/2, standard
  // deviation sqrt(5) / 6.
  const Design design = morris_design(4000, 4, {2, kThree});
  std::vector<double> answers;
  for (std::size_t i = 0; i < design.rows(); ++i)
    answers.push_back(design.at(i, 0) * design.at(i, 1));
  const auto found = morris_effects(design, answers, 200, Stream(1, 0, "product", "bootstrap"));
  for (const std::size_t j : {0U, 1U}) {
    EXPECT_NEAR(found[j].mu, 0.5, 0.03);
    EXPECT_NEAR(found[j].sigma, std::sqrt(5.0) / 6, 0.02);
    EXPECT_LT(found[j].mu_star.low, found[j].mu_star.value);
    EXPECT_GT(found[j].mu_star.high, found[j].mu_star.value);
  }
}

TEST(Morris, TakesWholeTrajectoriesOfARunThatWasStopped) {
  const Design design = morris_design(10, 4, {1, kThree});
  std::vector<double> answers;
  for (std::size_t i = 0; i < 2 * design.block; ++i) answers.push_back(7 * design.at(i, 2));
  const auto found = morris_effects(design, answers, 0, Stream(1, 0, "part", "bootstrap"));
  EXPECT_NEAR(found[2].mu, 7, 1e-12);
}

}  // namespace
}  // namespace entente::solve
