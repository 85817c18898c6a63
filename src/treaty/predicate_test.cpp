#include "treaty/predicate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;

/// An attack by RUS on forces of USA; GBR is the promisor, USA and GBR are parties.
class PredicateTest : public testing::Test {
 protected:
  bool at(std::string_view place, std::string_view text, std::string_view on = "2000-01-01") {
    const auto predicate = parse_predicate(text, w.world.symbols);
    EXPECT_TRUE(predicate) << text;
    if (!predicate) return false;
    const auto where = w.world.place_on(w.at(place), day(on));
    attackers = {w.at("RUS")};
    parties = {w.at("USA"), w.at("GBR")};
    const Site site{.world = &w.world,
                    .place = where->place,
                    .administered_by = where->administered_by,
                    .sovereign = where->sovereign,
                    .asset = w.at("forces"),
                    .owner = w.at("USA"),
                    .promisor = w.at("GBR"),
                    .attackers = attackers,
                    .parties = parties,
                    .day = day(on)};
    return holds(*predicate, site, [&](Symbol id) -> const Predicate* {
      const auto found = areas.find(w.name(id));
      return found == areas.end() ? nullptr : &found->second;
    });
  }

  /// `COLUMN message` of the one fault.
  std::string fault(std::string_view text) {
    const auto predicate = parse_predicate(text, w.world.symbols);
    if (predicate) return "none";
    EXPECT_EQ(predicate.error().size(), 1u);
    const Error& error = predicate.error().front();
    EXPECT_EQ(error.code, Code::predicate);
    EXPECT_EQ(error.where.line, 1);
    return std::to_string(error.where.column) + " " + error.message;
  }

  void area(const std::string& id, std::string_view text) {
    areas[id] = parse_predicate(text, w.world.symbols).value();
  }

  test::TestWorld w;
  std::map<std::string, Predicate> areas;
  std::vector<Symbol> attackers, parties;
};

TEST_F(PredicateTest, Constants) {
  EXPECT_TRUE(at("hawaii", "true"));
  EXPECT_FALSE(at("hawaii", "false"));
  EXPECT_TRUE(at("hawaii", "not false"));
  EXPECT_TRUE(at("hawaii", "not not true"));
}

TEST_F(PredicateTest, AndBindsTighterThanOr) {
  EXPECT_TRUE(at("hawaii", "true or true and false"));
  EXPECT_FALSE(at("hawaii", "(true or true) and false"));
  EXPECT_TRUE(at("hawaii", "false and false or true"));
  EXPECT_FALSE(at("hawaii", "false and (false or true)"));
}

TEST_F(PredicateTest, NotBindsTightest) {
  EXPECT_FALSE(at("hawaii", "not true and false"));
  EXPECT_TRUE(at("hawaii", "not (true and false)"));
  EXPECT_TRUE(at("hawaii", "not false or false"));
  EXPECT_FALSE(at("hawaii", "not true or false"));
}

TEST_F(PredicateTest, ComparesWords) {
  EXPECT_TRUE(at("hawaii", "kind = island"));
  EXPECT_FALSE(at("hawaii", "kind != island"));
  EXPECT_TRUE(at("hawaii", "kind in {reef, island}"));
  EXPECT_TRUE(at("hawaii", "kind not in {reef, capital}"));
  EXPECT_FALSE(at("hawaii", "not kind in {island}"));
  EXPECT_TRUE(at("hawaii", "id = hawaii and region = oceania and continent = oceania"));
  EXPECT_TRUE(at("atlantic", "sea = atlantic and kind = sea_area"));
  EXPECT_TRUE(at("hawaii", "eu = no and asset = forces"));
  EXPECT_FALSE(at("hawaii", "asset = territory"));
}

TEST_F(PredicateTest, ComparesDegrees) {
  EXPECT_TRUE(at("hawaii", "lat > 20.9"));
  EXPECT_FALSE(at("hawaii", "lat > 21"));
  EXPECT_TRUE(at("hawaii", "lat >= 21"));
  EXPECT_FALSE(at("hawaii", "lat < 21"));
  EXPECT_TRUE(at("hawaii", "lat <= 21"));
  EXPECT_TRUE(at("hawaii", "lon < -150 and lon > -1.6e2"));
  EXPECT_TRUE(at("hawaii", "lat>20 and lat<22"));
}

