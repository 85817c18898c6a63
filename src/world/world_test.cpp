#include "world/world.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "world/commitment.h"

namespace entente::world {
namespace {

Date day(int year, int month, int date) { return make_date(year, month, date).value(); }

/// A small world: Russia and Germany with their predecessors, two places and some groups.
class WorldTest : public testing::Test {
 protected:
  WorldTest() {
    state("RUS", "Russian Federation", {day(1991, 12, 26), kAlwaysAfter}, {}, {"russia"});
    state("soviet_union", "Soviet Union", {day(1917, 11, 7), day(1991, 12, 25)}, {"RUS"},
          {"ussr", "russia", "SUN"});
    state("russian_empire", "Russian Empire", {day(1721, 11, 2), day(1917, 11, 6)}, {"RUS"},
          {"russia"});
    state("DEU", "Germany", {day(1949, 5, 23), kAlwaysAfter}, {}, {"germany", "frg"});
    state("germany", "German Reich", {day(1871, 1, 18), day(1945, 6, 5)}, {"DEU"},
          {"german_empire"});
    state("prussia", "Prussia", {day(1815, 6, 9), day(1871, 1, 17)}, {"DEU"}, {"germany"});
    state("bavaria", "Bavaria", {day(1806, 1, 1), day(1871, 1, 17)}, {"DEU"}, {});
    state("transvaal", "Transvaal", {day(1852, 1, 17), day(1902, 5, 31)}, {"ZAF"}, {});
    state("orange_free_state", "Orange Free State", {day(1854, 2, 23), day(1902, 5, 31)}, {"ZAF"},
          {});
    state("ZAF", "South Africa", {day(1910, 5, 31), kAlwaysAfter}, {}, {});
    state("USA", "United States", {}, {}, {"united_states"});
    state("hezbollah", "Hezbollah", {}, {}, {});
    world.states.back().is_actor = true;

    place("crimea", "territory", "RUS", {kAlwaysBefore, day(1954, 2, 18)});
    place("crimea", "disputed", "RUS", {day(2014, 2, 27), kAlwaysAfter});
    place("homeland_rus", "homeland", "RUS", {});
    place("homeland_russian_empire", "homeland", "russian_empire",
          {kAlwaysBefore, day(1917, 11, 6)});
    place("bonn", "capital", "DEU", {day(1949, 5, 23), day(1990, 10, 2)});
    place("aachen", "territory", "DEU", {});

    group("russians", false, {{"RUS", {}}});
    group("not_russians", true, {{"russians", {}}});
    group("nobody", false, {{"soviet_union", {day(1992, 1, 1), kAlwaysAfter}}});
    group("cold_war", false,
          {{"russians", {day(1946, 3, 5), day(1989, 12, 3)}},
           {"USA", {day(1947, 3, 12), kAlwaysAfter}}});
    group("left", false, {{"right", {}}, {"USA", {}}});
    group("right", false, {{"left", {}}});
    world.index();
  }

  Symbol at(std::string_view name) { return world.symbols.intern(name); }
  std::string name(Symbol symbol) const { return world.symbols.name(symbol); }

  void state(std::string_view id, std::string title, Spell alive,
             std::vector<std::string> successors, std::vector<std::string> aliases) {
    State made;
    made.id = at(id);
    made.name = std::move(title);
    made.alive = alive;
    for (const auto& code : successors) made.successors.push_back(at(code));
    made.aliases = std::move(aliases);
    world.states.push_back(std::move(made));
  }

  void place(std::string_view id, std::string_view kind, std::string_view owner, Spell spell) {
    Place made;
    made.id = at(id);
    made.kind = at(kind);
    made.administered_by = made.sovereign = at(owner);
    made.spell = spell;
    world.places.push_back(std::move(made));
  }

  void group(std::string_view id, bool complement,
             const std::vector<std::pair<std::string, Spell>>& members) {
    Group made;
    made.id = at(id);
    made.complement = complement;
    for (const auto& [member, spell] : members) made.members.push_back({at(member), spell});
    world.groups.push_back(std::move(made));
  }

  bool in(std::string_view group, std::string_view state, Date on) {
    return world.in_group(*world.group(at(group)), at(state), on);
  }

