// The rows of the ledger over draws.
#include "analysis/ledger/ensemble.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"

namespace entente::analysis {
namespace {

using campaign::Drawn;
using campaign::Honour;
using campaign::Vary;
using campaign::test::Laid;
using campaign::test::laid_out;
using campaign::test::reference;
using campaign::test::reformed;

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

/// A scenario laid out with the sets of these tests, the first two contingencies together and each.
std::unique_ptr<Laid> with_sets(Result<scenario::Library> library) {
  auto laid = laid_out(std::move(library));
  if (laid != nullptr) laid->sets = {{0, 1}, {0}, {1}};
  return laid;
}

Sweep sweep_of(const Laid& laid, const Vary& vary, std::size_t draws) {
  return {laid, laid.library.world.symbols, {vary, 1, draws}};
}

Drawn drawn_with(const Sweep& sweep, int threads) {
  Run run;
  run.threads = threads;
  return run_sweep(sweep, Columns(sweep.question), run);
}

void same_bits(const solve::Sums& a, const solve::Sums& b, std::size_t columns) {
  for (std::size_t i = 0; i < columns; ++i) {
    const solve::Estimate one = a.estimate(i), other = b.estimate(i);
    EXPECT_EQ(one.mean, other.mean);
    EXPECT_EQ(one.low, other.low);
    EXPECT_EQ(one.high, other.high);
    EXPECT_EQ(one.p05, other.p05);
    EXPECT_EQ(one.p95, other.p95);
  }
}

TEST(Sweep, AnyNumberOfThreadsGivesTheSameBits) {
  const auto laid = with_sets(reformed(std::string(kSmall)));
  ASSERT_NE(laid, nullptr);
  for (const Vary vary : {Vary{true, true}, Vary{true, false}, Vary{false, true}}) {
    const Sweep sweep = sweep_of(*laid, vary, 96);
    const Columns columns(sweep.question);
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
  const auto laid = with_sets(reformed(std::string(kSmall)));
  ASSERT_NE(laid, nullptr);
  const Sweep sweep = sweep_of(*laid, {true, true}, 8);
  const Columns columns(sweep.question);
  for (std::uint64_t draw = 0; draw < 20; ++draw) {
    const auto world = campaign::shared_world(laid->situation, laid->world({1, draw}));
    const auto terms = campaign::draw_in(*world, Honour::drawn, 1, draw);
    const auto head = head_of(*laid, columns, terms, entente::Run{});
    const auto row = row_of(*laid, columns, terms, entente::Run{});
    ASSERT_EQ(head.size(), columns.head());
    ASSERT_EQ(row.size(), columns.size());
    for (std::size_t i = 0; i < head.size(); ++i) EXPECT_NEAR(head[i], row[i], 1e-8);
  }
}

TEST(Sweep, IncrementsAreDifferencesOfGaps) {
  const auto laid = with_sets(reformed(std::string(kSmall)));
  ASSERT_NE(laid, nullptr);
  const Sweep sweep = sweep_of(*laid, {true, true}, 8);
  const Columns columns(sweep.question);
  const auto world = campaign::shared_world(laid->situation, laid->numbers);
  const auto row =
      row_of(*laid, columns, campaign::draw_in(*world, Honour::expected), entente::Run{});
  EXPECT_GT(row[columns.gap(1)], 0);
  EXPECT_NEAR(row[columns.increment(0, 0)], row[columns.gap(0)] - row[columns.gap(2)], 1e-12);
  EXPECT_NEAR(row[columns.increment(0, 1)], row[columns.gap(0)] - row[columns.gap(1)], 1e-12);
  EXPECT_NEAR(row[columns.increment(1, 0)], row[columns.gap(1)], 1e-12);
}

TEST(Sweep, EveryColumnHasItsOwnPlace) {
  const auto laid = with_sets(reference());
  const Sweep sweep = sweep_of(*laid, {}, 8);
  const Columns columns(sweep.question);
  std::vector<int> taken(columns.size(), 0);
  const campaign::Situation& s = laid->situation;
  for (std::size_t i = 0; i < laid->sets.size(); ++i) {
    for (const std::size_t at : {columns.gap(i), columns.required(i), columns.unlimited(i),
                                 columns.covered(i), columns.missing(i)})
      ++taken[at];
    for (std::size_t k = 0; k < s.elements.size(); ++k)
      for (std::size_t o = 0; o < s.owners.size(); ++o) ++taken[columns.price(i, k, o)];
    for (std::size_t c = 0; c < laid->sets[i].size(); ++c) {
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
  const auto laid = with_sets(reference());
  laid->sets = {{static_cast<int>(laid->place("baltic"))}};
  const Sweep sweep = sweep_of(*laid, {true, false}, 240);
  const Columns columns(sweep.question);
  const solve::Estimate drawn = drawn_with(sweep, 0).heads.estimate(columns.gap(0));
  const auto world = campaign::shared_world(laid->situation, laid->numbers);
  const double expected = head_of(*laid, columns, campaign::draw_in(*world, Honour::expected),
                                  entente::Run{})[columns.gap(0)];
  EXPECT_GT(expected, 0);
  EXPECT_GE(drawn.high, expected);
  EXPECT_GT(drawn.mean, 1.2 * expected);
}

TEST(Sweep, KeepsWholeWorldsWhenStoppedLater) {
  const auto laid = with_sets(reference());
  Sweep sweep = sweep_of(*laid, {true, true}, 64);
  const Columns columns(sweep.question);
  int asked = 0;
  entente::Run run;
  run.threads = 1;
  run.cancelled = [&] { return ++asked > 150; };
  const campaign::Drawn some = run_sweep(sweep, columns, run);
  EXPECT_FALSE(some.complete);
  ASSERT_GE(some.draws, 16u);
  ASSERT_LT(some.draws, 64u);
  // The same draws as a run that was to make no more.
  sweep.sampling.draws = some.draws;
  run.cancelled = nullptr;
  const campaign::Drawn all = run_sweep(sweep, columns, run);
  EXPECT_TRUE(all.complete);
  for (std::size_t i = 0; i < columns.head(); ++i) {
    EXPECT_EQ(some.heads.estimate(i).mean, all.heads.estimate(i).mean);
    EXPECT_EQ(some.heads.estimate(i).high, all.heads.estimate(i).high);
  }
}

TEST(Sweep, StopsWhenCancelled) {
  const auto laid = with_sets(reference());
  const Sweep sweep = sweep_of(*laid, {true, true}, 64);
  entente::Run run;
  run.cancelled = [] { return true; };
  EXPECT_THROW(static_cast<void>(run_sweep(sweep, Columns(sweep.question), run)), Cancelled);
}

TEST(Sweep, PatternsAreWhatDrawsComeTo) {
  const auto laid = with_sets(reformed(std::string(kSmall)));
  ASSERT_NE(laid, nullptr);
  constexpr std::size_t kDraws = 8000;
  Sweep sweep = sweep_of(*laid, {true, false}, kDraws);
  const Columns columns(sweep.question);
  const Drawn drawn = drawn_with(sweep, 0);
  const auto patterns = campaign::honour_patterns(laid->situation, laid->numbers);
  ASSERT_TRUE(patterns);
  EXPECT_EQ(patterns->uncertain, 3u);
  sweep.patterns = &*patterns;
  const Drawn exact = drawn_with(sweep, 1);
  const auto near = [](const solve::Sums& a, const solve::Sums& b, std::size_t i) {
    const solve::Estimate sampled = a.estimate(i), one = b.estimate(i);
    EXPECT_EQ(one.low, one.mean);
    EXPECT_EQ(one.high, one.mean);
    // Three times the half width of 90 %: five standard errors.
    EXPECT_NEAR(sampled.mean, one.mean, 3 * (sampled.high - sampled.mean) + 1e-5);
  };
  for (std::size_t i = 0; i < columns.head(); ++i) near(drawn.heads, exact.heads, i);
  for (std::size_t i = 0; i < columns.size(); ++i) near(drawn.details, exact.details, i);
  EXPECT_GT(exact.heads.mean(columns.gap(0)), 0);
  for (const int threads : {2, 7}) {
    const Drawn other = drawn_with(sweep, threads);
    same_bits(exact.heads, other.heads, columns.head());
    same_bits(exact.details, other.details, columns.size());
  }
  entente::Run stopped;
  stopped.cancelled = [] { return true; };
  EXPECT_THROW(static_cast<void>(run_sweep(sweep, columns, stopped)), Cancelled);
}

}  // namespace
}  // namespace entente::analysis
