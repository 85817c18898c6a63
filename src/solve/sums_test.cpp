// Estimates from worlds and draws.
#include "solve/sums.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente::solve {
namespace {

constexpr double kNormal90 = 1.6448536269514722;

TEST(Estimate, OneWayAnalysisOfVarianceByHand) {
  // Draws 1 and 3 in one world, 5 and 9 in the other: means 2 and 7, variances 2 and 8.
  Sums sums(1, 2, 2);
  for (const double one : {1.0, 3.0}) sums.add(0, {one});
  for (const double one : {5.0, 9.0}) sums.add(1, {one});
  const Estimate found = sums.estimate(0);
  EXPECT_DOUBLE_EQ(found.mean, 4.5);
  EXPECT_DOUBLE_EQ(sums.mean(0), 4.5);
  // Between worlds 12.5, two of them: standard error 2.5.
  EXPECT_NEAR(found.low, 4.5 - kNormal90 * 2.5, 1e-12);
  EXPECT_NEAR(found.high, 4.5 + kNormal90 * 2.5, 1e-12);
  // Of 12.5, 5 / 2 is sampling within worlds: means drawn in by sqrt(10 / 12.5).
  const double keep = std::sqrt(0.8), low = 4.5 - 2.5 * keep, high = 4.5 + 2.5 * keep;
  EXPECT_NEAR(found.p05, low + 0.05 * (high - low), 1e-12);
  EXPECT_NEAR(found.p95, low + 0.95 * (high - low), 1e-12);
}

TEST(Estimate, OneWorldHasAnIntervalAndNoSpread) {
  Sums sums(1, 1, 4);
  for (const double one : {0.0, 0.0, 4.0, 4.0}) sums.add(0, {one});
  const Estimate found = sums.estimate(0);
  const double error = std::sqrt(16.0 / 3 / 4);
  EXPECT_DOUBLE_EQ(found.mean, 2);
  EXPECT_NEAR(found.low, 2 - kNormal90 * error, 1e-12);
  EXPECT_NEAR(found.high, 2 + kNormal90 * error, 1e-12);
  EXPECT_DOUBLE_EQ(found.p05, 2);
  EXPECT_DOUBLE_EQ(found.p95, 2);
}

TEST(Estimate, WhereDrawsExplainAllThereIsNoSpread) {
  Sums sums(1, 2, 2);  // Equal means, so what lies between worlds is sampling.
  for (const std::size_t world : {0u, 1u})
    for (const double one : {1.0, 3.0}) sums.add(world, {one});
  const Estimate found = sums.estimate(0);
  EXPECT_DOUBLE_EQ(found.p05, 2);
  EXPECT_DOUBLE_EQ(found.p95, 2);
}

TEST(Estimate, WithOneDrawAWorldTheSpreadIsThatOfTheWorlds) {
  Sums sums(1, 21, 1);
  for (std::size_t world = 0; world < 21; ++world) sums.add(world, {static_cast<double>(world)});
  EXPECT_NEAR(sums.estimate(0).p05, 1, 1e-12);
  EXPECT_NEAR(sums.estimate(0).p95, 19, 1e-12);
}

TEST(Estimate, OfManyWorldsTheMeanIsOfAllAndTheSpreadOfSome) {
  constexpr std::size_t kWorlds = 5 * kMostKeptWorlds + 3;
  Sums sums(2, kWorlds, 2);
  double all = 0, often = 0;
  for (std::size_t world = 0; world < kWorlds; ++world) {
    // A low-discrepancy sequence, so that what is kept of it is spread as all of it is.
    const double u = std::fmod(0.6180339887498949 * static_cast<double>(world), 1.0);
    const double indicator = u > 0.5 ? 1 : 0;
    for (int draw = 0; draw < 2; ++draw) sums.add(world, {u * indicator, indicator});
    all += 2 * u * indicator;
    often += 2 * indicator;
  }
  EXPECT_NEAR(sums.mean(0), all / (2 * kWorlds), 1e-12);
  EXPECT_NEAR(sums.conditional(0, 1).mean, all / often, 1e-12);
  const Estimate share = sums.estimate(1);
  const double error = std::sqrt(0.25 / static_cast<double>(kWorlds));
  EXPECT_NEAR(share.high - share.mean, kNormal90 * error, 0.02 * kNormal90 * error);
  EXPECT_EQ(share.p05, 0);
  EXPECT_EQ(share.p95, 1);
  EXPECT_NEAR(sums.estimate(0).p95, 0.95, 0.01);
}

TEST(Estimate, ManyWorldsThatAreCutShortAreThoseThatThereWere) {
  constexpr std::size_t kThere = 3 * kMostKeptWorlds;
  Sums cut(1, 100 * kThere, 1), whole(1, kThere, 1);
  for (std::size_t world = 0; world < kThere; ++world)
    for (Sums* one : {&cut, &whole}) one->add(world, {static_cast<double>(world % 7)});
  cut.keep(kThere, 1);
  const Estimate a = cut.estimate(0), b = whole.estimate(0);
  EXPECT_EQ(a.mean, b.mean);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.p95, b.p95);
}

