// The normal and Beta laws and the quadrature, against tables, moments and one another.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "solve/beta.h"
#include "solve/hermite.h"
#include "solve/normal.h"

namespace entente::solve {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(Normal, TableValues) {
  // Abramowitz and Stegun (1964), table 26.1.
  EXPECT_DOUBLE_EQ(normal_cdf(0), 0.5);
  EXPECT_NEAR(normal_cdf(1), 0.841344746068543, 1e-15);
  EXPECT_NEAR(normal_cdf(-2.5), 0.006209665325776, 1e-15);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
  EXPECT_NEAR(normal_quantile(0.05), -1.644853626951473, 1e-14);
}

TEST(Normal, Edges) {
  EXPECT_EQ(normal_quantile(0), -kInfinity);
  EXPECT_EQ(normal_quantile(1), kInfinity);
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_EQ(normal_cdf(-kInfinity), 0);
  EXPECT_EQ(normal_cdf(kInfinity), 1);
}

TEST(Normal, QuantileIsTheInverse) {
  for (int i = 1; i < 1000; ++i) {
    const double p = i / 1000.0;
    EXPECT_NEAR(normal_cdf(normal_quantile(p)), p, 1e-15) << p;
  }
  for (double p = 1e-16; p > 1e-300; p /= 1e10) {
    EXPECT_NEAR(normal_cdf(normal_quantile(p)) / p, 1, 1e-11) << p;
  }
}

TEST(Normal, DrawsHaveTheMomentsOfTheLaw) {
  Stream stream(1, 0, "anyone", "normal test");
  constexpr int kDraws = 200000;
  double sum = 0, squares = 0, fourth = 0;
  for (int i = 0; i < kDraws; ++i) {
    const double z = normal(stream);
    ASSERT_TRUE(std::isfinite(z));
    sum += z;
    squares += z * z;
    fourth += z * z * z * z;
  }
  const double five = 5 / std::sqrt(double{kDraws});
  EXPECT_NEAR(sum / kDraws, 0, five);
  EXPECT_NEAR(squares / kDraws, 1, five * std::sqrt(2.0));
  EXPECT_NEAR(fourth / kDraws, 3, five * std::sqrt(96.0));
}

TEST(Logistic, IsTheInverseOfLogit) {
  EXPECT_DOUBLE_EQ(logistic(0), 0.5);
  for (const double p : {1e-9, 0.1, 0.41, 0.745, 0.999}) EXPECT_NEAR(logistic(logit(p)), p, 1e-15);
  EXPECT_EQ(logistic(-1e4), 0);
  EXPECT_EQ(logistic(1e4), 1);
}

TEST(Beta, TargetOfTheModels) {
  // Beta(8, 2): mean 0.8, 5 and 95 % at 0.571 and 0.959 (validation target V2.4).
  EXPECT_NEAR(beta_quantile(8, 2, 0.05), 0.571, 5e-4);
  EXPECT_NEAR(beta_quantile(8, 2, 0.95), 0.959, 5e-4);
  // Closed form: P(X <= x) = 9 x^8 - 8 x^9.
  EXPECT_NEAR(beta_cdf(8, 2, 0.7), 9 * std::pow(0.7, 8) - 8 * std::pow(0.7, 9), 1e-14);
}

TEST(Beta, UniformAndArcsine) {
  EXPECT_NEAR(beta_quantile(1, 1, 0.3), 0.3, 1e-15);
  const double sine = std::sin(0.25 * std::acos(-1.0) * 0.6);
  EXPECT_NEAR(beta_quantile(0.5, 0.5, 0.3), sine * sine, 1e-14);
}

TEST(Beta, QuantileIsTheInverse) {
  for (const double a : {0.1, 0.7, 3.3, 25.0}) {
    for (const double b : {0.2, 1.0, 5.5}) {
      double before = 0;
      for (const double p : {0.0, 0.01, 0.05, 0.5, 0.95, 1.0}) {
        const double x = beta_quantile(a, b, p);
        EXPECT_GE(x, before);
        before = x;
        if (x > 1e-300 && x < 1 - 1e-9) {
          EXPECT_NEAR(beta_cdf(a, b, x), p, 1e-10) << a << " " << b;  // Steep near 1.
        }
      }
    }
  }
}

TEST(Hermite, MomentsOfTheNormalLaw) {
  double moment = 1;  // E Z^(2k) = 1, 1, 3, 15, 105, ...
  for (int power = 0; power <= 60; power += 2) {
    if (power > 0) moment *= power - 1;
    double even = 0, odd = 0;
    for (const Node& node : hermite_80()) {
      even += node.weight * std::pow(node.z, power);
      odd += node.weight * std::pow(node.z, power + 1);
    }
    EXPECT_NEAR(even / moment, 1, 1e-11) << power;
    EXPECT_NEAR(odd / moment, 0, 1e-11) << power;
  }
}

TEST(Hermite, SmallRulesAreThoseOfTheTables) {
  EXPECT_EQ(gauss_hermite(1).front().z, 0);
  EXPECT_NEAR(gauss_hermite(2).back().z, 1, 1e-15);
  const auto three = gauss_hermite(3);
  EXPECT_NEAR(three[2].z, std::sqrt(3.0), 1e-15);
  EXPECT_NEAR(three[2].weight, 1 / 6.0, 1e-15);
  EXPECT_NEAR(three[1].weight, 2 / 3.0, 1e-15);
}

TEST(Hermite, EightyNodesAscendAndMirror) {
  const auto& nodes = hermite_80();
  ASSERT_EQ(nodes.size(), 80u);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    EXPECT_EQ(nodes[i].z, -nodes[79 - i].z);
    EXPECT_EQ(nodes[i].weight, nodes[79 - i].weight);
    EXPECT_GT(nodes[i].weight, 0);
    if (i > 0) {
      EXPECT_GT(nodes[i].z, nodes[i - 1].z);
    }
  }
  EXPECT_LT(nodes.back().z, 2 * std::sqrt(81.0));
}

TEST(Hermite, CharacteristicFunction) {
  double sum = 0;
  for (const Node& node : hermite_80()) sum += node.weight * std::cos(1.5 * node.z);
  EXPECT_NEAR(sum, std::exp(-1.125), 1e-14);  // E cos(tZ) = exp(-t^2 / 2).
}

}  // namespace
}  // namespace entente::solve
