// Exchanging variables never changes what the rows say.
#include "campaign/dictionary.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>
#include <utility>

namespace entente::campaign {
namespace {

TEST(Dictionary, ExchangesByHand) {
  Dictionary rows(2);
  const std::size_t u = rows.add_row(), v = rows.add_row();
  rows.add(u, 0, 2);  // u = 2 x + y
  rows.add(u, 1, 1);
  rows.add(v, 0, 4);  // v = 4 x
  rows.pivot(u, 0);   // x = u / 2 - y / 2; v = 2 u - 2 y
  EXPECT_EQ(rows.at(u, 0), 0.5);
  EXPECT_EQ(rows.at(u, 1), -0.5);
  EXPECT_EQ(rows.at(v, 0), 2);
  EXPECT_EQ(rows.at(v, 1), -2);
  const std::size_t w = rows.add_row();
  rows.add(w, 1, 3);
  rows.add_row(w, v, 1);  // w = v + 3 y = 2 u + y
  EXPECT_EQ(rows.at(w, 0), 2);
  EXPECT_EQ(rows.at(w, 1), 1);
}

TEST(Dictionary, VisitsWhatMayDifferFromZeroInOrder) {
  Dictionary rows(130);
  for (int i = 0; i < 70; ++i) (void)rows.add_row();
  for (const std::size_t column : {129u, 3u, 64u}) rows.add(66, column, 1);
  rows.add(2, 64, 1);
  std::vector<std::size_t> columns, of_column;
  rows.in_row(66, [&](std::size_t column) { columns.push_back(column); });
  rows.in_column(64, [&](std::size_t row) { of_column.push_back(row); });
  EXPECT_EQ(columns, (std::vector<std::size_t>{3, 64, 129}));
  EXPECT_EQ(of_column, (std::vector<std::size_t>{2, 66}));
}

/// A dictionary with the values of its variables, which solve all rows.
struct Valued {
  Dictionary rows;
  std::vector<double> of_column, of_row;

  double error() const {
    double most = 0;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      double sum = 0;
      rows.in_row(row, [&](std::size_t c) { sum += rows.at(row, c) * of_column[c]; });
      most = std::max(most, std::abs(sum - of_row[row]));
    }
    return most;
  }
};

RC_GTEST_PROP(Dictionary, ExchangesKeepEveryRow, ()) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  const int columns = pick(1, 80), rows = pick(1, 80);
  Valued it{Dictionary(static_cast<std::size_t>(columns)), {}, {}};
  for (int c = 0; c < columns; ++c) it.of_column.push_back(pick(-5, 6));
  for (int r = 0; r < rows; ++r) {
    (void)it.rows.add_row();
    it.of_row.push_back(0);
    for (int i = pick(0, 5); i > 0; --i) {
      const int c = pick(0, columns), k = pick(-2, 3);
      it.rows.add(static_cast<std::size_t>(r), static_cast<std::size_t>(c), k);
      it.of_row.back() += k * it.of_column[static_cast<std::size_t>(c)];
    }
  }
  for (int i = 0; i < 20; ++i) {
    const auto r = static_cast<std::size_t>(pick(0, rows));
    std::size_t largest = 0;
    for (std::size_t c = 0; c < static_cast<std::size_t>(columns); ++c)
      if (std::abs(it.rows.at(r, c)) > std::abs(it.rows.at(r, largest))) largest = c;
    if (std::abs(it.rows.at(r, largest)) < 0.5) continue;
    it.rows.pivot(r, largest);
    std::swap(it.of_row[r], it.of_column[largest]);
  }
  RC_ASSERT(it.error() < 1e-8);
  std::vector<double> line(static_cast<std::size_t>(columns), 1.0);
  it.rows.add_to(line, 0, 2);
  for (std::size_t c = 0; c < line.size(); ++c)
    RC_ASSERT(line[c] == 1 + 2 * it.rows.at(0, c));  // All entries have their bits.
}

}  // namespace
}  // namespace entente::campaign