TEST(Jackknife, OfAMeanIsTheIntervalOfTheMean) {
  const std::vector<double> sample{1, 2, 4, 9};
  const auto mean = [&](std::size_t out) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < sample.size(); ++i)
      if (i != out) {
        sum += sample[i];
        ++count;
      }
    return sum / count;
  };
  Sums sums(1, 1, 4);
  for (const double one : sample) sums.add(0, {one});
  const Estimate found = jackknife(4, mean), plain = sums.estimate(0);
  EXPECT_DOUBLE_EQ(found.mean, 4);
  EXPECT_NEAR(found.low, plain.low, 1e-12);
  EXPECT_NEAR(found.high, plain.high, 1e-12);
}

TEST(Jackknife, OfOneMemberIsItsValue) {
  const Estimate found = jackknife(1, [](std::size_t) { return 3.0; });
  EXPECT_DOUBLE_EQ(found.low, 3);
  EXPECT_DOUBLE_EQ(found.high, 3);
}

TEST(Conditional, IsTheRatioWithTheErrorOfItsResiduals) {
  // Days 2 and 4 in one world, 6 and none in the other.
  Sums sums(2, 2, 2);
  sums.add(0, {2, 1});
  sums.add(0, {4, 1});
  sums.add(1, {6, 1});
  sums.add(1, {0, 0});
  const Estimate found = sums.conditional(0, 1);
  EXPECT_DOUBLE_EQ(found.mean, 4);
  // Residuals (v - 4 i) / 0.75: -8/3, 0 | 8/3, 0; means of the worlds -4/3 and 4/3.
  const double error = std::sqrt(2 * (16.0 / 9) / 1 / 2);
  EXPECT_NEAR(found.low, 4 - kNormal90 * error, 1e-12);
  EXPECT_NEAR(found.high, 4 + kNormal90 * error, 1e-12);
  // Within worlds 32 / 9 each, half of it in a mean, half of the variance between: 16/9 of 32/9.
  const double keep = std::sqrt(0.5), low = 4 - keep * 4 / 3, high = 4 + keep * 4 / 3;
  EXPECT_NEAR(found.p05, low + 0.05 * (high - low), 1e-12);
  EXPECT_NEAR(found.p95, low + 0.95 * (high - low), 1e-12);
}

TEST(Conditional, IsTheMeanWhereItAlwaysHappens) {
  Sums sums(2, 2, 2);
  for (const double one : {1.0, 3.0}) sums.add(0, {one, 1});
  for (const double one : {5.0, 9.0}) sums.add(1, {one, 1});
  const Estimate found = sums.conditional(0, 1), mean = sums.estimate(0);
  EXPECT_DOUBLE_EQ(found.mean, mean.mean);
  EXPECT_NEAR(found.low, mean.low, 1e-12);
  EXPECT_NEAR(found.p95, mean.p95, 1e-12);
}

TEST(Conditional, IsNothingWhereItNeverHappens) {
  Sums sums(2, 1, 2);
  sums.add(0, {0, 0});
  sums.add(0, {0, 0});
  EXPECT_EQ(sums.conditional(0, 1).mean, 0);
}

}  // namespace
}  // namespace entente::solve
