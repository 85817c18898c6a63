#include "history/agreements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "history/import.h"
#include "treaty/judge.h"

namespace entente::history {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

std::string& file() {
  static std::string held;
  return held;
}
Result<text::ByteStream> from_memory(const std::string& name) {
  return text::ByteStream::of(file(), name);
}

/// A world of a few states, and what ATOP says of them.
class Splice : public ::testing::Test {
 protected:
  void SetUp() override {
    add("USA", "2", {});
    add("JPN", "740", {});
    add("FRA", "220", {});
    add("russian_empire", "365", {kAlwaysBefore, *make_date(1917, 11, 6)});
    add("soviet_union", "365", {*make_date(1917, 11, 7), *make_date(1991, 12, 25)});
    add("DEU", "260 to 1990-10-02, 255 after", {*make_date(1949, 5, 23), kAlwaysAfter});
    world_.day = *make_date(2026, 7, 1);
    world_.index();
  }

  void add(const std::string& id, const std::string& cow, Spell alive) {
    world::State state;
    state.id = world_.symbols.intern(id);
    state.name = id;
    state.cow = cow;
    state.alive = alive;
    world_.states.push_back(state);
  }

  /// ID,member,entry,exit,censored,phase, the five promises; then named conditions.
  Spliced splice(const std::string& rows, const std::string& conditions = "") {
    file() =
        "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,phase,defense,offense,"
        "neutral,nonagg,consul" +
        conditions + "\n" + rows;
    Store store = Store::in_memory();
    const std::vector<std::string> names = {"a.csv"};
    const auto done =
        import_files(store, *find_format("atop"), names, "2026-01-01", entente::Run{}, from_memory);
    if (!done) ADD_FAILURE() << to_text(done.error().front());
    return splice_atop(store, world_, law_).value();
  }

  /// "USA:fight:JPN", one a promise in force on a day.
  std::vector<std::string> promises(const std::string& day) {
    std::vector<std::string> found;
    for (const world::Commitment& c : treaty::commitments_on(law_, world_, *parse_date(day), {}))
      found.push_back(world_.symbols.name(c.promisor) + ":" + std::string(world::word(c.duty)) +
                      ":" + world_.symbols.name(c.beneficiary));
    return found;
  }

  std::set<std::string> ids() {
    std::set<std::string> found;
    for (const auto& agreement : law_.agreements) found.insert(world_.symbols.name(agreement.id));
    return found;
  }

