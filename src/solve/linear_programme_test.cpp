// Linear programmes against answers by hand and a plain simplex of the test's own.
#include "solve/linear_programme.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

#include "solve/test_programmes.h"

namespace entente::solve {
namespace {

/// The optimal value of: maximise gain'x subject to A x <= side, x >= 0, where side >= 0. Tableau
/// with Bland's rule (1977), which cannot cycle; as plain as can be.
double plain_maximum(std::vector<std::vector<double>> a, std::vector<double> side,
                     std::vector<double> gain) {
  constexpr double kZero = 1e-10;
  const std::size_t rows = a.size(), columns = gain.size();
  std::vector<std::size_t> basic(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    a[i].resize(columns + rows);
    a[i][columns + i] = 1;
    basic[i] = columns + i;
  }
  gain.resize(columns + rows);
  double value = 0;
  for (;;) {
    std::size_t enter = 0;
    while (enter < gain.size() && gain[enter] <= kZero) ++enter;
    if (enter == gain.size()) return value;
    std::size_t leave = rows;
    for (std::size_t i = 0; i < rows; ++i) {
      if (a[i][enter] <= kZero) continue;
      const double step = side[i] / a[i][enter];
      const double least = leave == rows ? kInfinity : side[leave] / a[leave][enter];
      if (step < least - kZero || (step < least + kZero && basic[i] < basic[leave])) leave = i;
    }
    if (leave == rows) return kInfinity;
    const double pivot = a[leave][enter];
    for (double& one : a[leave]) one /= pivot;
    side[leave] /= pivot;
    basic[leave] = enter;
    for (std::size_t i = 0; i < rows; ++i) {
      const double factor = a[i][enter];
      if (i == leave || factor == 0) continue;
      for (std::size_t j = 0; j < a[i].size(); ++j) a[i][j] -= factor * a[leave][j];
      side[i] -= factor * side[leave];
    }
    const double factor = gain[enter];
    for (std::size_t j = 0; j < gain.size(); ++j) gain[j] -= factor * a[leave][j];
    value += factor * side[leave];
  }
}

double plain_shortfall(const Transport& t) {
  // Maximise weight'served: served <= need, served <= what arrives, what is sent <= supply.
  const std::size_t pools = t.supply.size(), places = t.need.size();
  const std::size_t columns = places + pools * places;
  std::vector<std::vector<double>> a(2 * places + pools, std::vector<double>(columns));
  std::vector<double> side(a.size()), gain(columns);
  double shortfall = 0;
  for (std::size_t k = 0; k < places; ++k) {
    a[k][k] = a[places + k][k] = 1;
    side[k] = t.need[k];
    gain[k] = t.weight[k];
    shortfall += t.weight[k] * t.need[k];
    for (std::size_t i = 0; i < pools; ++i) {
      a[places + k][places + i * places + k] = -t.effect[i][k];
      a[2 * places + i][places + i * places + k] = 1;
    }
  }
  for (std::size_t i = 0; i < pools; ++i) side[2 * places + i] = t.supply[i];
  return shortfall - plain_maximum(a, side, gain);
}

// ---- By hand -----------------------------------------------------------------------------------

TEST(LinearProgramme, TwoPlacesByHand) {
  const LinearProgramme p = two_places();
  Simplex simplex(p);
  simplex.solve();
  EXPECT_EQ(simplex.objective(), 10);  // Target V4.1 of the models: all in place 2, short (2, 3).
  EXPECT_EQ(values(simplex, p), (std::vector<double>{0, 0, 2, 3, 12, 18, 8, 12}));
  EXPECT_EQ(minimum(p), 10);
  EXPECT_GT(simplex.pivots(), 0);
}

TEST(LinearProgramme, DualsAreWhatOneMoreUnitChanges) {
  LinearProgramme p = two_places();
  Simplex simplex(p);
  simplex.solve();
  const double before = simplex.objective();
  std::vector<double> duals;
  for (int i = 0; i < 6; ++i) duals.push_back(simplex.dual(i));
  // A need costs its lower bound, and a supply relieves: it goes to place 2 in the end.
  EXPECT_EQ(duals, (std::vector<double>{2, 2, 2, 2, -2, -2}));
  for (int i = 0; i < 6; ++i) {
    LinearProgramme more = p;
    (i < 4 ? more.rows[i].lower : more.rows[i].upper) += 1;
    EXPECT_EQ(minimum(more), before + duals[i]) << i;
  }
}

TEST(LinearProgramme, DualsHaveTheSizeOfTheCosts) {
  LinearProgramme p = two_places();
  for (auto& column : p.columns) column.cost *= 1e-7;
  Simplex simplex(p);
  simplex.solve();
  EXPECT_DOUBLE_EQ(simplex.objective(), 1e-6);
  EXPECT_DOUBLE_EQ(simplex.dual(4), -2e-7);
}

TEST(LinearProgramme, SmallCostsBesideLargeOnesCount) {
  LinearProgramme p;  // x + y >= 1 at costs of 1 and 1 + 1e-7, beside a cost of 100.
  p.row(1, kInfinity);
  p.entry(0, p.column(1 + 1e-7, 0, kInfinity), 1);
  p.entry(0, p.column(1, 0, kInfinity), 1);
  p.column(100, 1, 2);
  Simplex simplex(p);
  simplex.solve();
  EXPECT_EQ(values(simplex, p), (std::vector<double>{0, 1, 1}));
}

TEST(LinearProgramme, EveryKindOfRowAndColumn) {
  LinearProgramme p;
  const int free = p.column(1, -kInfinity, kInfinity), above = p.column(-1, -kInfinity, 4);
  const int fixed = p.column(5, 3, 3), between = p.column(-2, -1, 6);
  const int equal = p.row(2, 2), range = p.row(-3, 8), open = p.row(-kInfinity, kInfinity);
  p.entry(equal, free, 1);
  p.entry(equal, above, 1);  // free = 2 - above
  p.entry(range, between, 1);
  p.entry(range, fixed, 1);  // between <= 5
  p.entry(open, free, 7);
  Simplex simplex(p);
  simplex.solve();
  EXPECT_EQ(values(simplex, p), (std::vector<double>{-2, 4, 3, 5}));
  EXPECT_EQ(simplex.objective(), -2 - 4 + 15 - 10);
  EXPECT_EQ(simplex.dual(equal), 1);
  EXPECT_EQ(simplex.dual(range), -2);
  EXPECT_EQ(simplex.dual(open), 0);
  // One more unit of the upper bound of `above`, one more of the fixed: the range gives way.
  EXPECT_EQ(simplex.reduced_cost(free), 0);
  EXPECT_EQ(simplex.reduced_cost(above), -2);
  EXPECT_EQ(simplex.reduced_cost(fixed), 7);
  EXPECT_EQ(simplex.reduced_cost(between), 0);
}

TEST(LinearProgramme, WithoutRowsOrColumns) {
  LinearProgramme p;
  EXPECT_EQ(minimum(p), 0);
  p.row(-1, 1);
  EXPECT_EQ(minimum(p), 0);
  LinearProgramme rowless;
  rowless.column(2, -1, 5);
  rowless.column(-1, 0, 7);
  rowless.column(0, 1, 2);
  Simplex simplex(rowless);
  simplex.solve();
  EXPECT_EQ(simplex.objective(), -9);
  EXPECT_TRUE(simplex.refine(std::vector<double>{0, 0, -1}));
  EXPECT_EQ(values(simplex, rowless), (std::vector<double>{-1, 7, 2}));
}

TEST(LinearProgramme, NeverMinusZero) {
  LinearProgramme p;
  p.row(-kInfinity, 0);
  p.entry(0, p.column(-1, 0, kInfinity), 1);
  Simplex simplex(p);
  simplex.solve();
  EXPECT_FALSE(std::signbit(simplex.value(0)));
  EXPECT_FALSE(std::signbit(simplex.objective()));
}

// ---- Against a plain simplex --------------------------------------------------------------------

RC_GTEST_PROP(LinearProgramme, OptimumIsThatOfAPlainSimplex, ()) {
  const Transport t = arbitrary_transport();
  const LinearProgramme p = programme_of(t);
  Simplex simplex(p);
  simplex.solve();
  RC_ASSERT(std::abs(simplex.objective() - plain_shortfall(t)) <= 1e-9);
  RC_ASSERT(worst_miss(p, values(simplex, p)) <= 1e-9);
}

RC_GTEST_PROP(LinearProgramme, DualsPriceTheBoundsAndHaveTheirSigns, ()) {
  const Transport t = arbitrary_transport();
  const LinearProgramme p = programme_of(t);
  Simplex simplex(p);
  simplex.solve();
  double priced = 0;
  for (std::size_t i = 0; i < p.rows.size(); ++i) {
    const double dual = simplex.dual(static_cast<int>(i));
    const bool is_need = i < t.need.size();
    RC_ASSERT((is_need ? dual : -dual) >= 0);
    priced += dual * (is_need ? p.rows[i].lower : p.rows[i].upper);
  }
  RC_ASSERT(std::abs(priced - simplex.objective()) <= 1e-9);  // Strong duality; no column bounds.
}

TEST(LinearProgramme, AProgrammePutBehindAddsItsOptimum) {
  const auto at_least = [](double bound) {
    LinearProgramme one;
    const int column = one.column(2, 0, kInfinity), row = one.row(bound, kInfinity);
    one.entry(row, column, 1);
    return one;
  };
  LinearProgramme all = at_least(3);
  all.append(at_least(5));
  ASSERT_EQ(all.columns.size(), 2u);
  ASSERT_EQ(all.rows.size(), 2u);
  ASSERT_EQ(all.entries.size(), 2u);
  EXPECT_EQ(all.entries[1].row, 1);
  EXPECT_EQ(all.entries[1].column, 1);
  EXPECT_NEAR(minimum(all), 16, 1e-9);
}

}  // namespace
}  // namespace entente::solve
