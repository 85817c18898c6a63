#include "solve/aggregation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

namespace entente::solve {
namespace {

const std::vector<Contributor> kUneven{{100, 0.1}, {20, 0.1}};
const std::vector<Contributor> kAlike{{100, 0.1}, {100, 0.1}};

TEST(Aggregation, TheSumIsThePublicGood) {
  const Aggregate found = provide(Technology::sum, kUneven, {});
  EXPECT_DOUBLE_EQ(found.level, 10);
  EXPECT_EQ(found.gifts.gifts[1], 0);
  EXPECT_DOUBLE_EQ(found.efficient, 12);
}

TEST(Aggregation, TheWeakestLinkIsMatchedUpToThePoorest) {
  const Aggregate found = provide(Technology::weakest_link, kUneven, {});
  EXPECT_DOUBLE_EQ(found.gifts.gifts[0], 2);
  EXPECT_DOUBLE_EQ(found.gifts.gifts[1], 2);
  EXPECT_DOUBLE_EQ(found.level, 4) << "twice the least, as each has half to cover";
  EXPECT_EQ(found.least, 0);
  EXPECT_DOUBLE_EQ(found.efficient, 12);
  const Aggregate alike = provide(Technology::weakest_link, kAlike, {});
  EXPECT_DOUBLE_EQ(alike.level, alike.efficient) << "among equals nothing is lost";
}

TEST(Aggregation, WhoeverHasLessToCoverKeepsUpMoreEasily) {
  const TechnologyTerms by_income{.rho = -2, .needs = {5.0 / 6, 1.0 / 6}};
  const Aggregate link = provide(Technology::weakest_link, kUneven, by_income);
  EXPECT_NEAR(link.gifts.gifts[0] / link.gifts.gifts[1], 5, 1e-9);
  EXPECT_NEAR(link.level, 12, 1e-12);
  const Aggregate between = provide(Technology::ces, kUneven, by_income);
  EXPECT_GT(between.gifts.gifts[0] / between.gifts.gifts[1], 5)
      << "whoever has less to cover counts for less, and leaves more to the other";
}

TEST(Aggregation, TheBestShotIsGivenByOne) {
  const Aggregate found = provide(Technology::best_shot, kUneven, {});
  EXPECT_DOUBLE_EQ(found.level, 10);
  EXPECT_DOUBLE_EQ(found.least, 10) << "the richer would top what the poorer gives";
  EXPECT_EQ(found.gifts.givers(), 1U);
  EXPECT_DOUBLE_EQ(found.efficient, 12);
  EXPECT_TRUE(may_provide_alone(kAlike, 0));
  EXPECT_TRUE(may_provide_alone(kAlike, 1));
  // The richer tops 0.1 I where I^.1 0.9^.9 > 0.1^.1 ... : at the ratio 0.9^(-9) of the gifts.
  const double ratio = std::pow(0.9, -9);
  EXPECT_TRUE(
      may_provide_alone(std::vector<Contributor>{{100 * ratio * 0.999, 0.1}, {100, 0.1}}, 1));
  EXPECT_FALSE(
      may_provide_alone(std::vector<Contributor>{{100 * ratio * 1.001, 0.1}, {100, 0.1}}, 1));
}

TEST(Aggregation, EqualsGiveAlikeWhateverTheElasticity) {
  for (const double rho : {0.9, 0.5, 0.0, -0.5, -2.0, -20.0}) {
    const Aggregate found = provide(Technology::ces, kAlike, {.rho = rho});
    EXPECT_NEAR(found.gifts.gifts[0], 100.0 / 19, 1e-9) << rho;
    EXPECT_NEAR(found.level / found.efficient, 10.0 / 19, 1e-9) << rho;
  }
}

TEST(Aggregation, TheHarderItIsToReplaceTheMoreThePoorerGives) {
  double before = 0;
  for (const double rho : {0.9, 0.5, 0.0, -2.0}) {
    const double given = provide(Technology::ces, kUneven, {.rho = rho}).gifts.gifts[1];
    EXPECT_GT(given, before) << rho;
    before = given;
  }
  EXPECT_NEAR(provide(Technology::ces, kUneven, {.rho = 0.99}).gifts.gifts[0], 10, 0.1);
}

TEST(Aggregation, AThresholdIsMetWhereItIsWorthIt) {
  const Aggregate met = provide(Technology::threshold, kUneven, {.needed = 11});
  EXPECT_EQ(met.level, 11);
  EXPECT_EQ(met.least, 0) << "nobody alone would pay 11";
  EXPECT_NEAR(met.gifts.gifts[1], 11.0 / 6, 1e-12);
  EXPECT_EQ(provide(Technology::threshold, kUneven, {.needed = 9}).least, 9);
  const Aggregate missed = provide(Technology::threshold, kUneven, {.needed = 12.5});
  EXPECT_EQ(missed.level, 0);
  EXPECT_EQ(missed.efficient, 0);
}

RC_GTEST_PROP(Aggregation, NobodyGainsByAnotherGiftBetweenTheEnds, ()) {
  const double rho = *rc::gen::inRange(-40, 9) / 10.0;
  std::vector<Contributor> all;
  const auto n = *rc::gen::inRange(1, 6);
  for (int i = 0; i < n; ++i)
    all.push_back({std::ldexp(1, *rc::gen::inRange(0, 10)), *rc::gen::inRange(10, 500) / 1000.0});
  std::vector<double> needs;
  for (int i = 0; i < n; ++i) needs.push_back(*rc::gen::inRange(1, 100));
  const double whole = std::accumulate(needs.begin(), needs.end(), 0.0);
  for (double& one : needs) one /= whole;
  const Aggregate found = provide(Technology::ces, all, {.rho = rho, .needs = needs});
  const auto level = [&](const std::vector<double>& q) {
    double sum = 0;
    for (std::size_t i = 0; i < q.size(); ++i)
      sum += needs[i] * (rho == 0 ? std::log(q[i] / needs[i]) : std::pow(q[i] / needs[i], rho));
    return rho == 0 ? std::exp(sum) : std::pow(sum, 1 / rho);
  };
  RC_ASSERT(std::abs(level(found.gifts.gifts) / found.level - 1) < 1e-9);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto gain = [&](double factor) {
      auto q = found.gifts.gifts;
      q[i] *= factor;
      return q[i] >= all[i].income ? 0.0
                                   : std::pow(all[i].income - q[i], 1 - all[i].shared) *
                                         std::pow(level(q), all[i].shared);
    };
    for (const double factor : {0.5, 0.9, 0.99, 1.01, 1.1, 2.0})
      RC_ASSERT(gain(factor) <= gain(1) * (1 + 1e-12));
  }
  RC_ASSERT(found.level <= found.efficient * (1 + 1e-9));
}

}  // namespace
}  // namespace entente::solve
