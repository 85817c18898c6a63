#include "belief/common_cause.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "solve/hermite.h"
#include "solve/normal.h"

namespace entente::belief {
namespace {

CommonCause probit(double rho, double mu = 0) {
  return {honour::find("common_factor_probit"), rho, mu};
}

TEST(CommonCause, BetaBinomialTargets) {
  // Validation target V2.1: five promises of 0.75.
  const struct {
    double rho, none, all;
  } published[] = {
      {0, 0.00098, 0.2373}, {0.1, 0.0066, 0.3106}, {0.3, 0.0344, 0.4330}, {0.5, 0.0809, 0.5357}};
  const std::vector<double> thetas(5, 0.75);
  for (const auto& [rho, none, all] : published) {
    const auto law = beta_binomial_law(0.75, 5, rho);
    ASSERT_EQ(law.size(), 6u);
    EXPECT_NEAR(law[0], none, 1e-4) << rho;
    EXPECT_NEAR(law[5], all, 1e-4) << rho;
    double sum = 0;
    for (const double p : law) sum += p;
    EXPECT_NEAR(sum, 1, 1e-14);
    // The same by quadrature over the common factor.
    const Together joint = together(thetas, {honour::find("beta_binomial"), rho, 0});
    EXPECT_NEAR(joint.none, none, 1e-4) << rho;
    EXPECT_NEAR(joint.all, all, 1e-4) << rho;
  }
}

TEST(CommonCause, ProbitTargets) {
  // Validation target V2.5.
  const std::vector<double> thetas = {0.3, 0.54, 0.87};
  const struct {
    double rho, none, all;
  } published[] = {{0, 0.042, 0.141}, {0.3, 0.075, 0.195}, {0.7, 0.117, 0.262}};
  for (const auto& [rho, none, all] : published) {
    const Together joint = together(thetas, probit(rho));
    EXPECT_NEAR(joint.none, none, 0.003) << rho;
    EXPECT_NEAR(joint.all, all, 0.003) << rho;
    EXPECT_NEAR(joint.expected, 1.71, 1e-12);
  }
  EXPECT_NEAR(together(thetas, probit(0)).none, 0.7 * 0.46 * 0.13, 1e-14);
  EXPECT_NEAR(together(thetas, probit(0)).all, 0.3 * 0.54 * 0.87, 1e-14);
}

TEST(CommonCause, LimitsOfTheProbit) {
  // Validation target V2.2: independent at rho = 0; at rho = 1 all of high enough theta together.
  const std::vector<double> thetas = {0.87, 0.3, 0.54};
  const auto law = kept_law(thetas, probit(1));
  EXPECT_NEAR(law[0], 0.13, 1e-15);
  EXPECT_NEAR(law[1], 0.33, 1e-15);  // Only the 0.87.
  EXPECT_NEAR(law[2], 0.24, 1e-15);
  EXPECT_NEAR(law[3], 0.30, 1e-15);
  EXPECT_NEAR(together(thetas, probit(1)).all, 0.3, 1e-15);
  EXPECT_NEAR(together(thetas, probit(1)).none, 0.13, 1e-15);
  for (const double z : {-2.0, -0.3, 0.1, 1.5}) {
    for (const double theta : thetas) {
      for (const double eps : {-3.0, 3.0})
        EXPECT_EQ(honours(theta, probit(1), z, eps), theta > solve::normal_cdf(-z)) << z;
    }
  }
}

TEST(CommonCause, KeptLawAgreesWithTogether) {
  const std::vector<double> thetas = {0.2, 0.5, 0.5, 0.9, 0.65};
  for (const HonourModel* model : honour::all()) {
    for (const double rho : {0.0, 0.3, 0.6}) {
      const CommonCause cause{model, rho, -0.2};
      const auto law = kept_law(thetas, cause);
      const Together joint = together(thetas, cause);
      double mass = 0, mean = 0;
      for (std::size_t k = 0; k < law.size(); ++k) {
        mass += law[k];
        mean += static_cast<double>(k) * law[k];
      }
      EXPECT_NEAR(mass, 1, 1e-12);
      EXPECT_NEAR(mean, joint.expected, 1e-5) << model->card.name;
      EXPECT_NEAR(law.front(), joint.none, 1e-12);
      EXPECT_NEAR(law.back(), joint.all, 1e-12);
    }
  }
}

TEST(CommonCause, NoPromisesAreKeptAndBrokenForSure) {
  const Together nothing = together({}, probit(0.3));
  EXPECT_EQ(nothing.all, 1);
  EXPECT_EQ(nothing.none, 1);
  EXPECT_EQ(kept_law({}, probit(0.3)).size(), 1u);
}

TEST(CommonCause, CertainPromisesStayCertain) {
  const std::vector<double> thetas = {0, 1};
  for (const HonourModel* model : honour::all()) {
    const auto law = kept_law(thetas, {model, 0.3, -1});
    EXPECT_NEAR(law[1], 1, 1e-12) << model->card.name;
  }
}

TEST(CommonCause, DoubtLowersEveryPromise) {
  EXPECT_NEAR(shifted(0.5, -1), solve::normal_cdf(-1), 1e-15);
  EXPECT_EQ(shifted(0.37, 0), 0.37);
  const std::vector<double> thetas = {0.5, 0.8};
  EXPECT_LT(together(thetas, probit(0.3, -0.5)).all, together(thetas, probit(0.3)).all);
  EXPECT_GT(together(thetas, probit(0.3, -0.5)).none, together(thetas, probit(0.3)).none);
}

TEST(CommonCause, DrawsAgreeWithTheQuadrature) {
  const std::vector<double> thetas = {0.3, 0.54, 0.87};
  const std::vector<std::string> names = {"baltic", "gulf", "taiwan"};
  constexpr int kDraws = 40000;
  for (const HonourModel* model : honour::all()) {
    const CommonCause cause{model, 0.3, 0};
    int all = 0, none = 0;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
      int kept = 0;
      for (std::size_t i = 0; i < thetas.size(); ++i)
        kept += honours(thetas[i], cause, 1, draw, "USA", names[i]) ? 1 : 0;
      all += kept == 3 ? 1 : 0;
      none += kept == 0 ? 1 : 0;
    }
    const Together joint = together(thetas, cause);
    const auto five = [](double p) { return 5 * std::sqrt(p * (1 - p) / kDraws); };
    EXPECT_NEAR(all / double{kDraws}, joint.all, five(joint.all)) << model->card.name;
    EXPECT_NEAR(none / double{kDraws}, joint.none, five(joint.none)) << model->card.name;
  }
}

TEST(CommonCause, OnePromisorOneFactor) {
  EXPECT_EQ(common_factor(1, 5, "USA"), common_factor(1, 5, "USA"));
  EXPECT_NE(common_factor(1, 5, "USA"), common_factor(1, 5, "FRA"));
  EXPECT_NE(common_factor(1, 5, "USA"), common_factor(1, 6, "USA"));
}

/// What must hold of every model in the list.
class HonourTest : public testing::TestWithParam<const HonourModel*> {};

constexpr double kThetas[] = {0.02, 0.3, 0.54, 0.87, 0.99};
constexpr double kRhos[] = {0, 0.1, 0.3, 0.7, 1};

TEST_P(HonourTest, IsAProbabilityThatRisesWithThetaAndFactor) {
  for (const double rho : kRhos) {
    for (double z = -6; z <= 6; z += 0.75) {
      double before = 0;
      for (const double theta : kThetas) {
        const double p = GetParam()->kept_given(theta, rho, z);
        EXPECT_GE(p, before);
        EXPECT_LE(p, 1);
        EXPECT_GE(GetParam()->kept_given(theta, rho, z + 0.5), p);
        before = p;
      }
    }
  }
}

TEST_P(HonourTest, KeepsItsMarginal) {
  for (const double rho : {0.0, 0.1, 0.3, 0.5, 0.7}) {
    for (const double theta : kThetas) {
      double mean = 0;
      for (const solve::Node& node : solve::hermite_80())
        mean += node.weight * GetParam()->kept_given(theta, rho, node.z);
      EXPECT_NEAR(mean, theta, 5e-5) << rho;
    }
  }
}

TEST_P(HonourTest, EndsOfTheCorrelation) {
  for (const double theta : kThetas) {
    EXPECT_EQ(GetParam()->kept_given(theta, 0, -1.3), theta);
    if (GetParam()->common) {
      EXPECT_EQ(GetParam()->kept_given(theta, 1, 5), 1);
      EXPECT_EQ(GetParam()->kept_given(theta, 1, -5), 0);
    }
  }
}

TEST_P(HonourTest, SameStreamSameAnswer) {
  const CommonCause cause{GetParam(), 0.4, -0.1};
  for (std::uint64_t draw = 0; draw < 50; ++draw) {
    Stream z1(1, draw, "USA", "z"), e1(1, draw, "USA", "e"), z2 = z1, e2 = e1;
    EXPECT_EQ(honours(0.5, cause, z1, e1), honours(0.5, cause, z2, e2));
    EXPECT_EQ(z1.bits(), z2.bits());  // Both moved on alike.
    EXPECT_EQ(honours(0.5, cause, 3, draw, "USA", "x"), honours(0.5, cause, 3, draw, "USA", "x"));
  }
}

TEST_P(HonourTest, HasACompleteCard) {
  const card::Card& card = GetParam()->card;
  EXPECT_TRUE(card.question.ends_with('?'));
  EXPECT_FALSE(card.source.empty());
  EXPECT_EQ(honour::find(card.name), GetParam());
}

INSTANTIATE_TEST_SUITE_P(All, HonourTest,
                         testing::ValuesIn(honour::all().begin(), honour::all().end()),
                         [](const auto& tested) { return std::string(tested.param->card.name); });

TEST(HonourList, IsSorted) {
  EXPECT_TRUE(
      std::ranges::is_sorted(honour::all(), {}, [](const HonourModel* m) { return m->card.name; }));
  EXPECT_EQ(honour::find("hope"), nullptr);
}

}  // namespace
}  // namespace entente::belief