  World world;
};

TEST_F(WorldTest, LooksUpByName) {
  EXPECT_EQ(world.state(at("DEU"))->name, "Germany");
  EXPECT_EQ(world.state(at("made_up_later")), nullptr);
  EXPECT_EQ(world.state(Symbol{}), nullptr);
  EXPECT_EQ(world.group(at("DEU")), nullptr);
  EXPECT_EQ(world.place(at("crimea")).size(), 2u);
  EXPECT_TRUE(world.place(at("atlantis")).empty());
}

TEST_F(WorldTest, TitlesPassBackButNotForward) {
  EXPECT_EQ(name(world.holder(at("RUS"), day(1970, 1, 1))), "soviet_union");
  EXPECT_EQ(name(world.holder(at("RUS"), day(1991, 12, 25))), "soviet_union");
  EXPECT_EQ(name(world.holder(at("RUS"), day(1991, 12, 26))), "RUS");
  EXPECT_EQ(name(world.holder(at("RUS"), day(1914, 8, 4))), "russian_empire");
  EXPECT_FALSE(world.holder(at("soviet_union"), day(2020, 1, 1)));
  EXPECT_FALSE(world.holder(at("none"), day(2020, 1, 1)));
}

TEST_F(WorldTest, NamesakesWinOverOtherPredecessors) {
  EXPECT_EQ(name(world.holder(at("DEU"), day(1860, 1, 1))), "prussia");
  EXPECT_EQ(name(world.holder(at("DEU"), day(1914, 8, 4))), "germany");
  EXPECT_EQ(name(world.holder(at("germany"), day(1960, 1, 1))), "DEU");
  EXPECT_FALSE(world.holder(at("DEU"), day(1947, 1, 1)));
  EXPECT_FALSE(world.holder(at("DEU"), day(1810, 1, 1)) == at("prussia"));
  EXPECT_FALSE(world.holder(at("ZAF"), day(1880, 1, 1)));  // Two republics, neither a namesake.
}

TEST_F(WorldTest, ResolvesWhatAPersonWrites) {
  EXPECT_EQ(name(world.resolve("russia", day(1970, 1, 1))), "soviet_union");
  EXPECT_EQ(name(world.resolve("Soviet Union", day(1970, 1, 1))), "soviet_union");
  EXPECT_EQ(name(world.resolve("sun", day(1970, 1, 1))), "soviet_union");
  EXPECT_EQ(name(world.resolve("deu", day(1914, 8, 4))), "germany");
  EXPECT_EQ(name(world.resolve("germany", day(1860, 1, 1))), "prussia");
  EXPECT_EQ(name(world.resolve("Germany", day(2020, 1, 1))), "DEU");
  EXPECT_EQ(name(world.resolve("united-states", day(2020, 1, 1))), "USA");
  EXPECT_FALSE(world.resolve("soviet_union", day(2020, 1, 1)));
  EXPECT_TRUE(world.knows_state("soviet_union"));
  EXPECT_FALSE(world.knows_state("atlantis"));
}

TEST_F(WorldTest, GroupsResolveTitlesOnBothSides) {
  EXPECT_TRUE(in("russians", "soviet_union", day(1970, 1, 1)));
  EXPECT_TRUE(in("russians", "RUS", day(1970, 1, 1)));
  EXPECT_TRUE(in("russians", "RUS", day(2020, 1, 1)));
  EXPECT_FALSE(in("russians", "USA", day(2020, 1, 1)));
  EXPECT_FALSE(in("nobody", "RUS", day(2020, 1, 1)));
}

TEST_F(WorldTest, ComplementsHoldLivingStatesOnly) {
  EXPECT_TRUE(in("not_russians", "USA", day(1970, 1, 1)));
  EXPECT_FALSE(in("not_russians", "soviet_union", day(1970, 1, 1)));
  EXPECT_FALSE(in("not_russians", "hezbollah", day(2000, 1, 1)));
  EXPECT_FALSE(in("not_russians", "none", day(1970, 1, 1)));
  EXPECT_FALSE(in("not_russians", "DEU", day(1947, 1, 1)));
  EXPECT_TRUE(in("not_russians", "DEU", day(1950, 1, 1)));
}

TEST_F(WorldTest, NestedGroupsKeepTheirDays) {
  EXPECT_FALSE(in("cold_war", "RUS", day(1946, 3, 4)));
  EXPECT_TRUE(in("cold_war", "RUS", day(1946, 3, 5)));
  EXPECT_TRUE(in("cold_war", "soviet_union", day(1989, 12, 3)));
  EXPECT_FALSE(in("cold_war", "soviet_union", day(1989, 12, 4)));
  EXPECT_TRUE(in("cold_war", "USA", day(2000, 1, 1)));
  EXPECT_TRUE(in("left", "USA", day(2000, 1, 1)));  // A circle is cut, not followed for ever.
}

TEST_F(WorldTest, PlacesStandAsOnTheDay) {
  const auto soviet = world.place_on(at("crimea"), day(1950, 1, 1));
  EXPECT_EQ(name(soviet->administered_by), "soviet_union");
  const auto gap = world.place_on(at("crimea"), day(2000, 1, 1));
  EXPECT_EQ(name(gap->administered_by), "none");
  EXPECT_EQ(name(gap->sovereign), "none");
  EXPECT_EQ(name(gap->place->kind), "territory");
  EXPECT_EQ(name(world.place_on(at("crimea"), day(2020, 1, 1))->place->kind), "disputed");
  EXPECT_EQ(name(world.place_on(at("bonn"), day(1930, 1, 1))->administered_by), "germany");
  EXPECT_EQ(name(world.place_on(at("bonn"), day(2020, 1, 1))->administered_by), "DEU");
  EXPECT_FALSE(world.place_on(at("atlantis"), day(2020, 1, 1)));
}

TEST_F(WorldTest, HomelandPrefersHomelandsThenCapitals) {
  const auto home = [&](std::string_view state, Date on) {
    const auto found = world.homeland(at(state), on);
    return found ? name(found->place->id) : std::string("nowhere");
  };
  EXPECT_EQ(home("RUS", day(2020, 1, 1)), "homeland_rus");
  EXPECT_EQ(home("soviet_union", day(1970, 1, 1)), "homeland_rus");
  EXPECT_EQ(home("RUS", day(1914, 8, 4)), "homeland_russian_empire");
  EXPECT_EQ(home("DEU", day(1970, 1, 1)), "bonn");
  EXPECT_EQ(home("USA", day(1970, 1, 1)), "nowhere");
}

TEST_F(WorldTest, CopiesStandAlone) {
  World copy = world;
  copy.states.clear();
  copy.index();
  EXPECT_EQ(copy.state(at("RUS")), nullptr);
  EXPECT_NE(world.state(at("RUS")), nullptr);
}

TEST_F(WorldTest, NamesForHints) {
  const auto names = world.names_of("state");
  EXPECT_TRUE(std::binary_search(names.begin(), names.end(), std::string("frg")));
  EXPECT_EQ(world.names_of("place").size(), 5u);
  EXPECT_TRUE(world.names_of("weather").empty());
}

TEST(Polygon, EdgesAreRhumbLines) {
  // The rhumb line from (0, 0) to (60, 60) crosses longitude 30 at height asinh(tan 60)/2:
  // 37.73 degrees in the Mercator plane, latitude 35.26.
  const Polygon below{{}, {{0, 0}, {60, 60}, {0, 60}}, {}};
  EXPECT_TRUE(contains(below, 35.2, 30));
  EXPECT_FALSE(contains(below, 35.4, 30));
  EXPECT_FALSE(contains(below, -0.1, 30));
}

TEST(Polygon, RunsOverTheDateLine) {
  const Polygon pacific{{}, {{-10, 170}, {10, 170}, {10, 200}, {-10, 200}}, {}};
  EXPECT_TRUE(contains(pacific, 0, 175));
  EXPECT_TRUE(contains(pacific, 0, -170));
  EXPECT_FALSE(contains(pacific, 0, -150));
  EXPECT_FALSE(contains(pacific, 0, 160));
}

TEST(Polygon, TakesThePolesAndRefusesLines) {
  const Polygon arctic{{}, {{66, -180}, {90, -180}, {90, 180}, {66, 180}}, {}};
  EXPECT_TRUE(contains(arctic, 89, 12));
  EXPECT_FALSE(contains(arctic, 60, 12));
  EXPECT_FALSE(contains(Polygon{{}, {{0, 0}, {1, 1}}, {}}, 0.5, 0.5));
  EXPECT_FALSE(contains(Polygon{}, 0, 0));
}

TEST(Commitment, WordsAreThoseOfTheFiles) {
  EXPECT_EQ(word(Duty::stay_out), "stay_out");
  EXPECT_EQ(word(Duty::none), "none");
  EXPECT_EQ(word(Discretion::by_vote), "by_vote");
  EXPECT_EQ(word(Form::declaration), "declaration");
  EXPECT_TRUE(binds(Duty::assist));
  EXPECT_FALSE(binds(Duty::consult));
}

}  // namespace
}  // namespace entente::world
