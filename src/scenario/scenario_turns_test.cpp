// Later years of a scenario file: read with faults, applied by year.
#include <gtest/gtest.h>

#include "scenario/reform_forces.h"
#include "scenario/test_library.h"

namespace entente::scenario {
namespace {

using test::fault_lines;
using test::read_text;
using test::small_library;

constexpr std::string_view kHead = "[scenario]\nname = \"mine\"\ndate = 2026-07-01\n";

std::string refused(const std::string& text) {
  const auto file = read_text(std::string(kHead) + text, small_library());
  return file ? "" : fault_lines(file.error());
}

TEST(ScenarioTurns, ComeInTheOrderOfYears) {
  const Library library = small_library();
  const auto file = read_text(std::string(kHead) +
                                  "[[turn]]\nyear = 2033\npromisor = \"USA\"\n"
                                  "returns = [\"pact\"]\n"
                                  "[[turn]]\nyear = 2028\npromisor = \"USA\"\ndoubt = -0.5\n"
                                  "doubt_low = -1\ndoubt_high = 0\nleaves = [\"pact\"]\n",
                              library);
  ASSERT_TRUE(file) << fault_lines(file.error());
  world::World world = library.world;
  Plan plan;
  apply_turns(*file, world, plan);
  ASSERT_EQ(plan.turns.size(), 2u);
  EXPECT_EQ(plan.turns[0].year, 2028);
  ASSERT_TRUE(plan.turns[0].doubt.has_value());
  EXPECT_EQ(plan.turns[0].doubt->value, -0.5);
  EXPECT_EQ(plan.turns[0].doubt->low, -1);
  EXPECT_TRUE(plan.turns[0].doubt->assumption);
  ASSERT_EQ(plan.turns[0].leaves.size(), 1u);
  EXPECT_EQ(world.symbols.name(plan.turns[0].leaves[0]), "pact");
  EXPECT_EQ(plan.turns[1].year, 2033);
  EXPECT_FALSE(plan.turns[1].doubt.has_value());
}

TEST(ScenarioTurns, RefusesYearsThatAreOverAndTurnsThatChangeNothing) {
  const std::string over = refused("[[turn]]\nyear = 2026\npromisor = \"USA\"\ndoubt = -1\n");
  EXPECT_NE(over.find("a turn of 2026 comes before the years after 2026"), std::string::npos)
      << over;
  const std::string idle = refused("[[turn]]\nyear = 2030\npromisor = \"USA\"\n");
  EXPECT_NE(idle.find("this turn changes nothing"), std::string::npos) << idle;
}

TEST(ScenarioTurns, RefusesNamesThatNothingHasAndDoubtsBeyondReason) {
  const std::string names =
      refused("[[turn]]\nyear = 2030\npromisor = \"USB\"\nleaves = [\"pacd\"]\n");
  EXPECT_NE(names.find("there is no state `USB`"), std::string::npos) << names;
  EXPECT_NE(names.find("the library has no agreement `pacd`"), std::string::npos) << names;
  const std::string far = refused("[[turn]]\nyear = 2030\npromisor = \"USA\"\ndoubt = -4\n");
  EXPECT_NE(far.find("doubt"), std::string::npos) << far;
}

}  // namespace
}  // namespace entente::scenario
