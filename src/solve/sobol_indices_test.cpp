// Sobol' indices against the closed forms of Ishigami's function (V15.1).
#include "solve/sobol_indices.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "solve/designs.h"

namespace entente::solve {
namespace {

const double kPi = std::acos(-1.0);
const std::vector<std::string> kThree{"x1", "x2", "x3"};

double ishigami(const double* u) {
  const auto x = [&](std::size_t i) { return kPi * (2 * u[i] - 1); };
  return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) +
         0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

std::vector<double> answers(const Design& design, const std::function<double(const double*)>& f) {
  std::vector<double> found;
  for (std::size_t i = 0; i < design.rows(); ++i)
    found.push_back(f(design.values.data() + i * design.factors));
  return found;
}

TEST(SobolIndices, ReproduceIshigami) {
  // V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2 at a = 7, b = .1.
  const double v = 49.0 / 8 + 0.1 * std::pow(kPi, 4) / 5 + 0.01 * std::pow(kPi, 8) / 18 + 0.5;
  EXPECT_NEAR(v, 13.8446, 5e-5);
  const Design design = saltelli_design(1U << 14U, true, {1, kThree});
  const SobolIndices found =
      sobol_indices(answers(design, ishigami), 3, true, 100, Stream(1, 0, "ishigami", "bootstrap"));
  EXPECT_NEAR(found.variance, v, 0.05);
  EXPECT_NEAR(found.mean, 3.5, 0.01);
  const double first[] = {0.3139, 0.4424, 0}, total[] = {0.5576, 0.4424, 0.2437};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found.first[i].value, first[i], 0.01) << i;
    EXPECT_NEAR(found.total[i].value, total[i], 0.01) << i;
    EXPECT_LE(found.total[i].low, found.total[i].value);
    EXPECT_GE(found.total[i].high, found.total[i].value);
  }
  // All that x1 and x3 do together: T1 - S1 = T3.
  EXPECT_NEAR(found.second[0].value, 0, 0.01);
  EXPECT_NEAR(found.second[1].value, 0.2437, 0.01);
  EXPECT_NEAR(found.second[2].value, 0, 0.01);
}

TEST(SobolIndices, OfASumAreItsShares) {
  const Design design = saltelli_design(4096, false, {2, kThree});
  const SobolIndices found =
      sobol_indices(answers(design, [](const double* u) { return 1e6 + 3 * u[0] + u[1]; }), 3,
                    false, 200, Stream(1, 0, "sum", "bootstrap"));
  EXPECT_NEAR(found.first[0].value, 0.9, 0.01);
  EXPECT_NEAR(found.first[1].value, 0.1, 0.01);
  EXPECT_EQ(found.first[2].value, 0);
  EXPECT_EQ(found.total[2].value, 0);
  EXPECT_TRUE(found.second.empty());
  EXPECT_LT(found.total[0].low, found.total[0].high);
}

TEST(SobolIndices, AreNothingWhereNothingVaries) {
  const std::vector<double> same(5 * 8, 0.1);
  const SobolIndices found = sobol_indices(same, 3, false, 20, Stream(1, 0, "same", "bootstrap"));
  EXPECT_EQ(found.total[0].value, 0);
  EXPECT_EQ(found.first[2].high, 0);
}

TEST(SobolIndices, KeepEstimatesBelowNothing) {
  // One factor does nothing but its few points say otherwise.
  const Design design = saltelli_design(8, true, {3, kThree});
  const SobolIndices found =
      sobol_indices(answers(design, ishigami), 3, true, 50, Stream(1, 0, "few", "bootstrap"));
  double least = 1;
  for (const auto* some : {&found.first, &found.second})
    for (const Index& one : *some) least = std::min(least, one.value);
  EXPECT_LT(least, 0);
}

}  // namespace
}  // namespace entente::solve
