#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;

class StandingTest : public testing::Test {
 protected:
  StandingTest() { w.article(pact, "art5", Duty::fight); }

  Standing at(std::string_view state, std::string_view on) {
    return standing(pact, w.world, w.at(state), day(on), w.readings, w.law);
  }
  std::string parties(std::string_view on) {
    auto list = parties_on(pact, w.world, day(on), w.readings, w.law);
    std::ranges::sort(list, {}, [&](Symbol symbol) { return w.name(symbol); });
    return w.names(list);
  }

  test::TestWorld w;
  Agreement& pact = w.pact("pact", {"USA", "GBR"});
};

TEST_F(StandingTest, FirstAndLastDayCount) {
  pact.ended = day("1999-12-31");
  for (Party& party : pact.parties) party.spell.to = *pact.ended;
  EXPECT_EQ(at("USA", "1949-12-31"), Standing::not_in_force);
  EXPECT_EQ(at("USA", "1950-01-01"), Standing::in_force);
  EXPECT_EQ(at("USA", "1999-12-31"), Standing::in_force);
  EXPECT_EQ(at("USA", "2000-01-01"), Standing::ended);
  EXPECT_EQ(parties("1949-12-31"), "");
  EXPECT_EQ(parties("1950-01-01"), "GBR USA");
  EXPECT_EQ(parties("1999-12-31"), "GBR USA");
  EXPECT_EQ(parties("2000-01-01"), "");
}

TEST_F(StandingTest, Strangers) { EXPECT_EQ(at("FRA", "2000-01-01"), Standing::never); }

TEST_F(StandingTest, JoiningLaterAndLeaving) {
  w.party(pact, "FRA").spell = {day("1960-01-01"), day("1970-06-30")};
  EXPECT_EQ(at("FRA", "1959-12-31"), Standing::not_yet);
  EXPECT_EQ(at("FRA", "1960-01-01"), Standing::in_force);
  EXPECT_EQ(at("FRA", "1970-06-30"), Standing::in_force);
  EXPECT_EQ(at("FRA", "1970-07-01"), Standing::withdrawn);
  EXPECT_EQ(parties("1970-06-30"), "FRA GBR USA");
  EXPECT_EQ(parties("1970-07-01"), "GBR USA");
}

TEST_F(StandingTest, BetweenTwoSpellsAStateIsWithdrawn) {
  w.party(pact, "FRA").spell = {day("1960-01-01"), day("1970-06-30")};
  Party again = w.party(pact, "FRA");
  again.spell = {day("2000-01-01"), kAlwaysAfter};
  pact.parties.push_back(again);
  EXPECT_EQ(at("FRA", "1980-01-01"), Standing::withdrawn);
  EXPECT_EQ(at("FRA", "2000-01-01"), Standing::in_force);
}

TEST_F(StandingTest, NeverInForce) {
  pact.in_force.reset();
  for (Party& party : pact.parties) party.spell = {kAlwaysAfter, kAlwaysAfter};
  EXPECT_EQ(at("USA", "2000-01-01"), Standing::not_in_force);
  EXPECT_EQ(parties("2000-01-01"), "");
}

TEST_F(StandingTest, FrozenByReading) {
  w.party(pact, "GBR").frozen = true;
  EXPECT_EQ(at("GBR", "2000-01-01"), Standing::in_force);
  EXPECT_EQ(parties("2000-01-01"), "GBR USA");
  w.read_as("frozen_membership", "does_not_count");
  EXPECT_EQ(at("GBR", "2000-01-01"), Standing::frozen);
  EXPECT_EQ(parties("2000-01-01"), "USA");
}

TEST_F(StandingTest, DisputedByReading) {
  w.party(pact, "GBR").disputed = {w.at("membership"), w.at("counts")};
  EXPECT_EQ(at("GBR", "2000-01-01"), Standing::in_force);
  w.read_as("membership", "does_not");
  EXPECT_EQ(at("GBR", "2000-01-01"), Standing::disputed);
  EXPECT_EQ(parties("2000-01-01"), "USA");
}

TEST_F(StandingTest, TitlesPassToSuccessors) {
  w.party(pact, "soviet_union");
  EXPECT_EQ(at("soviet_union", "1980-01-01"), Standing::in_force);
  EXPECT_EQ(at("RUS", "2000-01-01"), Standing::in_force);
  EXPECT_EQ(parties("1991-12-25"), "GBR USA soviet_union");
  EXPECT_EQ(parties("1991-12-26"), "GBR RUS USA");
}

TEST_F(StandingTest, TheCodeOfAnHeirMeansItsPredecessor) {
  w.party(pact, "RUS");
  EXPECT_EQ(at("soviet_union", "1980-01-01"), Standing::in_force);
  EXPECT_EQ(parties("1980-01-01"), "GBR USA soviet_union");
}

TEST_F(StandingTest, ALivingStateIsOnlyItself) {
  w.party(pact, "DEU");
  EXPECT_EQ(at("germany", "2000-01-01"), Standing::never);
}

RC_GTEST_FIXTURE_PROP(StandingTest, PartiesAreThoseWhoStandInForce, ()) {
  // Any dates for the spell of FRA, inside the days of the agreement.
  const auto in = [&] { return *rc::gen::inRange(day("1950-01-01").days, day("2030-01-01").days); };
  const auto [a, b, on] = std::tuple(in(), in(), in());
  w.party(pact, "FRA").spell = {{std::min(a, b)}, {std::max(a, b)}};
  w.party(pact, "soviet_union");
  const auto parties = parties_on(pact, w.world, {on}, w.readings, w.law);
  for (const world::State& state : w.world.states) {
    if (!state.alive.holds({on})) continue;
    const bool listed = std::ranges::find(parties, state.id) != parties.end();
    const auto now = standing(pact, w.world, state.id, {on}, w.readings, w.law);
    RC_ASSERT(listed == (now == Standing::in_force));
  }
}

}  // namespace
}  // namespace entente::treaty