TEST_F(PredicateTest, StatesAreThoseOfTheDay) {
  EXPECT_TRUE(at("homeland_rus", "administered_by = RUS"));
  EXPECT_TRUE(at("homeland_rus", "administered_by = RUS", "1970-01-01"));
  EXPECT_TRUE(at("homeland_rus", "sovereign = soviet_union", "1970-01-01"));
  EXPECT_FALSE(at("homeland_rus", "sovereign = soviet_union"));
  EXPECT_TRUE(at("homeland_deu", "administered_by in {germany, ITA}", "1914-08-04"));
  EXPECT_TRUE(at("homeland_deu", "administered_by = DEU", "1914-08-04"));
}

TEST_F(PredicateTest, ClaimsHoldForAnyClaimant) {
  EXPECT_TRUE(at("rock", "claimed_by = FRA"));
  EXPECT_FALSE(at("rock", "claimed_by = DEU"));  // A title never passes forward.
  EXPECT_TRUE(at("rock", "claimed_by = germany", "1914-08-04"));
  EXPECT_FALSE(at("rock", "claimed_by = GBR"));
  EXPECT_TRUE(at("rock", "claimed_by not in {GBR, USA}"));
  EXPECT_FALSE(at("hawaii", "claimed_by in europeans"));
}

TEST_F(PredicateTest, NobodyIsCalledNone) {
  EXPECT_TRUE(at("rock", "sovereign = none"));
  EXPECT_FALSE(at("rock", "sovereign in parties"));
  EXPECT_TRUE(at("rock", "administered_by in parties"));
}

TEST_F(PredicateTest, NamesOfTheEvent) {
  EXPECT_TRUE(at("hawaii", "administered_by = target"));
  EXPECT_FALSE(at("hawaii", "administered_by = promisor"));
  EXPECT_TRUE(at("homeland_gbr", "sovereign = promisor"));
  EXPECT_TRUE(at("homeland_rus", "administered_by = attacker"));
  EXPECT_TRUE(at("homeland_rus", "administered_by != target"));
  EXPECT_TRUE(at("atlantic", "owner = target and owner = USA and owner in parties"));
}

TEST_F(PredicateTest, Groups) {
  EXPECT_TRUE(at("homeland_fra", "administered_by in europeans"));
  EXPECT_FALSE(at("hawaii", "administered_by in europeans"));
  EXPECT_TRUE(at("hawaii", "administered_by in others"));
  EXPECT_TRUE(at("hawaii", "administered_by not in europeans"));
  EXPECT_FALSE(at("atlantic", "administered_by in others"));  // Nobody is no member.
}

TEST_F(PredicateTest, Polygons) {
  EXPECT_TRUE(at("atlantic", "within box"));
  EXPECT_FALSE(at("hawaii", "within box"));
  EXPECT_FALSE(at("atlantic", "within nowhere_drawn"));
}

TEST_F(PredicateTest, AreasLeanOnAreas) {
  area("north", "lat > 50");
  area("cold_islands", "north and not kind = homeland");
  EXPECT_TRUE(at("rock", "cold_islands"));
  EXPECT_FALSE(at("homeland_gbr", "cold_islands"));
  EXPECT_TRUE(at("homeland_gbr", "not cold_islands or false"));
  EXPECT_FALSE(at("rock", "unknown_area"));
  const auto named =
      areas_named(parse_predicate("a or lat < 3 and not b", w.world.symbols).value());
  EXPECT_EQ(w.names(named), "a b");
}

TEST_F(PredicateTest, ACircleOfAreasEnds) {
  area("snake", "not snake");
  (void)at("rock", "snake");  // The loader refuses it; the judge must still come back.
}

