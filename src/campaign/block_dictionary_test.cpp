// Exchanging variables never changes what the rows say, whichever blocks they are of.
#include "campaign/block_dictionary.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace entente::campaign {
namespace {

TEST(BlockDictionary, BalancesATightLinkByAnotherBlock) {
  BlockDictionary rows;
  const Variable x = rows.add_block(1), y = rows.add_block(1), link = rows.add_link();
  const Variable twice = rows.add_sum(1);
  rows.add(link, x, 1);  // link = x + y, twice = 2 y
  rows.add(link, y, 1);
  rows.add(twice, y, 2);
  ASSERT_TRUE(rows.pivot(link, y));
  EXPECT_TRUE(rows.basic(y));
  EXPECT_FALSE(rows.basic(link));
  Line line;
  rows.row(y, line);  // y = link - x
  EXPECT_EQ(line[x], -1);
  EXPECT_EQ(line[link], 1);
  rows.row(twice, line);
  EXPECT_EQ(line[x], -2);
  rows.column(x, line);
  EXPECT_EQ(line[y], -1);
  EXPECT_EQ(line[twice], -2);
  ASSERT_TRUE(rows.pivot(twice, x));  // Across blocks: y goes into the basis of its own.
  rows.row(x, line);                  // x = link - twice / 2
  EXPECT_EQ(line[link], 1);
  EXPECT_EQ(line[twice], -0.5);
}

/// Values of all variables, which solve all rows.
struct Valued {
  BlockDictionary rows;
  std::vector<double> value;

  double error() {
    double most = 0;
    Line line;
    for (Variable one = 0; one < value.size(); ++one) {
      if (!rows.basic(one)) continue;
      rows.row(one, line);
      double sum = 0;
      for (const Variable other : line.variables()) sum += line[other] * value[other];
      most = std::max(most, std::abs(sum - value[one]));
    }
    return most;
  }
};

RC_GTEST_PROP(BlockDictionary, ExchangesKeepEveryRow, ()) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  Valued it;
  const int blocks = pick(1, 6), links = pick(0, 7);
  std::vector<std::vector<Variable>> of;
  for (int b = 0; b < blocks; ++b) {
    const int columns = pick(1, 6);
    const Variable first = it.rows.add_block(static_cast<std::size_t>(columns));
    auto& mine = of.emplace_back();
    for (int j = 0; j < columns; ++j) {
      mine.push_back(first + static_cast<Variable>(j));
      it.value.push_back(pick(-5, 6));
    }
  }
  const auto fill = [&](Variable sum, const std::vector<Variable>& terms) {
    it.value.push_back(0);
    for (const Variable one : terms) {
      const int k = pick(-2, 3);
      if (k == 0) continue;
      it.rows.add(sum, one, k);
      it.value[sum] += k * it.value[one];
    }
  };
  for (int l = 0; l < links; ++l) {
    const Variable link = it.rows.add_link();
    std::vector<Variable> all;
    for (const auto& mine : of) all.insert(all.end(), mine.begin(), mine.end());
    fill(link, all);
  }
  for (int i = pick(0, 12); i > 0; --i) {
    const auto block = static_cast<std::size_t>(pick(0, blocks));
    fill(it.rows.add_sum(block), of[block]);
  }
  for (int i = 0; i < 30; ++i) {
    const auto leaves = static_cast<Variable>(pick(0, static_cast<int>(it.value.size())));
    if (!it.rows.basic(leaves)) continue;
    Line line, column;
    it.rows.row(leaves, line);
    Variable enters = kNoVariable;
    double most = 0.3;
    for (const Variable one : line.variables())
      if (std::abs(line[one]) > most) most = std::abs(line[enters = one]);
    if (enters == kNoVariable) continue;
    it.rows.column(enters, column);
    RC_ASSERT(std::abs(column[leaves] - line[enters]) < 1e-8);
    RC_ASSERT(it.rows.pivot(leaves, enters));
    RC_ASSERT(it.rows.basic(enters) && !it.rows.basic(leaves));
  }
  RC_ASSERT(it.error() < 1e-7);
}

}  // namespace
}  // namespace entente::campaign
