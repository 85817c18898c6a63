// The law of patterns: against the law of counts, limits by hand, and draws.
#include "belief/pattern_law.h"

#include <gtest/gtest.h>

#include <bit>
#include <numeric>

namespace entente::belief {
namespace {

CommonCause cause_of(const char* model, double rho, double mu = 0) {
  return {honour::find(model), rho, mu};
}

TEST(PatternLaw, AddsUpToTheLawOfCountsAndToEachPromise) {
  const std::vector<double> thetas = {0.3, 0.54, 0.87, 0.9};
  for (const HonourModel* model : honour::all())
    for (const double rho : {0.0, 0.3, 0.6, 1.0}) {
      const CommonCause cause{model, rho, 0.2};
      const auto law = pattern_law(thetas, cause);
      ASSERT_EQ(law.size(), 16u);
      EXPECT_NEAR(std::accumulate(law.begin(), law.end(), 0.0), 1, 1e-12);
      const auto counts = kept_law(thetas, cause);
      std::vector<double> summed(5, 0.0);
      for (std::size_t mask = 0; mask < law.size(); ++mask)
        summed[static_cast<std::size_t>(std::popcount(mask))] += law[mask];
      for (std::size_t k = 0; k < counts.size(); ++k)
        EXPECT_NEAR(summed[k], counts[k], 1e-12) << model->card.name << " " << rho;
      for (std::size_t i = 0; i < thetas.size(); ++i) {
        double kept = 0;
        for (std::size_t mask = 0; mask < law.size(); ++mask)
          if ((mask >> i & 1) != 0) kept += law[mask];
        EXPECT_NEAR(kept, shifted(thetas[i], 0.2), quadrature_suffices(4, cause) ? 1e-5 : 3e-3)
            << model->card.name << " " << rho;
      }
    }
}

TEST(PatternLaw, ByHandAtTheLimits) {
  const std::vector<double> thetas = {0.87, 0.3};
  const auto apart = pattern_law(thetas, cause_of("independent", 0.3));
  EXPECT_NEAR(apart[0], 0.13 * 0.7, 1e-15);
  EXPECT_NEAR(apart[1], 0.87 * 0.7, 1e-15);
  EXPECT_NEAR(apart[2], 0.13 * 0.3, 1e-15);
  EXPECT_NEAR(apart[3], 0.87 * 0.3, 1e-15);
  const auto together = pattern_law(thetas, cause_of("common_factor_probit", 1));
  EXPECT_NEAR(together[0], 0.13, 1e-15);
  EXPECT_NEAR(together[1], 0.57, 1e-15);
  EXPECT_NEAR(together[2], 0, 1e-15);  // The firmer promise never falls alone.
  EXPECT_NEAR(together[3], 0.3, 1e-15);
  EXPECT_EQ(pattern_law({}, cause_of("common_factor_probit", 0.3)), std::vector<double>{1});
  const std::vector<double> one = {0.4};
  EXPECT_NEAR(pattern_law(one, cause_of("beta_binomial", 0.9))[1], 0.4, 1e-15);
}

TEST(PatternLaw, IsWhatDrawsComeTo) {
  const std::vector<double> thetas = {0.4, 0.7, 0.9};
  const CommonCause cause = cause_of("common_factor_probit", 0.5);
  const auto law = pattern_law(thetas, cause);
  constexpr int kDraws = 20000;
  std::vector<double> often(8, 0.0);
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    std::size_t mask = 0;
    for (std::size_t i = 0; i < thetas.size(); ++i)
      if (honours(thetas[i], cause, 1, draw, "guard", std::string(1, static_cast<char>('a' + i))))
        mask |= std::size_t{1} << i;
    often[mask] += 1.0 / kDraws;
  }
  for (std::size_t mask = 0; mask < law.size(); ++mask)
    EXPECT_NEAR(often[mask], law[mask], 5 * 0.5 / 141) << mask;
}

TEST(PatternLaw, SaysWhereQuadratureIsNotGoodEnough) {
  EXPECT_TRUE(quadrature_suffices(1, cause_of("beta_binomial", 0.9)));
  EXPECT_TRUE(quadrature_suffices(5, cause_of("common_factor_probit", 0.7)));
  EXPECT_FALSE(quadrature_suffices(5, cause_of("common_factor_probit", 0.8)));
  EXPECT_TRUE(quadrature_suffices(5, cause_of("common_factor_probit", 1)));
  EXPECT_FALSE(quadrature_suffices(2, cause_of("beta_binomial", 0.5)));
  EXPECT_TRUE(quadrature_suffices(5, cause_of("independent", 0.9)));
  EXPECT_FALSE(closed_form(2, cause_of("common_factor_probit", 0.3)));
}

}  // namespace
}  // namespace entente::belief