TEST_F(PredicateTest, FaultsHaveTheirColumn) {
  EXPECT_EQ(fault(""), "1 an area needs a predicate, such as `sovereign in parties`");
  EXPECT_EQ(fault(" \t"), "3 an area needs a predicate, such as `sovereign in parties`");
  EXPECT_EQ(fault("true true"), "6 expected `and`, `or` or the end");
  EXPECT_EQ(fault("true and"), "9 expected a field or an area");
  EXPECT_EQ(fault("true or or true"), "9 expected a field or an area");
  EXPECT_EQ(fault("(true"), "6 expected `)`");
  EXPECT_EQ(fault("true)"), "5 expected `and`, `or` or the end");
  EXPECT_EQ(fault("kind"), "5 expected `=`, `!=`, `in` or `not in`");
  EXPECT_EQ(fault("kind ="), "7 expected a name");
  EXPECT_EQ(fault("kind = {a}"), "8 expected a name");
  EXPECT_EQ(fault("kind not island"), "10 expected `=`, `!=`, `in` or `not in`");
  EXPECT_EQ(fault("kind in"), "8 expected a set in braces, `parties` or a group");
  EXPECT_EQ(fault("kind in {a b}"), "12 expected `,` or `}`");
  EXPECT_EQ(fault("kind in {a,}"), "12 expected a name");
  EXPECT_EQ(fault("kind in {}"), "10 expected a name");
  EXPECT_EQ(fault("lat = 5"), "5 expected `<`, `<=`, `>` or `>=`");
  EXPECT_EQ(fault("lat < north"), "7 expected a number of degrees");
  EXPECT_EQ(fault("lat <"), "6 expected a number of degrees");
  EXPECT_EQ(fault("within"), "7 expected a polygon");
  EXPECT_EQ(fault("kind = island & true"), "15 expected `and`, `or` or the end");
}

TEST_F(PredicateTest, AMistypedFieldComesWithTheNearest) {
  EXPECT_EQ(fault("true and sovereing in parties"), "10 a place has no `sovereing`");
  const auto predicate = parse_predicate("sovereing = USA", w.world.symbols);
  EXPECT_NE(predicate.error().front().hint.find("sovereign"), std::string::npos);
}

TEST_F(PredicateTest, DeepNestingIsAFaultAndNoCrash) {
  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '(') + "true" +
           std::string(static_cast<std::size_t>(depth), ')');
  };
  EXPECT_TRUE(at("hawaii", nested(64)));
  EXPECT_EQ(fault(nested(65)), "66 the predicate is nested too deeply");
  std::string nots;
  for (int i = 0; i < 100000; ++i) nots += "not ";
  EXPECT_NE(fault(nots + "true").find("nested too deeply"), std::string::npos);
  // Two values wait on each level: the widest stack that a text can ask for.
  std::string wide;
  for (int i = 0; i < 64; ++i) wide += "false or true and (";
  EXPECT_TRUE(at("hawaii", wide + "true" + std::string(64, ')')));
}

RC_GTEST_FIXTURE_PROP(PredicateTest, AnyTokensParseOrGiveOneFault, ()) {
  const auto tokens = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "and", "or", "not", "(", ")", "{", "}", ",", "=", "!=", "<", "<=", ">", ">=", "in", "within",
      "parties", "target", "promisor", "attacker", "lat", "lon", "kind", "owner", "claimed_by",
      "sovereign", "true", "false", "USA", "europeans", "box", "north", "5", "-1e3", "!", "\"",
      "\xff"));
  std::string text;
  for (const auto& token : tokens) text += token + " ";
  const auto predicate = parse_predicate(text, w.world.symbols);
  if (predicate) {
    RC_ASSERT(!predicate->steps.empty());
    area("north", "lat > 50");
    (void)at("rock", text);
  } else {
    RC_ASSERT(predicate.error().size() == 1u);
    const int column = predicate.error().front().where.column;
    RC_ASSERT(column >= 1 && column <= static_cast<int>(text.size()) + 1);
  }
}

RC_GTEST_FIXTURE_PROP(PredicateTest, NegationTurnsEveryTest, ()) {
  const auto place = *rc::gen::element<std::string>("rock", "hawaii", "atlantic", "homeland_fra");
  const auto text = *rc::gen::element<std::string>(
      "kind = island", "administered_by in parties", "claimed_by in europeans", "lat > 45",
      "within box", "owner = target", "sovereign = none", "administered_by in others");
  RC_ASSERT(at(place, text) != at(place, "not " + text));
  RC_ASSERT(at(place, text + " or not " + text));
  RC_ASSERT(!at(place, text + " and not " + text));
}

}  // namespace
}  // namespace entente::treaty
