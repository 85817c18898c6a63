#include "solve/connections.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace entente::solve {
namespace {

std::multiset<std::size_t> degrees(const Neighbours& graph) {
  std::multiset<std::size_t> all;
  for (const auto& one : graph) all.insert(one.size());
  return all;
}

TEST(Connections, FourStatesAsJacksonAndWolinskySay) {
  // delta = .5: the complete network is efficient below delta - delta^2 = .25, the star below
  // delta + (n - 2) delta^2 / 2 = .75, nothing above.
  const auto cheap = stable_networks(4, {0.5, 0.2});
  ASSERT_EQ(cheap.stable.size(), 1u);
  EXPECT_EQ(degrees(cheap.stable[0]), (std::multiset<std::size_t>{3, 3, 3, 3}));
  EXPECT_NEAR(cheap.best, 3.6, 1e-12);  // 12 (.5 - .2)
  const auto middling = stable_networks(4, {0.5, 0.3});
  EXPECT_NEAR(middling.best, 2.7, 1e-12);  // 6 (.5 - .3) + 6 x .25
  EXPECT_EQ(middling.stable.size(), 7u);   // Four stars, three rings.
  for (const Neighbours& one : middling.stable)
    EXPECT_TRUE(degrees(one) == (std::multiset<std::size_t>{3, 1, 1, 1}) ||
                degrees(one) == (std::multiset<std::size_t>{2, 2, 2, 2}));
  for (const Neighbours& one : middling.efficient)
    EXPECT_EQ(degrees(one), (std::multiset<std::size_t>{3, 1, 1, 1}));
  const auto dear = stable_networks(4, {0.5, 0.9});
  ASSERT_EQ(dear.stable.size(), 1u);
  EXPECT_EQ(degrees(dear.stable[0]), (std::multiset<std::size_t>{0, 0, 0, 0}));
}

TEST(GraphMeasures, OfAStarAndARing) {
  EXPECT_EQ(degree_centralisation(star(7)), 1);
  EXPECT_EQ(degree_centralisation(ring(7)), 0);
  EXPECT_EQ(betweenness(star(5)), (std::vector<double>{1, 0, 0, 0, 0}));
  for (const double one : betweenness(ring(5))) EXPECT_NEAR(one, 1.0 / 6, 1e-12);
  const auto central = eigenvector_centrality(star(5));
  EXPECT_NEAR(central[0], 1, 1e-9);
  EXPECT_NEAR(central[1], 0.5, 1e-9);  // 1 / sqrt(4)
  EXPECT_EQ(joined_without(star(5), 0), 0);
  EXPECT_NEAR(joined_without(ring(5), 0), 12.0 / 20, 1e-12);
  EXPECT_EQ(coreness(ring(4)), (std::vector<std::size_t>{2, 2, 2, 2}));
  EXPECT_EQ(coreness(star(4)), (std::vector<std::size_t>{1, 1, 1, 1}));
}

TEST(GraphMeasures, TwoTrianglesJoinedByALinkAreTwoCommunities) {
  const Neighbours graph{{1, 2}, {0, 2}, {0, 1, 3}, {2, 4, 5}, {3, 5}, {3, 4}};
  const auto groups = communities(graph);
  EXPECT_EQ(groups, (std::vector<std::size_t>{0, 0, 0, 1, 1, 1}));
  // 2 (6/14 - (7/14)^2) = 5/14
  EXPECT_NEAR(modularity(graph, groups), 5.0 / 14, 1e-12);
  EXPECT_EQ(communities(Neighbours(3)), (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(eigenvector_centrality(Neighbours(3)), (std::vector<double>{0, 0, 0}));
}

}  // namespace
}  // namespace entente::solve
