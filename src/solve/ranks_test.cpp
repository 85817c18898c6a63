#include "solve/ranks.h"

#include <gtest/gtest.h>

namespace entente::solve {
namespace {

TEST(Ranks, EqualValuesShareTheirMean) {
  const double values[] = {3, 1, 3, 2};
  EXPECT_EQ(ranks(values), (std::vector<double>{3.5, 1, 3.5, 2}));
}

TEST(Ranks, SpearmanOfOrders) {
  const double up[] = {1, 2, 3, 4}, down[] = {8, 4, 2, 1}, flat[] = {5, 5, 5, 5},
               mixed[] = {2, 1, 4, 3};
  EXPECT_DOUBLE_EQ(spearman(up, up), 1);
  EXPECT_DOUBLE_EQ(spearman(up, down), -1);
  EXPECT_DOUBLE_EQ(spearman(up, flat), 0);
  EXPECT_DOUBLE_EQ(spearman(up, mixed), 1 - 6 * 4 / 60.0);  // 1 - 6 sum d^2 / (n (n^2 - 1)).
}

TEST(Ranks, TiesAreNeitherConcordantNorDiscordant) {
  const double a[] = {1, 2, 3, 3}, b[] = {1, 3, 2, 2};
  const Concordance found = concordance(a, b);
  EXPECT_EQ(found.concordant, 3u);
  EXPECT_EQ(found.discordant, 2u);
}

}  // namespace
}  // namespace entente::solve
