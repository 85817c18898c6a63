// Flows of oil by hand: ways round, what is shared where it is short, and who is cut off.
#include "campaign/trade/oil.h"

#include <gtest/gtest.h>

namespace entente::campaign {
namespace {

/// Two exporters, two importers: a strait that can be gone round in twice the time.
///
///     0 (10) --strait, 2 days--> 1 (needs 8) ; 0 --round, 4 days--> 1 ; 2 (3) --1 day--> 3 (needs
///     3)
OilNet by_hand() {
  OilNet net;
  net.ways = {{0, 1, 2, -1, {0}}, {0, 1, 4, 5, {}}, {2, 3, 1, -1, {}}};
  net.exports = {10, 0, 3, 0};
  net.needs = {0, 8, 0, 3};
  net.straits = {9};
  return net;
}

TEST(Oil, FlowsByHand) {
  const OilFlows usual = least_cost_flows(by_hand(), {0});
  EXPECT_NEAR(usual.ways[0], 8, 1e-9);
  EXPECT_NEAR(usual.ways[1], 0, 1e-9);
  EXPECT_NEAR(usual.barrel_days, 8 * 2 + 3, 1e-9);
  EXPECT_NEAR(usual.lost(), 0, 1e-9);
  // A third of nine passes, five go round: nothing is lost, the way is longer.
  const OilFlows partly = least_cost_flows(by_hand(), {2.0 / 3});
  EXPECT_NEAR(partly.straits[0], 3, 1e-9);
  EXPECT_NEAR(partly.ways[1], 5, 1e-9);
  EXPECT_NEAR(partly.lost(), 0, 1e-9);
  // Shut, three of eight find no way.
  const OilFlows shut = least_cost_flows(by_hand(), {1});
  EXPECT_NEAR(shut.unserved[1], 3, 1e-9);
  EXPECT_NEAR(shut.unserved[3], 0, 1e-9);
  EXPECT_NEAR(shut.delivered, 8, 1e-9);
}

TEST(Oil, AShortageIsSharedWhereShipsCanCarryIt) {
  OilNet net = by_hand();
  net.ways.push_back({1, 3, 1, -1, {}});  // Now both importers lie on one sea.
  const OilFlows shut = least_cost_flows(net, {1});
  EXPECT_NEAR(shut.lost(), 3, 1e-9);
  EXPECT_NEAR(shut.unserved[1] / 8, 3.0 / 11, 0.05);
  EXPECT_NEAR(shut.unserved[3] / 3, 3.0 / 11, 0.05);
}

TEST(Oil, WhatSomeRefuseGoesTheLongWay) {
  // Two exporters beside two importers; whoever lies near refuses what is near.
  OilNet net;
  net.ways = {{0, 1, 1, -1, {}}, {2, 3, 1, -1, {}}, {1, 3, 10, -1, {0}}};
  net.exports = {5, 0, 5, 0};
  net.needs = {0, 5, 0, 5};
  net.straits = {100};
  const OilFlows free = least_cost_flows(net, {0});
  EXPECT_NEAR(free.straits[0], 0, 1e-9);
  EXPECT_NEAR(free.barrel_days, 10, 1e-9);
  net.embargoed = {0.8, 0, 0, 0};
  net.refusing = {0, 1, 0, 0};
  // Four of the first go to the second importer, and four of the other come back through the same
  // strait; net nothing moves, gross eight do.
  const OilFlows refused = least_cost_flows(net, {0});
  EXPECT_NEAR(refused.straits[0], 8, 1e-9);
  EXPECT_NEAR(refused.ways[2], 0, 1e-9);
  EXPECT_NEAR(refused.lost(), 0, 1e-9);
  EXPECT_NEAR(refused.barrel_days, 5 + 5 + 8 * 10, 1e-9);
  // Shut, four lie unsold and four are wanted.
  const OilFlows shut = least_cost_flows(net, {1});
  EXPECT_NEAR(shut.unserved[1], 4, 1e-9);
  EXPECT_NEAR(shut.lost(), 4, 1e-9);
  // An embargo that nobody keeps changes nothing.
  net.refusing = {0, 0, 0, 0};
  EXPECT_NEAR(least_cost_flows(net, {0}).barrel_days, 10, 1e-9);
}

TEST(Oil, KnowsWhoIsCutOff) {
  OilNet net = by_hand();
  net.ways.push_back({1, 3, 1, -1, {}});
  net.ways[1].straits = {0};  // No way round any more.
  EXPECT_EQ(cut_off(net, 0, {true, true, true, true}), std::vector<std::size_t>{0});
  // A pipeline is no way to the sea.
  net.ways[1].straits.clear();
  EXPECT_EQ(cut_off(net, 0, {true, false, true, true}), std::vector<std::size_t>{0});
  EXPECT_TRUE(cut_off(net, 0, {true, true, true, true}).empty());
}

}  // namespace
}  // namespace entente::campaign