  world::World world_;
  treaty::Law law_;
};

TEST_F(Splice, asymmetric_promises_bind_one_side) {
  const Spliced done = splice(
      "3220,2,1951,9,8,1960,1,19,0,0,1,0,0,0,0\n3220,740,1951,9,8,1960,1,19,0,0,0,0,0,0,0\n");
  EXPECT_EQ(done.added, 1U);
  EXPECT_THAT(promises("1955-01-01"), ElementsAre("USA:fight:JPN"));
  EXPECT_THAT(promises("1951-09-07"), ElementsAre());
  EXPECT_THAT(promises("1960-01-20"), ElementsAre());
}

TEST_F(Splice, what_is_in_force_when_the_data_end_ends_there) {
  splice("3375,2,1960,1,19,0,0,0,1,0,1,0,0,0,1\n3375,740,1960,1,19,0,0,0,1,0,0,0,0,0,1\n");
  EXPECT_THAT(promises("2018-12-31"),
              UnorderedElementsAre("USA:fight:JPN", "USA:consult:JPN", "JPN:consult:USA"));
  EXPECT_THAT(promises("2019-01-01"), ElementsAre());
  EXPECT_THAT(law_.agreements[0].note, HasSubstr("In force at the end of 2018"));
}

TEST_F(Splice, a_promise_of_one_phase_runs_in_that_phase_alone) {
  splice(
      "1000,2,1900,1,1,1905,5,1,0,1,1,0,0,0,1\n1000,2,1905,5,1,1910,1,1,0,2,0,0,0,0,1\n"
      "1000,220,1900,1,1,1905,5,1,0,1,1,0,0,0,1\n1000,220,1905,5,1,1910,1,1,0,2,0,0,0,0,1\n");
  EXPECT_THAT(promises("1904-01-01"), UnorderedElementsAre("USA:fight:FRA", "FRA:fight:USA",
                                                           "USA:consult:FRA", "FRA:consult:USA"));
  EXPECT_THAT(promises("1906-01-01"), UnorderedElementsAre("USA:consult:FRA", "FRA:consult:USA"));
}

TEST_F(Splice, an_alliance_that_lapsed_and_was_renewed_is_two) {
  splice(
      "1000,2,1900,1,1,1905,5,1,0,1,0,0,0,1,0\n1000,2,1907,5,1,1910,1,1,0,2,0,0,0,1,0\n"
      "1000,220,1900,1,1,1905,5,1,0,1,0,0,0,1,0\n1000,220,1907,5,1,1910,1,1,0,2,0,0,0,1,0\n");
  EXPECT_EQ(ids(), (std::set<std::string>{"atop_1000", "atop_1000_2"}));
  EXPECT_EQ(promises("1904-01-01").size(), 2U);
  EXPECT_EQ(promises("1906-01-01").size(), 0U);
  EXPECT_EQ(promises("1908-01-01").size(), 2U);
}

TEST_F(Splice, members_are_the_titles_of_the_day_and_germany_has_two_numbers) {
  splice(
      "1000,365,1910,1,1,1920,1,1,0,0,0,0,0,1,0\n1000,220,1910,1,1,1920,1,1,0,0,0,0,0,1,0\n"
      "1001,260,1954,10,23,1990,10,2,0,0,1,0,0,0,0\n1001,255,1990,10,3,0,0,0,1,0,1,0,0,0,0\n"
      "1001,220,1954,10,23,0,0,0,1,0,1,0,0,0,0\n");
  EXPECT_THAT(promises("1917-11-06"), UnorderedElementsAre("russian_empire:not_attack:FRA",
                                                           "FRA:not_attack:russian_empire"));
  EXPECT_THAT(promises("1917-11-07"),
              UnorderedElementsAre("soviet_union:not_attack:FRA", "FRA:not_attack:soviet_union"));
  for (const auto* day : {"1980-01-01", "2000-01-01"})
    EXPECT_THAT(promises(day), UnorderedElementsAre("DEU:fight:FRA", "FRA:fight:DEU")) << day;
}

TEST_F(Splice, of_two_titles_of_a_number_the_younger_sits) {
  add("EGY", "651", {});
  add("uar", "651", {*make_date(1958, 2, 22), *make_date(1961, 9, 28)});
  world_.index();
  splice("1000,651,1950,1,1,1970,1,1,0,0,1,0,0,0,0\n1000,220,1950,1,1,1970,1,1,0,0,0,0,0,0,0\n");
  EXPECT_THAT(promises("1957-01-01"), ElementsAre("EGY:fight:FRA"));
  EXPECT_THAT(promises("1960-01-01"), ElementsAre("uar:fight:FRA"));
  EXPECT_THAT(promises("1965-01-01"), ElementsAre("EGY:fight:FRA"));
}

TEST_F(Splice, conditions_become_law_where_it_has_words_and_a_warning_where_not) {
  splice(
      "1000,2,1900,1,1,1910,1,1,0,0,1,0,0,0,0,1,1,1,1,740,0\n"
      "1000,220,1900,1,1,1910,1,1,0,0,1,0,0,0,0,1,1,1,1,740,0\n",
      ",defcoadv,defcoloc,defconum,defconpr,statthr1,statthr2");
  ASSERT_EQ(law_.agreements.size(), 1U);
  const treaty::Article& article = law_.agreements[0].articles.at(0);
  EXPECT_FALSE(article.adversary.any);
  EXPECT_THAT(article.adversary.states, ElementsAre(world_.symbols.find("JPN")));
  EXPECT_EQ(article.min_adversaries, 2);
  EXPECT_TRUE(article.unprovoked);
  EXPECT_THAT(article.text, HasSubstr("limits it to a place"));
  EXPECT_EQ(article.confidence, 'C');
}

TEST_F(Splice, the_text_of_the_library_wins) {
  treaty::Agreement known;
  known.id = world_.symbols.intern("us_japan");
  known.signed_on = *make_date(1951, 9, 8);
  known.atop = "3220 3221";
  law_.agreements.push_back(known);
  treaty::Agreement same = known;  // By its year and members alone.
  same.id = world_.symbols.intern("us_france");
  same.signed_on = *make_date(1778, 2, 6);
  same.atop.clear();
  for (const auto* id : {"USA", "FRA"}) {
    treaty::Party party;
    party.state = world_.symbols.find(id);
    same.parties.push_back(party);
  }
  same.signed_on = *make_date(1900, 6, 1);
  law_.agreements.push_back(same);
  const std::string promise = ",0,0,1,0,0,0,0\n";
  const Spliced done =
      splice("3220,2,1951,9,8,1960,1,19" + promise + "3220,740,1951,9,8,1960,1,19" + promise +
             "1000,2,1900,1,1,1910,1,1" + promise + "1000,220,1900,1,1,1910,1,1" + promise +
             "1001,2,1901,1,1,1910,1,1" + promise + "1001,220,1901,1,1,1910,1,1" + promise +
             "1002,2,1901,1,1,1910,1,1" + promise + "1002,8152,1901,1,1,1910,1,1" + promise);
  EXPECT_EQ(done.held, 2U);
  EXPECT_EQ(done.added, 1U);
  EXPECT_EQ(done.skipped, 1U) << "Annam is no state of the world";
  EXPECT_EQ(ids(), (std::set<std::string>{"atop_1001", "us_france", "us_japan"}));
}

}  // namespace
}  // namespace entente::history
