#include "solve/similarity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace entente::solve {
namespace {

using enum Disagreement;
using enum Counting;

using Ties = std::vector<int>;

Portfolios of(const Ties& a, const Ties& b, int high = 3, const std::vector<double>& weights = {}) {
  Portfolios both(0, high);
  for (std::size_t k = 0; k < a.size(); ++k)
    both.add(a[k], b[k], weights.empty() ? 1.0 : weights[k]);
  return both;
}

TEST(Similarity, ThePublishedExampleOfTenStates) {  // V12.1
  const auto both = of({3, 3, 0, 0, 0, 0, 2, 1, 0, 0}, {3, 0, 3, 0, 0, 0, 2, 0, 0, 0});
  EXPECT_NEAR(both.s(absolute, once).value(), 0.533333, 1e-6);
  EXPECT_NEAR(both.s(squared, once).value(), 0.577778, 1e-6);
  EXPECT_NEAR(both.tau_b().value(), 0.348481, 1e-6);
  EXPECT_NEAR(both.pi(absolute, once).value(), 0.414226, 1e-6);
  EXPECT_NEAR(both.kappa(absolute, once).value(), 0.416667, 1e-6);
  EXPECT_NEAR(both.pi(squared, once).value(), 0.378069, 1e-6);
  EXPECT_NEAR(both.kappa(squared, once).value(), 0.379085, 1e-6);
}

TEST(Similarity, SparseTiesLookAlikeToSAlone) {  // V12.2
  Ties a(100, 0), b(100, 0);
  a[0] = a[1] = b[2] = b[3] = 1;
  const auto both = of(a, b, 1);
  EXPECT_NEAR(both.s(absolute, once).value(), 0.92, 1e-12);
  for (const auto value : {both.pi(nominal, once), both.kappa(nominal, once), both.tau_b()})
    EXPECT_NEAR(value.value(), -2.0 / 98, 1e-12);
}

TEST(Similarity, WeightsByHand) {
  // Two states of weight 3 and 1; the heavy one is tied alike, the light one not at all.
  const auto both = of({3, 0}, {3, 3}, 3, {3, 1});
  EXPECT_NEAR(both.s(absolute, once).value(), 0.0, 1e-12);
  EXPECT_NEAR(both.s(absolute, weighted).value(), 0.5, 1e-12);
  // Do = 1/4; kappa: De = P(a = 0) P(b = 3) = 1/4. pi: pooled 1/8, so De = 2 * 1/8 * 7/8.
  EXPECT_NEAR(both.kappa(nominal, weighted).value(), 0.0, 1e-12);
  EXPECT_NEAR(both.pi(nominal, weighted).value(), 1 - 0.25 / (14.0 / 64), 1e-12);
}

TEST(Similarity, NothingIsSaidWhereNothingCanBe) {
  EXPECT_FALSE(of({}, {}).s(absolute, once));
  const auto flat = of({0, 0, 0}, {0, 0, 0});
  EXPECT_EQ(flat.s(absolute, once).value(), 1);
  EXPECT_FALSE(flat.tau_b());
  EXPECT_FALSE(flat.pi(nominal, once));
  EXPECT_FALSE(flat.kappa(squared, once));
  EXPECT_FALSE(of({0, 1}, {1, 1}).tau_b());
  EXPECT_FALSE(of({0, 1}, {1, 1}, 3, {0, 0}).s(absolute, weighted));
}

TEST(Similarity, TauIsThatOfThePairsOneByOne) {
  const Ties a = {3, 1, 0, 2, 2, 0, 1}, b = {2, 1, 1, 3, 0, 0, 1};
  double concordant = 0, free_a = 0, free_b = 0;
  for (std::size_t k = 0; k < a.size(); ++k)
    for (std::size_t l = k + 1; l < a.size(); ++l) {
      const int da = a[k] - a[l], db = b[k] - b[l];
      concordant += da * db > 0 ? 1 : da * db < 0 ? -1 : 0;
      free_a += da != 0;
      free_b += db != 0;
    }
  EXPECT_NEAR(of(a, b).tau_b().value(), concordant / std::sqrt(free_a * free_b), 1e-12);
}

/// All measures, nothing as a number outside every range.
std::array<double, 14> all(const Portfolios& both) {
  constexpr double kNothing = 9;
  std::array<double, 14> values{};
  std::size_t i = 0;
  values[i++] = both.tau_b().value_or(kNothing);
  for (const auto counting : {once, weighted}) {
    for (const auto how : {absolute, squared})
      values[i++] = both.s(how, counting).value_or(kNothing);
    for (const auto how : {nominal, absolute, squared})
      values[i++] = both.pi(how, counting).value_or(kNothing);
    if (counting == once)
      for (const auto how : {nominal, absolute, squared})
        values[i++] = both.kappa(how, counting).value_or(kNothing);
  }
  return values;
}

struct Drawn {
  Ties a, b;
  std::vector<double> weights;
};

Drawn drawn() {
  const auto n = static_cast<std::size_t>(*rc::gen::inRange(1, 30));
  Drawn one;
  for (std::size_t k = 0; k < n; ++k) {
    one.a.push_back(*rc::gen::inRange(0, 4));
    one.b.push_back(*rc::gen::inRange(0, 4));
    one.weights.push_back(*rc::gen::inRange(0, 100));
  }
  return one;
}

RC_GTEST_PROP(Similarity, IsSymmetric, ()) {
  const Drawn one = drawn();
  const auto there = all(of(one.a, one.b, 3, one.weights));
  const auto back = all(of(one.b, one.a, 3, one.weights));
  for (std::size_t i = 0; i < there.size(); ++i) RC_ASSERT(std::abs(there[i] - back[i]) < 1e-9);
}

RC_GTEST_PROP(Similarity, OfAPortfolioWithItselfIsOne, ()) {
  const Drawn one = drawn();
  for (const double value : all(of(one.a, one.a, 3, one.weights)))
    RC_ASSERT(value == 9 || std::abs(value - 1) < 1e-9);
}

RC_GTEST_PROP(Similarity, StaysInItsRange, ()) {
  const Drawn one = drawn();
  const auto both = of(one.a, one.b, 3, one.weights);
  for (const auto how : {nominal, absolute, squared})
    for (const auto counting : {once, weighted}) {
      const double s = both.s(how, counting).value_or(0);
      RC_ASSERT(s >= -1 - 1e-9 && s <= 1 + 1e-9);
      RC_ASSERT(both.pi(how, counting).value_or(0) <= 1 + 1e-9);
      RC_ASSERT(both.kappa(how, counting).value_or(0) <= 1 + 1e-9);
    }
  const double tau = both.tau_b().value_or(0);
  RC_ASSERT(tau >= -1 - 1e-9 && tau <= 1 + 1e-9);
}

RC_GTEST_PROP(Similarity, DoesNotHangOnTheOrderOfStates, ()) {
  Drawn one = drawn();
  const auto before = all(of(one.a, one.b, 3, one.weights));
  const auto by = static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, one.a.size()));
  std::rotate(one.a.begin(), one.a.begin() + by, one.a.end());
  std::rotate(one.b.begin(), one.b.begin() + by, one.b.end());
  std::rotate(one.weights.begin(), one.weights.begin() + by, one.weights.end());
  const auto after = all(of(one.a, one.b, 3, one.weights));
  for (std::size_t i = 0; i < before.size(); ++i) RC_ASSERT(std::abs(before[i] - after[i]) < 1e-9);
}

RC_GTEST_PROP(Similarity, LevelsMayBeRelabelledForEqualityAlone, ()) {
  Drawn one = drawn();
  const auto before = of(one.a, one.b, 3, one.weights);
  const int by = *rc::gen::inRange(1, 4);
  for (Ties* ties : {&one.a, &one.b})
    for (int& tie : *ties) tie = (tie + by) % 4;
  const auto after = of(one.a, one.b, 3, one.weights);
  for (const auto counting : {once, weighted}) {
    RC_ASSERT(std::abs(before.pi(nominal, counting).value_or(9) -
                       after.pi(nominal, counting).value_or(9)) < 1e-9);
    RC_ASSERT(std::abs(before.kappa(nominal, counting).value_or(9) -
                       after.kappa(nominal, counting).value_or(9)) < 1e-9);
  }
}

}  // namespace
}  // namespace entente::solve
