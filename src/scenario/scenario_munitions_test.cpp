// Munitions of a scenario file: read with faults, applied.
#include <gtest/gtest.h>

#include "scenario/reform_forces.h"
#include "scenario/test_library.h"

namespace entente::scenario {
namespace {

using test::fault_lines;
using test::read_text;
using test::shown;
using test::small_library;

constexpr std::string_view kHead = "[scenario]\nname = \"mine\"\n";

world::World applied(const std::string& text) {
  const Library library = small_library();
  const auto file = read_text(std::string(kHead) + text, library);
  if (!file) ADD_FAILURE() << fault_lines(file.error());
  if (!file) return {};
  world::World world = library.world;
  Plan plan = library.plan;
  Faults faults;
  begin_scenario(*file, world, plan);
  apply_forces(*file, world, plan, faults);
  EXPECT_EQ(fault_lines(faults), "");
  world.index();
  return world;
}

std::string faults_of(const std::string& text) {
  const auto file = read_text(std::string(kHead) + text, small_library());
  return file ? "none" : shown(file.error());
}

TEST(ScenarioMunitions, ChangeOnlyWhatIsWritten) {
  const world::World world = applied(
      "[[munition_stock]]\nholder = \"USA\"\nmunition = \"missile\"\nstock = 900\n"
      "[[munition_stock]]\nholder = \"europeans\"\nmunition = \"missile\"\n"
      "production_month = 4\nproduction_month_low = 2\nproduction_month_high = 6\n");
  ASSERT_EQ(world.munition_stocks.size(), 2u);
  const auto& usa = world.munition_stocks[0];
  EXPECT_EQ(world.symbols.name(usa.holder), "USA");
  EXPECT_EQ(usa.stock.value, 900);
  EXPECT_TRUE(usa.stock.fixed());
  EXPECT_EQ(usa.production.value, 15) << "that of the base";
  const auto& group = world.munition_stocks[1];
  EXPECT_EQ(group.stock.value, 0);
  EXPECT_EQ(group.production.high, 6);
  EXPECT_TRUE(group.production.assumption);
}

TEST(ScenarioMunitions, AUseStandsInPlaceOfThatOfTheBase) {
  const world::World world = applied(
      "[[munition_use]]\ncontingency = \"north\"\nmunition = \"missile\"\nper_day = 10\n"
      "half_life = 5\nhalf_life_low = 3\nhalf_life_high = 9\n");
  ASSERT_EQ(world.munition_uses.size(), 1u);
  EXPECT_EQ(world.munition_uses[0].per_day.value, 10);
  EXPECT_EQ(world.munition_uses[0].half_life->high, 9);
  EXPECT_FALSE(world.munition_uses[0].days);
}

TEST(ScenarioMunitions, OfAnEmptyScenarioAreItsOwn) {
  const Library library = small_library();
  const auto file = read_text(
      "[scenario]\nname = \"mine\"\nempty = true\n[[contingency]]\nid = \"east\"\nevent = \"RUS "
      "attacks FRA\"\n[[munition_use]]\ncontingency = \"east\"\nmunition = \"missile\"\n"
      "per_day = 3\n",
      library);
  ASSERT_TRUE(file) << fault_lines(file.error());
  world::World world = library.world;
  Plan plan = library.plan;
  begin_scenario(*file, world, plan);
  EXPECT_TRUE(world.munition_stocks.empty());
  EXPECT_EQ(world.munitions.size(), 1u) << "classes are names, and names stay";
}

TEST(ScenarioMunitions, NameWhatIsWrong) {
  EXPECT_EQ(faults_of("[[munition_stock]]\nholder = \"USB\"\nmunition = \"missle\"\nstock = -1\n"),
            "4:10 unknown_state\n5:12 unknown_name\n6:9 bad_value\n");
  EXPECT_EQ(faults_of("[[munition_stock]]\nholder = \"USA\"\nmunition = \"missile\"\n"
                      "production_month = -2\nstock = 5\nstock_low = 6\nstock_high = 7\n"),
            "6:20 bad_value\n7:9 unsourced_range\n");
  EXPECT_EQ(faults_of("[[munition_stock]]\nholder = \"USA\"\nmunition = \"missile\"\n"
                      "[[munition_stock]]\nholder = \"USA\"\nmunition = \"missile\"\n"),
            "7:10 duplicate\n");
  EXPECT_EQ(faults_of("[[munition_use]]\ncontingency = \"nroth\"\nmunition = \"missile\"\n"),
            "3:1 missing_key\n4:15 unknown_name\n");
  EXPECT_EQ(faults_of("[[munition_use]]\ncontingency = \"north\"\nmunition = \"missile\"\n"
                      "per_day = 1\ndays = 3\ndays_low = 2\nrate = 4\n"),
            "8:12 range_missing\n9:1 unknown_key\n");
}

TEST(ScenarioMunitions, AHintNamesTheNearest) {
  const auto file = read_text(
      std::string(kHead) + "[[munition_stock]]\nholder = \"USA\"\nmunition = \"missle\"\n",
      small_library());
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().front().hint, "did you mean `missile`?");
}

}  // namespace
}  // namespace entente::scenario
