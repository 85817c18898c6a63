#include "scenario/trade_facts.h"

#include <gtest/gtest.h>

namespace entente::scenario {
namespace {

const std::string kCorridors =
    "from,to,mode,chokepoints,name,days,value,low,high,status,source,confidence,note\n";
const std::string kTrade = "of,field,at,value,low,high,unit,year,status,source,confidence,note\n";
const std::string kSound = kCorridors + "gulf,sea,sea,narrow+wide,,2,5,,,published,s,A,\n";

/// The first fault of corridors with figures behind them, without its hint.
std::string fault_of(const std::string& corridors, const std::string& figures = kTrade) {
  world::World world;
  Faults faults;
  (void)read_corridors(corridors, "corridors.csv", world, faults);
  if (faults.empty()) (void)read_trade(figures, "trade.csv", world, faults);
  if (faults.empty()) return "sound";
  const std::string all = to_text(faults.front());
  return all.substr(0, all.find('\n'));
}

TEST(TradeFacts, AreRead) {
  world::World world;
  Faults faults;
  ASSERT_TRUE(read_corridors(kSound, "corridors.csv", world, faults));
  ASSERT_TRUE(read_trade(kTrade + "narrow,oil_flow,,4,3,5,mb/d,2023,assumption,s,C,\n" +
                             "gulf,oil_exports,,6,5,7,mb/d,2023,assumption,s,C,\n" +
                             "war,closed,wide,0.5,0,1,share,2026,assumption,s,C,\n" +
                             "gulf,oil_embargoed,,0.4,0.2,1,share,2026,assumption,s,C,\n",
                         "trade.csv", world, faults))
      << to_text(faults.front());
  ASSERT_TRUE(faults.empty());
  ASSERT_EQ(world.corridors.front().chokepoints.size(), 2U);
  EXPECT_EQ(world.symbols.name(world.corridors.front().chokepoints.back()), "wide");
  ASSERT_EQ(world.trade.size(), 4U);
  EXPECT_EQ(world.trade[0].value.high, 5);
  EXPECT_EQ(world.symbols.name(world.trade[2].at), "wide");
}

TEST(TradeFacts, FaultsAreNamed) {
  EXPECT_EQ(fault_of(kSound), "sound");
  EXPECT_EQ(fault_of(kCorridors + "gulf,sea,road,,,2,5,,,published,s,A,\n"),
            "corridors.csv:2:10: `mode` cannot be `road` [bad_value]");
  EXPECT_EQ(fault_of(kCorridors + "gulf,gulf,sea,,,2,5,,,published,s,A,\n"),
            "corridors.csv:2:6: a corridor leads from a region to itself [bad_value]");
  EXPECT_EQ(fault_of(kCorridors + "gulf,sea,sea,,,0,5,,,published,s,A,\n"),
            "corridors.csv:2:16: `days` must lie between 0.1 and 365, not 0 [bad_value]");
  EXPECT_EQ(fault_of(kCorridors + "gulf,sea,pipeline,,,2,,,,published,s,A,\n"),
            "corridors.csv:2:23: this row needs `value` [missing_key]");
  EXPECT_EQ(fault_of(kCorridors + "gulf,sea,sea,,,2,5,,,assumption,s,A,\n"),
            "corridors.csv:2:20: an assumption needs the range it may lie in [range_missing]");
  EXPECT_EQ(fault_of(kSound, kTrade + "narrow,oil_flows,,4,,,mb/d,2023,published,s,A,\n"),
            "trade.csv:2:8: `field` cannot be `oil_flows` [bad_value]");
  EXPECT_EQ(fault_of(kSound, kTrade + "narow,oil_flow,,4,,,mb/d,2023,published,s,A,\n"),
            "trade.csv:2:1: there is no chokepoint `narow` [unknown_name]");
  EXPECT_EQ(fault_of(kSound, kTrade + "golf,oil_needs,,4,,,mb/d,2023,published,s,A,\n"),
            "trade.csv:2:1: there is no region `golf` [unknown_name]");
  EXPECT_EQ(fault_of(kSound, kTrade + "gulf,oil_refusing,,1.1,,,share,2023,published,s,A,\n"),
            "trade.csv:2:20: `value` is a share from 0 to 1 [bad_value]");
  EXPECT_EQ(fault_of(kSound, kTrade + "war,closed,wide,2,,,share,2023,published,s,A,\n"),
            "trade.csv:2:17: `value` is a share from 0 to 1 [bad_value]");
  EXPECT_EQ(fault_of(kSound, kTrade + "narrow,oil_flow,,4,,,mb/d,2023,published,s,A,\n"
                                      "narrow,oil_flow,,4,,,mb/d,2023,published,s,A,\n"),
            "trade.csv:3:1: there are two figures of trade called `narrow oil_flow` [duplicate]");
}

}  // namespace
}  // namespace entente::scenario
