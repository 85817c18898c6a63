// Which draws are worked out in detail, and that sums are those of all.
#include "campaign/draws.h"

#include <gtest/gtest.h>

#include <atomic>

namespace entente::campaign {
namespace {

struct Counted {
  Drawn drawn;
  std::size_t rows = 0, detailed = 0;
};

/// Rows of the number of the draw, and in detail of its square too.
Counted count(const Vary& vary, std::size_t draws, int threads = 2) {
  std::atomic<std::size_t> rows = 0, detailed = 0;
  entente::Run run;
  run.threads = threads;
  Drawn drawn = over_draws(
      {vary, 1, draws}, 1, 2, run, [](const WorldId&) { return 0; },
      [&](int, std::uint64_t draw, bool in_detail) {
        ++rows;
        detailed += in_detail ? 1 : 0;
        const auto x = static_cast<double>(draw);
        return in_detail ? std::vector<double>{x, x * x} : std::vector<double>{x};
      });
  return {std::move(drawn), rows, detailed};
}

TEST(Draws, EveryFourthOfAFewIsWorkedOutInDetail) {
  for (const Vary& vary : {Vary{true, true}, Vary{true, false}}) {
    const Counted found = count(vary, 800);
    EXPECT_EQ(found.rows, 800u);
    EXPECT_EQ(found.detailed, 200u);
    EXPECT_DOUBLE_EQ(found.drawn.heads.mean(0), 799 / 2.0);
    EXPECT_DOUBLE_EQ(found.drawn.details.mean(0), 796 / 2.0) << "0, 4, 8, ... 796";
  }
  EXPECT_EQ(count({false, true}, 800).detailed, 800u) << "one draw a world";
}

TEST(Draws, OfManyNoMoreThanNeeded) {
  for (const Vary& vary : {Vary{true, true}, Vary{true, false}, Vary{false, true}}) {
    const Counted found = count(vary, 100000);
    EXPECT_EQ(found.rows, 100000u);
    EXPECT_LE(found.detailed, kMostInDetail);
    EXPECT_GT(found.detailed, kMostInDetail / 2);
    EXPECT_DOUBLE_EQ(found.drawn.heads.mean(0), 99999 / 2.0);
    // Evenly spaced, so their mean is near that of all.
    EXPECT_NEAR(found.drawn.details.mean(0), 99999 / 2.0, 60);
    EXPECT_TRUE(found.drawn.complete);
  }
}

TEST(Draws, TheSameOnAnyNumberOfThreads) {
  const Counted one = count({true, true}, 30000, 1), three = count({true, true}, 30000, 3);
  EXPECT_EQ(one.detailed, three.detailed);
  for (const std::size_t column : {0u, 1u}) {
    const solve::Estimate a = one.drawn.details.estimate(column);
    const solve::Estimate b = three.drawn.details.estimate(column);
    EXPECT_EQ(a.mean, b.mean);
    EXPECT_EQ(a.low, b.low);
    EXPECT_EQ(a.p95, b.p95);
  }
}

}  // namespace
}  // namespace entente::campaign
