// Optima refined level by level, programmes with moved rows, and the same bits from every thread.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <thread>
#include <vector>

#include "solve/linear_programme.h"
#include "solve/test_programmes.h"

namespace entente::solve {
namespace {

// ---- Lexicographic optima -----------------------------------------------------------------------

/// Pools P and Q of two units, places X (needs 2) and Y (needs 1); all can serve all. Columns:
/// shortfalls of X, Y, then PX, PY, QX, QY.
LinearProgramme degenerate() {
  return programme_of(
      {.supply = {2, 2}, .need = {2, 1}, .weight = {1, 1}, .effect = {{1, 1}, {1, 1}}});
}

TEST(Refine, WalksDownTheLevels) {
  const LinearProgramme p = degenerate();
  Simplex simplex(p);
  simplex.solve();
  EXPECT_EQ(simplex.objective(), 0);
  EXPECT_TRUE(simplex.refine(std::vector<double>{0, 0, 1, 1, 1, 1}));  // Least movement.
  EXPECT_EQ(simplex.objective(), 3);
  EXPECT_TRUE(simplex.refine(std::vector<double>{0, 0, 0, 0, 1, 1}));  // P before Q.
  EXPECT_EQ(simplex.objective(), 1);
  EXPECT_TRUE(simplex.refine(std::vector<double>{0, 0, 0, 0, 1, 0}));  // Q rather to Y.
  EXPECT_EQ(values(simplex, p), (std::vector<double>{0, 0, 2, 0, 0, 1}));
  EXPECT_EQ(simplex.objective(), 0);
}

TEST(Refine, SaysWhenNothingIsLeft) {
  const LinearProgramme p = two_places();
  LinearProgramme dear = p;  // A price on each unit sent makes the optimum one point.
  for (int sent = 4; sent < 8; ++sent) dear.columns[sent].cost = 0.1 * sent;
  Simplex simplex(dear);
  simplex.solve();
  const auto before = values(simplex, p);
  const double dual = simplex.dual(4);
  const int pivots = simplex.pivots();
  const std::vector<double> other{0, 0, 0, -1e6, 0, 0, 0, 0};
  EXPECT_FALSE(simplex.refine(other));
  EXPECT_FALSE(simplex.refine(other));
  EXPECT_EQ(values(simplex, p), before);
  EXPECT_EQ(simplex.objective(), -3e6);  // Of the cost given last.
  EXPECT_EQ(simplex.dual(4), dual);      // Of the last solve.
  EXPECT_EQ(simplex.pivots(), pivots);
}

TEST(Refine, TakesTheOppositeCostWithoutLeavingTheOptima) {
  const LinearProgramme p = degenerate();
  Simplex simplex(p);
  simplex.solve();
  EXPECT_TRUE(simplex.refine(std::vector<double>{-1, -1, -1, -1, -1, -1}));
  EXPECT_EQ(simplex.value(0) + simplex.value(1), 0);
  EXPECT_EQ(simplex.objective(), -4);  // Everything is sent.
}

RC_GTEST_PROP(Refine, KeepsEarlierObjectivesAndFindsTheBestOfTheRest, ()) {
  const LinearProgramme p = programme_of(arbitrary_transport());
  Simplex simplex(p);
  simplex.solve();
  std::vector<std::vector<double>> levels{costs(p)};
  LinearProgramme bounded = p;  // The same by rows: no earlier objective may get worse.
  for (int level = 0; level < 4; ++level) {
    const double best = simplex.objective();
    const int row = bounded.row(-kInfinity, best + 1e-9);
    for (std::size_t j = 0; j < p.columns.size(); ++j)
      bounded.entry(row, static_cast<int>(j), levels.back()[j]);
    const auto earlier = values(simplex, p);
    levels.push_back(arbitrary_costs(p));
    const bool left = simplex.refine(levels.back());
    const auto now = values(simplex, p);
    if (!left) RC_ASSERT(now == earlier);
    for (std::size_t one = 0; one + 1 < levels.size(); ++one)
      RC_ASSERT(at(levels[one], now) <= at(levels[one], earlier) + 1e-9);
    RC_ASSERT(worst_miss(p, now) <= 1e-9);
    for (std::size_t j = 0; j < p.columns.size(); ++j) bounded.columns[j].cost = levels.back()[j];
    RC_ASSERT(std::abs(minimum(bounded) - simplex.objective()) <= 1e-6);
  }
}

// ---- Moved rows ---------------------------------------------------------------------------------

RC_GTEST_PROP(MoveRows, EqualsAColdSolve, ()) {
  LinearProgramme p = programme_of(arbitrary_transport());
  Simplex simplex(p);
  simplex.solve();
  for (int step = 0; step < 5; ++step) {
    if (*rc::gen::inRange(0, 2) == 0) simplex.refine(arbitrary_costs(p));
    std::vector<int> rows;
    std::vector<LinearProgramme::Row> bounds;
    for (std::size_t i = 0; i < p.rows.size(); ++i) {
      if (*rc::gen::inRange(0, 2) == 0) continue;
      const double side = *rc::gen::inRange(0, 10);
      const bool is_need = std::isfinite(p.rows[i].lower);
      // A bound may also go and come back.
      const bool is_open = *rc::gen::inRange(0, 5) == 0;
      p.rows[i] = {.lower = is_need ? (is_open ? 0 : side) : -kInfinity,
                   .upper = is_need || is_open ? kInfinity : side};
      rows.push_back(static_cast<int>(i));
      bounds.push_back(p.rows[i]);
    }
    simplex.move_rows(rows, bounds);
    RC_ASSERT(std::abs(simplex.objective() - minimum(p)) <= 1e-9);
    RC_ASSERT(worst_miss(p, values(simplex, p)) <= 1e-9);
  }
}

TEST(MoveRows, ValuesStayNearWhenBoundsGo) {
  // Without both needs and the first supply nothing presses: a bound made up at 1e10 would show.
  const LinearProgramme p = programme_of(
      {.supply = {5, 2}, .need = {8, 1}, .weight = {2, 3}, .effect = {{1, 1}, {0.5, 0}}});
  Simplex simplex(p);
  simplex.solve();
  simplex.move_rows(std::vector<int>{0, 1, 2}, std::vector<LinearProgramme::Row>(3));
  EXPECT_EQ(simplex.objective(), 0);
  for (const double value : values(simplex, p)) EXPECT_LE(value, 10);
}

TEST(MoveRows, MayComeFirst) {
  const LinearProgramme p = two_places();
  Simplex simplex(p);
  const std::vector<int> rows{4};
  simplex.move_rows(rows, std::vector<LinearProgramme::Row>{{-kInfinity, 21}});
  EXPECT_EQ(simplex.objective(), 8);
}

TEST(MoveRows, StayMovedInALaterSolve) {
  const LinearProgramme p = two_places();
  Simplex simplex(p);
  simplex.solve();
  const std::vector<int> rows{4};
  simplex.move_rows(rows, std::vector<LinearProgramme::Row>{{-kInfinity, 22}});
  simplex.solve();
  EXPECT_EQ(simplex.objective(), 6);
}

// ---- The same bits ------------------------------------------------------------------------------

/// The bits of everything an answer holds, after a solve, a refinement and a move.
std::vector<std::uint64_t> bits_of(const LinearProgramme& p) {
  std::vector<std::uint64_t> bits;
  Simplex simplex(p);
  const auto note = [&] {
    for (const double value : values(simplex, p))
      bits.push_back(std::bit_cast<std::uint64_t>(value));
    for (std::size_t i = 0; i < p.rows.size(); ++i)
      bits.push_back(std::bit_cast<std::uint64_t>(simplex.dual(static_cast<int>(i))));
    bits.push_back(static_cast<std::uint64_t>(simplex.pivots()));
  };
  simplex.solve();
  note();
  simplex.refine(std::vector<double>(p.columns.size(), 1.0));
  note();
  simplex.move_rows(std::vector<int>{0, 1},
                    std::vector<LinearProgramme::Row>{{5, kInfinity}, {7, 90}});
  note();
  return bits;
}

TEST(Simplex, ASecondSolveGivesTheSameBits) {
  for (int seed = 1; seed <= 10; ++seed) {
    const LinearProgramme p = phased(seed);
    Simplex simplex(p);
    simplex.solve();
    const auto first = values(simplex, p);
    const int pivots = simplex.pivots();
    simplex.refine(std::vector<double>(p.columns.size(), 1.0));
    const int before = simplex.pivots();
    simplex.solve();
    EXPECT_EQ(simplex.pivots() - before, pivots);
    EXPECT_EQ(values(simplex, p), first);
  }
}

TEST(Simplex, ThreadsGiveTheSameBits) {
  constexpr int kProgrammes = 12, kThreads = 4;
  std::vector<std::vector<std::uint64_t>> alone;
  for (int seed = 0; seed < kProgrammes; ++seed) alone.push_back(bits_of(phased(seed)));
  std::vector<std::vector<std::vector<std::uint64_t>>> together(kThreads);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread)
    threads.emplace_back([&together, thread] {
      for (int seed = 0; seed < kProgrammes; ++seed)
        together[thread].push_back(bits_of(phased(seed)));
    });
  for (std::thread& thread : threads) thread.join();
  for (const auto& answers : together) EXPECT_EQ(answers, alone);
}

}  // namespace
}  // namespace entente::solve
