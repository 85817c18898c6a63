// Estimates from worlds and draws.
#include "analysis/ledger/ensemble.h"

#include <gtest/gtest.h>

#include <cmath>

#include "campaign/test_scenario.h"
#include "scenario/analysis.h"

namespace entente::analysis {
namespace {

using campaign::Honour;
using campaign::test::Laid;
using campaign::test::laid_out;
using campaign::test::reference_laid;
using campaign::test::reformed;

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

/// Two clients of two guards, whose promises are doubtful and whose forces are not known.
constexpr std::string_view kSmall = R"([scenario]
name = "small"
empty = true
sets = [["east", "west"], ["east"], ["west"]]
[element_weights]
brigade = 1
squadron = 2
[[state]]
id = "guard"
[[state]]
id = "neighbour"
[[state]]
id = "client"
[[state]]
id = "friend"
[[state]]
id = "raider"
[[pool]]
owner = "guard"
base = "barracks"
element = "brigade"
amount = 20
amount_low = 10
amount_high = 24
[[pool]]
owner = "neighbour"
base = "camp"
element = "brigade"
amount = 8
amount_low = 2
amount_high = 9
[[pool]]
owner = "guard"
base = "field"
element = "squadron"
amount = 9
[[commitment]]
promisor = "guard"
beneficiary = "client"
kind = "fight"
[[commitment]]
promisor = "guard"
beneficiary = "friend"
kind = "assist"
[[commitment]]
promisor = "neighbour"
beneficiary = "friend"
kind = "fight"
[uncertainty]
assist_share = [0.2, 1]
[[contingency]]
id = "east"
event = "raider attacks client"
weight = 2
demand = [{ element = "brigade", day = 0, amount = 12 }, { element = "squadron", day = 3, amount = 5 }]
[[contingency]]
id = "west"
event = "raider attacks friend"
demand = [{ element = "brigade", day = 0, amount = 10 }, { element = "squadron", day = 0, amount = 6 }]
)";

Sweep sweep_of(const Laid& laid, const Vary& vary, std::size_t draws) {
  return {laid.situation, laid.premises, laid.library.world.symbols, {{0, 1}, {0}, {1}}, vary, 1,
          draws};
}

Drawn drawn_with(const Sweep& sweep, int threads) {
  Run run;
  run.threads = threads;
  return run_sweep(sweep, Columns(sweep), run);
}

void same_bits(const Sums& a, const Sums& b, std::size_t columns) {
  for (std::size_t i = 0; i < columns; ++i) {
    const Estimate one = a.estimate(i), other = b.estimate(i);
    EXPECT_EQ(one.mean, other.mean);
    EXPECT_EQ(one.low, other.low);
    EXPECT_EQ(one.high, other.high);
    EXPECT_EQ(one.p05, other.p05);
    EXPECT_EQ(one.p95, other.p95);
  }
}

TEST(Sweep, AnyNumberOfThreadsGivesTheSameBits) {
  const auto laid = laid_out(reformed(std::string(kSmall)));
  ASSERT_NE(laid, nullptr);
  for (const Vary vary : {Vary{true, true}, Vary{true, false}, Vary{false, true}}) {
    const Sweep sweep = sweep_of(*laid, vary, 96);
    const Columns columns(sweep);
    const Drawn one = drawn_with(sweep, 1);
    EXPECT_GT(one.heads.estimate(columns.gap(0)).high, one.heads.estimate(columns.gap(0)).low);
    for (const int threads : {2, 7}) {
      const Drawn other = drawn_with(sweep, threads);
      same_bits(one.heads, other.heads, columns.head());
      same_bits(one.details, other.details, columns.size());
    }
  }
}

TEST(Sweep, HeadsAreTheHeadsOfWholeRows) {
  const auto laid = laid_out(reformed(std::string(kSmall)));
  ASSERT_NE(laid, nullptr);
  const Sweep sweep = sweep_of(*laid, {true, true}, 8);
  const Columns columns(sweep);
  for (std::uint64_t draw = 0; draw < 20; ++draw) {
    const auto numbers = laid->world({1, draw});
    const auto kept = campaign::kept_in(laid->situation, numbers, Honour::drawn, 1, draw);
    const auto head = head_of(sweep, columns, numbers, kept);
    const auto row = row_of(sweep, columns, numbers, kept);
    ASSERT_EQ(head.size(), columns.head());
    ASSERT_EQ(row.size(), columns.size());
    for (std::size_t i = 0; i < head.size(); ++i) EXPECT_NEAR(head[i], row[i], 1e-8);
  }
}

TEST(Sweep, IncrementsAreDifferencesOfGaps) {
  const auto laid = laid_out(reformed(std::string(kSmall)));
  ASSERT_NE(laid, nullptr);
  const Sweep sweep = sweep_of(*laid, {true, true}, 8);
  const Columns columns(sweep);
  const auto row = row_of(sweep, columns, laid->numbers, laid->kept(Honour::expected));
  EXPECT_GT(row[columns.gap(1)], 0);
  EXPECT_NEAR(row[columns.increment(0, 0)], row[columns.gap(0)] - row[columns.gap(2)], 1e-12);
  EXPECT_NEAR(row[columns.increment(0, 1)], row[columns.gap(0)] - row[columns.gap(1)], 1e-12);
  EXPECT_NEAR(row[columns.increment(1, 0)], row[columns.gap(1)], 1e-12);
}

TEST(Sweep, EveryColumnHasItsOwnPlace) {
  const Laid& laid = reference_laid();
  const Sweep sweep = sweep_of(laid, {}, 8);
  const Columns columns(sweep);
  std::vector<int> taken(columns.size(), 0);
  const campaign::Situation& s = laid.situation;
  for (std::size_t i = 0; i < sweep.sets.size(); ++i) {
    for (const std::size_t at :
         {columns.gap(i), columns.required(i), columns.unlimited(i), columns.covered(i)})
      ++taken[at];
    for (std::size_t k = 0; k < s.elements.size(); ++k)
      for (std::size_t o = 0; o < s.owners.size(); ++o) ++taken[columns.price(i, k, o)];
    for (std::size_t c = 0; c < sweep.sets[i].size(); ++c) {
      ++taken[columns.increment(i, c)];
      for (std::size_t k = 0; k < s.elements.size(); ++k) {
        for (std::size_t o = 0; o < s.owners.size(); ++o) ++taken[columns.sent(i, c, k, o)];
        for (std::size_t t = 0; t <= s.periods(); ++t) {
          ++taken[columns.demand(i, c, k, t)];
          ++taken[columns.supply(i, c, k, t)];
          ++taken[columns.shortage(i, c, k, t)];
        }
      }
    }
  }
  for (const int times : taken) EXPECT_EQ(times, 1);
}

/// The programme is convex in what comes, so doubt costs more than its mean.
TEST(Sweep, MeanOverHonourIsNoLessThanTheExpectedHonourProgramme) {
  const Laid& laid = reference_laid();
  Sweep sweep = sweep_of(laid, {true, false}, 240);
  sweep.sets = {{static_cast<int>(laid.place("baltic"))}};
  const Columns columns(sweep);
  const Estimate drawn = drawn_with(sweep, 0).heads.estimate(columns.gap(0));
  const double expected =
      head_of(sweep, columns, laid.numbers, laid.kept(Honour::expected))[columns.gap(0)];
  EXPECT_GT(expected, 0);
  EXPECT_GE(drawn.high, expected);
  EXPECT_GT(drawn.mean, 1.2 * expected);
}

TEST(Sweep, StopsWhenCancelled) {
  const Laid& laid = reference_laid();
  const Sweep sweep = sweep_of(laid, {true, true}, 64);
  entente::Run run;
  run.cancelled = [] { return true; };
  EXPECT_THROW(static_cast<void>(run_sweep(sweep, Columns(sweep), run)), scenario::Cancelled);
}

}  // namespace
}  // namespace entente::analysis
