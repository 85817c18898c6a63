#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "base/name.h"
#include "history/formats/format.h"
#include "panel/portfolios.h"
#include "panel/test_store.h"
#include "panel/variable.h"

namespace entente::panel {
namespace {

using ::testing::ElementsAre;

const scenario::Library& library() {
  static const scenario::Library built_in = scenario::built_in_library().value();
  return built_in;
}

history::Store small() {
  history::Store store = history::Store::in_memory();
  add_small_world(store);
  return store;
}

TEST(Members, RowsAscendAndCoverEveryPairOnce) {
  const history::Store store = small();
  const auto members = Members::read(store, 1899, 1902);
  ASSERT_TRUE(members);
  EXPECT_TRUE(members->in(1899).empty());
  EXPECT_THAT(members->in(1900), ElementsAre(2, 200, 220, 255));
  EXPECT_THAT(members->in(1902), ElementsAre(2, 200, 220));  // The list is cut off in 1901.
  EXPECT_EQ(members->listed_to(), 1901);
  EXPECT_EQ(members->states(), 10u);
  EXPECT_EQ(members->pairs(false), 12u);
  EXPECT_EQ(members->place(1901, 255), -1);
  EXPECT_EQ(members->state_row(1901, 200), 5);
  EXPECT_EQ(members->pair_row(1900, 200, 200, false), -1);
  EXPECT_EQ(members->pair_row(1900, 255, 220, false), members->pair_row(1900, 220, 255, false));
  for (const bool directed : {false, true}) {
    std::set<std::ptrdiff_t> rows;
    for (int year = 1899; year <= 1902; ++year)
      for (const int a : members->in(year))
        for (const int b : members->in(year))
          if (a != b) rows.insert(members->pair_row(year, a, b, directed));
    EXPECT_EQ(rows.size(), members->pairs(directed));
    EXPECT_EQ(*rows.begin(), 0);
    EXPECT_EQ(*rows.rbegin() + 1, static_cast<std::ptrdiff_t>(members->pairs(directed)));
  }
}

TEST(StateNames, AreThoseOfTheYear) {
  const StateNames names(library().world);
  EXPECT_EQ(names.of(2, 1900), "USA");
  EXPECT_EQ(names.of(255, 1850), "prussia");
  EXPECT_EQ(names.of(255, 1914), "germany");
  EXPECT_EQ(names.of(255, 2000), "DEU");
  EXPECT_EQ(names.of(260, 1970), "DEU");
  EXPECT_EQ(names.of(365, 1980), "soviet_union");
  EXPECT_EQ(names.of(651, 1870), "EGY");  // The library begins later: the nearest spell.
  EXPECT_EQ(names.of(999, 1900), "cow_999");
  const int both[] = {255, 260};
  EXPECT_THAT(names.of_all(both, 1990), ElementsAre("DEU", "cow_260"));
}

TEST(Capabilities, IndexIsTheMeanOfKnownShares) {
  const history::Store store = small();
  const auto members = Members::read(store, 1900, 1900);
  const auto all = Capabilities::read(store, *members);
  ASSERT_TRUE(all);
  // The first state lacks upop, the last irst.
  EXPECT_NEAR(all->cinc[0], (1.0 / 10 + 1.0 / 4 + 1.0 / 3 + 1.0 / 4 + 1.0 / 4) / 5, 1e-15);
  EXPECT_NEAR(all->cinc[3], (4.0 / 10 + 1.0 / 4 + 1.0 / 4 + 1.0 / 4 + 2.0 / 4) / 5, 1e-15);
  EXPECT_EQ(all->published[1], 0.2);
  EXPECT_TRUE(std::isnan(all->components[5][0]));
  const std::int64_t years[] = {1900};
  const double none = std::nan("");
  EXPECT_TRUE(std::isnan(
      index_of_capability(years, {{{none}, {none}, {none}, {none}, {none}, {none}}})[0]));
}

TEST(Portfolios, LevelsOfBothOrderings) {
  using enum Ordering;
  EXPECT_EQ(level_of({.defence = true, .nonaggression = true}, atop), 3);
  EXPECT_EQ(level_of({.offence = true}, cow), 3);
  EXPECT_EQ(level_of({.neutrality = true}, atop), 2);
  EXPECT_EQ(level_of({.consultation = true}, atop), 2);
  EXPECT_EQ(level_of({.consultation = true}, cow), 1);
  EXPECT_EQ(level_of({.nonaggression = true}, atop), 1);
  EXPECT_EQ(level_of({.nonaggression = true}, cow), 2);
  EXPECT_EQ(level_of({}, atop), 0);
}

TEST(Portfolios, OfASmallYearByHand) {
  const history::Store store = small();
  const auto members = Members::read(store, 1900, 1900);
  const auto promises = AtopPromises::read(store, 1900, 1900);
  ASSERT_TRUE(promises);
  YearTies ties = promises->ties(1900, *members, Ordering::atop);
  EXPECT_THAT(ties.levels, ElementsAre(0, 0, 0, 0,    // USA
                                       0, 0, 3, 0,    // GBR to France: defence
                                       0, 2, 0, 1,    // France to GBR: consultation
                                       0, 0, 1, 0));  // Germany
  ties.names = {"USA", "GBR", "FRA", "germany"};
  ties.weights = {1, 1, 1, 5};
  // GBR (0,3,3,0) beside France (0,2,3,1): apart 0, 1, 0, 1 of 3.
  const auto with = compare(ties, {});
  EXPECT_NEAR(with[3].s, 1 - 2 * (2.0 / 3) / 4, 1e-15);
  EXPECT_NEAR(with[3].s_weighted, 1 - 2 * (6.0 / 3) / 8, 1e-15);
  // Without the two themselves: (0,0) beside (0,1).
  const auto without = compare(ties, {.include_self = false});
  EXPECT_NEAR(without[3].s, 1 - 2 * (1.0 / 3) / 2, 1e-15);
  EXPECT_TRUE(std::isnan(without[3].tau_b));
  // Binary: (0,1,1,0) beside (0,1,1,1).
  EXPECT_NEAR(compare(ties, {.binary = true})[3].s, 0.5, 1e-15);
}

TEST(Portfolios, OfTheLibrary) {
  const YearTies ties = ties_of_library(library(), 2026, Ordering::atop);
  const auto place = [&](const char* name) {
    return static_cast<std::size_t>(std::ranges::find(ties.names, name) - ties.names.begin());
  };
  const std::size_t n = ties.names.size();
  ASSERT_LT(place("USA"), n);
  EXPECT_EQ(ties.levels[place("USA") * n + place("GBR")], 3);
  EXPECT_EQ(ties.levels[place("RUS") * n + place("USA")], 0);
}

TEST(Variables, AreSortedNamedOnceAndExplained) {
  std::string_view before;
  for (const Variable* one : variables()) {
    EXPECT_LT(before, one->name);
    before = one->name;
    EXPECT_TRUE(is_slug(one->name)) << one->name;
    EXPECT_TRUE(one->help.ends_with('.')) << one->name;
    EXPECT_TRUE(one->states.fill || one->pairs.fill || one->alliances.fill) << one->name;
    for (const Way& way : {one->states, one->pairs, one->alliances}) {
      EXPECT_EQ(way.fill == nullptr, way.tables.empty()) << one->name;
      for (const auto table : way.tables)
        EXPECT_FALSE(history::command_for(table).ends_with("FORMAT FILE")) << table;
    }
    EXPECT_EQ(find_variable(one->name), one);
  }
  EXPECT_EQ(find_variable("no_such"), nullptr);
}

/// Sources over a small database with further tables.
struct Fixture {
  explicit Fixture(bool directed)
      : store(small()), members(Members::read(store, 1899, 1902).value()) {
    add_table(
        store, "mid_dyad_year",
        {"dispnum", "ccode1", "ccode2", "year", "cowmidongoing", "cowmidonset", "hostlev"},
        {{1, 200, 255, 1900, 1, 1, 4}, {1, 255, 200, 1900, 1, 1, 4}, {2, 2, 20, 1901, 1, 0, 2}});
    add_table(store, "trade_dyad_year", {"ccode1", "ccode2", "year", "*flow1", "*flow2"},
              {{2, 200, 1900, 10, 20}, {200, 2, 1900, 20, 10}, {2, 220, 1900, std::nullopt, 5}});
    add_table(store, "distance_dyad_year", {"ccode1", "ccode2", "year", "*mindist"},
              {{200, 220, 1900, 33.5}});
    sources.emplace(store, members, directed, run);
  }
  double pair(const char* variable, int a, int b, int year) {
    const Cells cells = find_variable(variable)->pairs.fill(*sources).value();
    return cells[static_cast<std::size_t>(members.pair_row(year, a, b, sources->directed()))];
  }
  history::Store store;
  Members members;
  Run run;
  std::optional<Sources> sources;
};

TEST(Variables, OfDirectedPairs) {
  Fixture f(true);
  EXPECT_EQ(f.pair("defence", 200, 220, 1900), 1);
  EXPECT_EQ(f.pair("defence", 220, 200, 1900), 0);
  EXPECT_EQ(f.pair("alliance", 220, 200, 1900), 1);
  EXPECT_EQ(f.pair("alliance", 2, 200, 1900), 0);
  EXPECT_TRUE(std::isnan(f.pair("defence", 2, 200, 1902)));  // After the data: not known, not 0.
  EXPECT_EQ(f.pair("imports", 2, 200, 1900), 10);
  EXPECT_EQ(f.pair("imports", 200, 2, 1900), 20);
  EXPECT_TRUE(std::isnan(f.pair("imports", 2, 220, 1900)));
  EXPECT_EQ(f.pair("distance", 220, 200, 1900), 33.5);
  EXPECT_EQ(f.pair("distance", 200, 220, 1900), 33.5);
}

TEST(Variables, OfPairs) {
  Fixture f(false);
  EXPECT_EQ(f.pair("defence", 220, 200, 1900), 1);  // Either promises.
  EXPECT_EQ(f.pair("imports", 2, 200, 1900), 10);
  EXPECT_EQ(f.pair("exports", 2, 200, 1900), 20);
  EXPECT_EQ(f.pair("mid_onset", 255, 200, 1900), 1);
  EXPECT_EQ(f.pair("mid_onset", 2, 200, 1900), 0);
  EXPECT_EQ(f.pair("mid_hostility", 200, 255, 1900), 4);
  EXPECT_TRUE(std::isnan(f.pair("mid_onset", 2, 200, 1902)));
  const double s = f.pair("s", 200, 220, 1900);
  EXPECT_NEAR(s, 1 - 2 * (2.0 / 3) / 4, 1e-15);
}

TEST(Variables, OfStates) {
  Fixture f(false);
  const auto onset = find_variable("mid_onset")->states.fill(*f.sources);
  ASSERT_TRUE(onset);
  EXPECT_EQ((*onset)[3], 1);  // Germany, 1900.
  EXPECT_EQ((*onset)[0], 0);
  EXPECT_TRUE(std::isnan((*onset)[7]));  // 1902.
}

}  // namespace
}  // namespace entente::panel
