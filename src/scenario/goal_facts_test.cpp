#include "scenario/goal_facts.h"

#include <gtest/gtest.h>

#include "scenario/test_forces.h"

namespace entente::scenario {
namespace {

using test::shown;

class GoalFacts : public testing::Test {
 protected:
  std::string read(const std::string& rows) {
    Faults found;
    EXPECT_TRUE(read_declared_goals("agreement,goal,article,words,source,confidence\n" + rows,
                                    "declared_goals.csv", {"nato", "us_japan_1960"}, world, found));
    return shown(found);
  }

  test::ForceWorld made;
  world::World& world = made.world;
};

TEST_F(GoalFacts, ARowIsAGoalOfAnAgreement) {
  EXPECT_EQ(read("nato,crisis_management,Art 4,consult,the treaty,A\n"
                 "nato,deter,Art 5,defend,the treaty,B\n"),
            "");
  ASSERT_EQ(world.declared_goals.size(), 2u);
  const world::DeclaredGoal& one = world.declared_goals.front();
  EXPECT_EQ(world.symbols.name(one.agreement), "nato");
  EXPECT_EQ(world.symbols.name(one.goal), "crisis_management");
  EXPECT_EQ(one.article, "Art 4");
  EXPECT_EQ(one.words, "consult");
  EXPECT_EQ(one.confidence, 'A');
}

TEST_F(GoalFacts, EveryBadRowIsTold) {
  EXPECT_EQ(read("natto,deter,Art 5,defend,the treaty,A\n"
                 "nato,detr,Art 5,defend,the treaty,A\n"
                 "nato,cost,Art 5,defend,the treaty,A\n"
                 "nato,assure,,defend,the treaty,A\n"
                 "nato,access,Art 5,defend,,A\n"
                 "nato,modernise,Art 5,defend,the treaty,D\n"
                 "nato,deter,Art 5,defend,the treaty,A\n"
                 "nato,deter,Art 3,defend,the treaty,A\n"),
            "2:1 unknown_name\n3:6 bad_value\n4:6 bad_value\n5:13 missing_key\n"
            "6:26 missing_key\n7:40 bad_value\n9:1 duplicate\n");
}

TEST_F(GoalFacts, ATableWithoutItsColumnsIsNotRead) {
  Faults found;
  EXPECT_FALSE(read_declared_goals("agreement,goal\nnato,deter\n", "declared_goals.csv", {"nato"},
                                   world, found));
  EXPECT_FALSE(found.empty());
}

}  // namespace
}  // namespace entente::scenario
