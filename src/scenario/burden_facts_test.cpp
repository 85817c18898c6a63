#include "scenario/burden_facts.h"

#include <gtest/gtest.h>

#include "scenario/test_forces.h"

namespace entente::scenario {
namespace {

using test::shown;

class BurdenFacts : public testing::Test {
 protected:
  std::string read(std::string_view rows) {
    Faults found;
    EXPECT_TRUE(
        read_burden("state,year,measure,value,low,high,unit,status,source,confidence,note\n" +
                        std::string(rows),
                    "burden.csv", world, found));
    return shown(found);
  }

  test::ForceWorld made;
  world::World& world = made.world;
};

TEST_F(BurdenFacts, ARowIsAFigureOfItsYear) {
  const std::size_t before = world.figures.size();
  EXPECT_EQ(read("USA,1964,spending,9,8.95,9.05,% of GDP,published,a paper,A,a note\n"
                 "USA,2014,spending,3.71,3.66,3.76,% of GDP,published,a report,A,\n"),
            "");
  ASSERT_EQ(world.figures.size(), before + 2);
  const world::Figure& one = world.figures[before];
  EXPECT_EQ(one.state, made.at("USA"));
  EXPECT_EQ(one.what, "spending");
  EXPECT_EQ(one.year, 1964);
  EXPECT_EQ(one.value, 9);
  EXPECT_EQ(one.high, 9.05);
  EXPECT_EQ(one.sourced.confidence, 'A');
  EXPECT_EQ(one.sourced.note, "a note");
}

TEST_F(BurdenFacts, EveryBadRowIsTold) {
  EXPECT_EQ(read("UAS,2014,spending,2,1,3,% of GDP,published,a report,A,\n"
                 "USA,2014.5,spending,2,1,3,% of GDP,published,a report,A,\n"
                 "USA,2014,spendings,2,1,3,% of GDP,published,a report,A,\n"
                 "USA,2015,spending,-2,-3,3,% of GDP,published,a report,A,\n"
                 "USA,2016,spending,2,1,101,% of GDP,published,a report,A,\n"
                 "USA,2017,spending,2,1,3,bn USD,published,a report,A,\n"
                 "USA,2018,spending,4,1,3,% of GDP,published,a report,A,\n"
                 "USA,2019,spending,4,,,% of GDP,assumption,a guess,C,\n"
                 "USA,2020,spending,4,3,5,% of GDP,published,,A,\n"
                 "USA,2020,spending,4,3,5,% of GDP,published,a report,A,\n"),
            "2:1 unknown_state\n3:5 bad_value\n4:10 bad_value\n5:19 bad_value\n5:22 bad_value\n"
            "6:23 bad_value\n7:25 bad_value\n8:21 unsourced_range\n9:21 range_missing\n"
            "10:44 no_source\n11:1 duplicate\n");
}

TEST_F(BurdenFacts, ATableWithoutItsColumnsIsNotRead) {
  Faults found;
  EXPECT_FALSE(read_burden("state,year\nUSA,2014\n", "burden.csv", world, found));
  EXPECT_FALSE(found.empty());
}

}  // namespace
}  // namespace entente::scenario
