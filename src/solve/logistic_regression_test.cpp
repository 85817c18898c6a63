#include "solve/logistic_regression.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente::solve {
namespace {

TEST(LogisticRegression, AnInterceptIsTheLogitOfTheShare) {
  Observed data{.columns = 1, .x = {}, .trials = {}, .ones = {}};
  const double one[] = {1};
  data.add(one, 1, 3);
  data.add(one, 0, 9);
  const LogisticFit fit = fit_logistic(data);
  EXPECT_TRUE(fit.converged);
  EXPECT_NEAR(fit.b[0], std::log(3.0 / 9), 1e-9);
  EXPECT_NEAR(fit.error[0], 1 / std::sqrt(12 * 0.25 * 0.75), 1e-9);
}

TEST(LogisticRegression, BeetlesOfBliss) {
  // Published: Dobson, An introduction to generalized linear models, table 7.4: -60.72 (5.18),
  // 34.27 (2.91).
  const double dose[] = {1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839};
  const int died[] = {6, 13, 18, 28, 52, 53, 61, 60}, of[] = {59, 60, 62, 56, 63, 59, 62, 60};
  Observed data{.columns = 2, .x = {}, .trials = {}, .ones = {}};
  for (std::size_t i = 0; i < 8; ++i) {
    const double row[] = {1, dose[i]};
    data.add(row, 1, died[i]);
    data.add(row, 0, of[i] - died[i]);
  }
  const LogisticFit fit = fit_logistic(data, 0);
  EXPECT_NEAR(fit.b[0], -60.72, 0.005);
  EXPECT_NEAR(fit.b[1], 34.27, 0.005);
  EXPECT_NEAR(fit.error[0], 5.18, 0.005);
  EXPECT_NEAR(fit.error[1], 2.91, 0.005);
}

TEST(LogisticRegression, SeparatedClassesStayFinite) {
  Observed data{.columns = 2, .x = {}, .trials = {}, .ones = {}};
  for (const double x : {-2.0, -1.0, 1.0, 2.0}) {
    const double row[] = {1, x};
    data.add(row, x > 0 ? 1 : 0);
  }
  const LogisticFit fit = fit_logistic(data, 0.1);
  EXPECT_TRUE(fit.converged);
  EXPECT_GT(fit.b[1], 0.5);
  EXPECT_LT(fit.b[1], 10);
}

TEST(LogisticRegression, ScoresByHand) {
  Scoring scoring(0.01);
  scoring.add(0.8, true);
  scoring.add(0.5, false);
  scoring.add(0, true);  // Never, and it happened: kept at the floor.
  const Scores mean = scoring.mean();
  EXPECT_NEAR(mean.brier, (0.04 + 0.25 + 1) / 3, 1e-12);
  EXPECT_NEAR(mean.log_score, -(std::log(0.8) + std::log(0.5) + std::log(0.01)) / 3, 1e-12);
  EXPECT_EQ(Scoring().count(), 0u);
  EXPECT_EQ(Scoring().mean().brier, 0);
}

}  // namespace
}  // namespace entente::solve
