// Levers read and pulled, whatever their kind.
#include <algorithm>

#include "scenario/levers/named.h"
#include "scenario/levers/test_levers.h"

namespace entente::scenario {
namespace {

using test::after;
using test::expect_range;
using test::lever_library;
using test::levers_of;
using test::refused;

TEST(Levers, TakeTheTermsOfTheLibrary) {
  const auto levers = levers_of("[[lever]]\ncard = \"ready_made\"\n", lever_library());
  ASSERT_TRUE(levers) << test::fault_lines(levers.error());
  const Lever& lever = levers->at(0);
  EXPECT_EQ(lever.card, "ready_made");
  EXPECT_EQ(lever.actor, "USA");
  EXPECT_EQ(lever.source, "a study");
  ASSERT_EQ(lever.effects.size(), 2u);
  EXPECT_EQ(lever.effects[0].kind->name, "grow");
  expect_range(lever.effects[0].find("share")->number, 0.5, 0.2, 0.6);
  expect_range(*lever.cost, 2, 1, 3);
  EXPECT_EQ(lever.delay_months->value, 24);
  EXPECT_EQ(lever.excludes, std::vector<std::string>{"keep"});
}

TEST(Levers, WhatStandsBesideTheCardReplacesIt) {
  const auto levers =
      levers_of("[[lever]]\ncard = \"ready_made\"\nshare = 0.1\ndelay_months = 3\nexcludes = []\n",
                lever_library());
  ASSERT_TRUE(levers) << test::fault_lines(levers.error());
  const Lever& lever = levers->at(0);
  // The range of the library is that of its own value.
  expect_range(lever.effects[0].find("share")->number, 0.1, 0.1, 0.1);
  EXPECT_EQ(lever.effects[1].find("mu")->number.value, -1);
  EXPECT_EQ(lever.delay_months->value, 3);
  EXPECT_TRUE(lever.excludes.empty());
}

TEST(Levers, OneOfSeveralWaysReplacesTheOther) {
  Library library = lever_library();
  library.levers[0].second +=
      "[[effect]]\ncard = \"buy\"\nstates = [\"FRA\"]\nelement = \"heavy_brigade\"\nunits = 3\n"
      "units_low = 2\nunits_high = 4\n";
  const auto levers = levers_of("[[lever]]\ncard = \"ready_made\"\nmoney = 1\n", library);
  ASSERT_TRUE(levers) << test::fault_lines(levers.error());
  EXPECT_EQ(levers->at(0).effects[2].find("units"), nullptr);
  EXPECT_EQ(levers->at(0).effects[2].find("money")->number.value, 1);
}

TEST(Levers, AreInEffectByThenOrSayThatTheyAreNot) {
  Library library = lever_library();
  library.plan.after_months = 24;
  const Library in_time = after("[[lever]]\ncard = \"ready_made\"\n", library);
  EXPECT_EQ(in_time.plan.doubts.size(), 1u);
  EXPECT_TRUE(in_time.notices.empty());
  library.plan.after_months = 23;
  const Library late = after("[[lever]]\ncard = \"ready_made\"\n", library);
  EXPECT_TRUE(late.plan.doubts.empty());
  EXPECT_EQ(test::pool(late, "USA", "us_east")->added.value, 0);
  ASSERT_EQ(late.notices.size(), 1u);
  EXPECT_EQ(late.notices[0],
            "The lever `ready_made` is not in effect: it takes 24 months, and the world is looked "
            "at after 23.");
  ASSERT_EQ(late.pulled.size(), 1u);
  EXPECT_FALSE(late.pulled[0].in_effect);
  expect_range(late.pulled[0].cost, 2, 1, 3);
}

TEST(Levers, ThatExcludeEachOtherAreRefusedInEitherOrder) {
  const std::string made = "[[lever]]\ncard = \"ready_made\"\n",
                    keep = "[[lever]]\ncard = \"keep\"\n";
  const std::string said =
      "file.toml:4:8: the levers `keep` and `ready_made` exclude each other [excluded]\n"
      "  pull one of them\n";
  EXPECT_EQ(refused(made + keep), said);
  EXPECT_EQ(refused(keep + made), said);
  EXPECT_EQ(refused("[[lever]]\ncard = \"keep\"\nexcludes = \"grow\"\n[[lever]]\ncard = \"grow\"\n"
                    "states = \"USA\"\nshare = 1\n"),
            "file.toml:5:8: the levers `grow` and `keep` exclude each other [excluded]\n"
            "  pull one of them\n");
  // One that was pulled before, by a base, still stands.
  EXPECT_NE(refused(keep, after(made)).find("[excluded]"), std::string::npos);
  EXPECT_NE(refused(made, after(made)).find("[duplicate]"), std::string::npos);
}

TEST(Levers, MeanGroupsWithoutWhatIsLeftOut) {
  const Library done = after(
      "[[lever]]\ncard = \"doubt\"\npromisors = [\"europeans\", \"-FRA\", \"USA\"]\nmu = -1\n");
  std::vector<std::string> names;
  for (const Doubt& one : done.plan.doubts) names.push_back(done.world.symbols.name(one.promisor));
  EXPECT_EQ(names, (std::vector<std::string>{"DEU", "GBR", "ITA", "USA"}));
}

TEST(Levers, OfTheLibraryAreHeldAgainstIt) {
  Library library = lever_library();
  library.levers[0].second += "[[effect]]\ncard = \"prepare\"\nstates = [\"USAA\"]\nshare = 1\n";
  Faults faults;
  check_named_levers(library, faults);
  EXPECT_EQ(test::fault_lines(faults),
            "levers/ready_made.toml:25:11: there is no state or group `USAA` [unknown_state]\n"
            "  did you mean `USA`?\n");
}

TEST(Levers, AreAppliedByAScenarioAfterItsOwnForces) {
  const Library library = lever_library();
  const auto document = text::parse_toml(
      "[scenario]\nname = \"m\"\nafter_months = 12\n[[state]]\nid = \"USA\"\n"
      "forces = { heavy_brigade = 8 }\n[[lever]]\ncard = \"grow\"\nstates = \"USA\"\nshare = 0.5\n"
      "[[lever]]\ncard = \"ready_made\"\n",
      "file.toml");
  ASSERT_TRUE(document);
  const auto file = read_scenario(*document, library);
  ASSERT_TRUE(file) << test::fault_lines(file.error());
  EXPECT_EQ(file->after_months, 12);
  EXPECT_EQ(file->levers.size(), 2u);
}

}  // namespace
}  // namespace entente::scenario
