#include "scenario/munition_facts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "scenario/test_forces.h"

namespace entente::scenario {
namespace {

using test::shown;

constexpr std::string_view kMunitions =
    "id,name,definition,unit,fired_by,bottleneck,source,confidence,note\n";
constexpr std::string_view kTerms = "munition,what,value,low,high,status,source,confidence,note\n";
constexpr std::string_view kStocks =
    "holder,munition,what,component,value,low,high,year,by,status,source,confidence,note\n";
constexpr std::string_view kUse =
    "contingency,munition,per_day,low,high,days,days_low,days_high,half_life,half_life_low,"
    "half_life_high,status,source,confidence,note\n";
constexpr std::string_view kTies =
    "from,to,munitions,since,strength,low,high,status,source,confidence,note\n";

class MunitionFacts : public testing::Test {
 protected:
  MunitionFacts() {
    world::Munition shell;
    shell.id = made.at("shell");
    world.munitions.push_back(shell);
    shell.id = made.at("missile");
    world.munitions.push_back(shell);
    world.index();
  }

  template <class Read>
  std::string read(Read reader, std::string_view header, std::string_view rows) {
    found.clear();
    EXPECT_TRUE(reader(std::string(header) + std::string(rows), "table.csv", world, found));
    return shown(found);
  }

  test::ForceWorld made;
  world::World& world = made.world;
  Faults found;
};

TEST_F(MunitionFacts, AClassSaysWhatFiresIt) {
  EXPECT_EQ(read(read_munitions, kMunitions,
                 "rocket,a rocket,flies far,rounds,tanker; heavy_brigade,motors,a study,B,\n"),
            "");
  const world::Munition& rocket = world.munitions.back();
  EXPECT_EQ(rocket.fired_by, (std::vector<Symbol>{made.at("tanker"), made.at("heavy_brigade")}));
  EXPECT_EQ(rocket.bottleneck, "motors");
  EXPECT_EQ(rocket.confidence, 'B');
  EXPECT_EQ(read(read_munitions, kMunitions,
                 "Rocket,a rocket,flies far,rounds,,,a study,B,\n"
                 "dart,,flies far,,tankers,,,D,\n"
                 "dart,a dart,flies far,rounds,,,a study,B,\n"),
            "2:1 bad_value\n3:6 missing_key\n3:17 missing_key\n3:18 unknown_name\n"
            "3:27 no_source\n3:28 bad_value\n4:1 duplicate\n");
}

TEST_F(MunitionFacts, TermsGoToTheirMunition) {
  EXPECT_EQ(read(read_munition_terms, kTerms,
                 "shell,unit_cost,0.004,0.002,0.009,published,a study,B,\n"
                 "shell,learning_rate,0.1,0.05,0.2,assumption,a study,C,\n"),
            "");
  const auto& shell = *std::ranges::find(world.munitions, made.at("shell"), &world::Munition::id);
  EXPECT_EQ(shell.unit_cost.value, 0.004);
  EXPECT_EQ(shell.unit_cost.confidence, 'B');
  EXPECT_EQ(shell.learning_rate.high, 0.2);
  EXPECT_TRUE(shell.learning_rate.assumption);
  EXPECT_EQ(read(read_munition_terms, kTerms,
                 "shell,learning_rate,1.2,0.05,2,assumption,a study,C,\n"
                 "shell,price,1,1,2,assumption,a study,C,\n"
                 "shells,lead_months,6,3,12,assumption,a study,C,\n"
                 "missile,lead_months,-6,-9,12,assumption,a study,C,\n"
                 "missile,lead_months,6,,12,assumption,a study,C,\n"),
            "2:21 bad_value\n2:30 bad_value\n3:7 bad_value\n4:1 unknown_name\n5:21 bad_value\n"
            "5:24 bad_value\n6:1 duplicate\n6:23 range_missing\n");
}

TEST_F(MunitionFacts, TheNumbersOfAHolderComeTogether) {
  EXPECT_EQ(read(read_stocks, kStocks,
                 "USA,shell,stock,,1000,700,1900,2026,,assumption,a count,C,\n"
                 "USA,shell,production_month,,52,50,58,2026,,published,a maker,A,\n"
                 "USA,shell,production_target_month,,167,100,170,2026,2030-12-31,published,a "
                 "plan,B,\n"
                 "USA,shell,component_month,charges,40,30,50,2025,,published,a maker,B,\n"
                 "USA,shell,use_day_low,,5,2,10,2026,,assumption,a study,C,\n"
                 "USA,shell,use_day_high,,40,20,80,2026,,assumption,a study,C,\n"
                 "europeans,shell,stock,,10,5,20,2026,,assumption,a count,C,\n"),
            "");
  ASSERT_EQ(world.munition_stocks.size(), 2u);
  world.index();
  const world::MunitionStock& usa = world.munition_stocks.front();
  EXPECT_EQ(usa.holder, made.at("USA"));
  EXPECT_EQ(usa.stock.high, 1900);
  EXPECT_EQ(usa.production.value, 52);
  EXPECT_EQ(usa.production_year, 2026);
  EXPECT_EQ(usa.target->value, 167);
  EXPECT_EQ(to_text(usa.target_by), "2030-12-31");
  ASSERT_EQ(usa.components.size(), 1u);
  EXPECT_EQ(usa.components[0].name, made.at("charges"));
  EXPECT_EQ(usa.components[0].year, 2025);
  EXPECT_EQ(usa.use_low.value, 5);
  EXPECT_EQ(usa.use_high.value, 40);
  EXPECT_EQ(world.symbols.name(usa.production_source), "a maker");
  EXPECT_EQ(world.munition_stocks[1].holder, made.at("europeans"));
}

TEST_F(MunitionFacts, AStockNamesWhatIsWrong) {
  EXPECT_EQ(read(read_stocks, kStocks,
                 "USB,shell,stock,,1,1,2,2026,,assumption,a count,C,\n"
                 "USA,shells,stock,,1,1,2,2026,,assumption,a count,C,\n"
                 "USA,shell,stock,,-1,-2,2,2026,,assumption,a count,C,\n"
                 "GBR,shell,production_month,,-5,1,8,2026,,published,a maker,A,\n"
                 "GBR,shell,stock,,5,6,4,2026,,published,a maker,A,\n"
                 "GBR,missile,stock,,9,6,8,2026,,assumption,,C,\n"
                 "FRA,shell,stocks,,1,1,2,2026,,assumption,a count,C,\n"),
            "2:1 unknown_state\n3:5 unknown_name\n4:18 bad_value\n4:21 bad_value\n"
            "5:29 bad_value\n6:20 bad_value\n7:22 unsourced_range\n7:43 no_source\n"
            "8:11 bad_value\n");
  EXPECT_EQ(read(read_stocks, kStocks,
                 "FRA,shell,production_target_month,,9,6,12,2026,,published,a plan,B,\n"
                 "FRA,shell,component_month,,9,6,12,2026,,published,a plan,B,\n"
                 "FRA,shell,stock,charges,9,6,12,2026,2030-12-31,published,a plan,B,\n"
                 "FRA,shell,stock,,9,6,12,2026,,published,a plan,B,\n"
                 "FRA,missile,production_target_month,,9,6,12,2026,2030,published,a plan,B,\n"
                 "FRA,missile,production_month,,9,6,12,26.5,,published,a plan,B,\n"),
            "2:48 missing_key\n3:27 missing_key\n4:17 bad_value\n4:37 bad_value\n"
            "6:50 no_such_date\n7:38 bad_value\n");
}

TEST_F(MunitionFacts, UseSaysHowLongItHolds) {
  EXPECT_EQ(read(read_munition_use, kUse,
                 "north,shell,110,85,150,7,4,14,,,,assumption,a study,B,\n"
                 "north,missile,60,25,90,,,,5,3,10,derived,a count,B,\n"),
            "");
  ASSERT_EQ(world.munition_uses.size(), 2u);
  EXPECT_EQ(world.munition_uses[0].per_day.value, 110);
  EXPECT_EQ(world.munition_uses[0].days->high, 14);
  EXPECT_FALSE(world.munition_uses[0].half_life);
  EXPECT_FALSE(world.munition_uses[1].days);
  EXPECT_EQ(world.munition_uses[1].half_life->value, 5);
  EXPECT_EQ(read(read_munition_use, kUse,
                 "norht,shell,1,1,2,,,,,,,assumption,a study,B,\n"
                 "north,shels,1,1,2,,,,,,,assumption,a study,B,\n"
                 "south,shell,-1,-1,2,-7,-8,14,,3,,assumption,a study,B,\n"
                 "south,shell,1,1,2,7,4,,,,,assumption,a study,B,\n"),
            "2:1 unknown_name\n3:7 unknown_name\n4:13 bad_value\n4:16 bad_value\n"
            "4:21 bad_value\n4:24 bad_value\n4:30 missing_key\n5:1 duplicate\n"
            "5:23 range_missing\n");
}

TEST_F(MunitionFacts, TiesJoinTwoStates) {
  EXPECT_EQ(read(read_coproduction, kTies,
                 "USA,GBR,shell; missile,2024-01-01,0.5,0.25,0.75,assumption,a study,A,\n"),
            "");
  ASSERT_EQ(world.coproductions.size(), 1u);
  EXPECT_EQ(world.coproductions[0].munitions.size(), 2u);
  EXPECT_EQ(world.coproductions[0].strength.high, 0.75);
  EXPECT_EQ(read(read_coproduction, kTies,
                 "USA,USA,shell,2024-01-01,0.5,0.25,0.75,assumption,a study,A,\n"
                 "USA,FRA,shells,2024,1.5,0.25,1.75,assumption,a study,A,\n"
                 "USA,europeans,,2024-01-01,0.5,0.25,0.75,assumption,a study,A,\n"
                 "USA,GBR,shell,2024-01-01,0.5,0.25,0.75,assumption,a study,A,\n"
                 "GBR,USA,shell,2024-01-01,0.5,0.25,0.75,assumption,a study,A,\n"
                 "GBR,USA,shell,2024-01-01,0.5,0.25,0.75,assumption,a study,A,\n"),
            "2:5 bad_value\n3:9 unknown_name\n3:16 no_such_date\n3:21 bad_value\n"
            "3:30 bad_value\n4:5 unknown_state\n4:15 missing_key\n7:1 duplicate\n");
}

TEST_F(MunitionFacts, AHintNamesTheNearest) {
  (void)read(read_stocks, kStocks, "USA,shels,stock,,1,1,2,2026,,assumption,a count,C,\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].hint, "did you mean `shell`?");
  EXPECT_EQ(to_text(found[0]).substr(0, 14), "table.csv:2:5:");
}

TEST_F(MunitionFacts, AWrongColumnIsNoTable) {
  for (const auto reader :
       {read_munitions, read_munition_terms, read_stocks, read_munition_use, read_coproduction}) {
    Faults faults;
    EXPECT_FALSE(reader("holder\nUSA\n", "table.csv", world, faults));
    EXPECT_GE(faults.size(), 7u);
  }
}

}  // namespace
}  // namespace entente::scenario
