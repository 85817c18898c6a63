#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/name.h"
#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;

class FactTest : public testing::Test {
 protected:
  Fact fact(std::string_view line, std::string_view on = "2000-01-01") {
    return fact_from(line, w.world, day(on)).value();
  }

  /// `COLUMN code`, with a blank between faults.
  std::string faults(std::string_view line, std::string_view on = "2000-01-01") {
    const auto read = fact_from(line, w.world, day(on));
    std::string text;
    if (read) return text;
    for (const Error& error : read.error()) {
      EXPECT_EQ(error.where.file, "given");
      text += (text.empty() ? "" : ", ") + std::to_string(error.where.column) + " " +
              std::string(code_name(error.code));
    }
    return text;
  }

  test::TestWorld w;
};

TEST_F(FactTest, AtWar) {
  const Fact war = fact("FRA at war with RUS since 1999-12-31");
  EXPECT_EQ(war.kind, Fact::Kind::at_war);
  EXPECT_EQ(war.subject, w.at("FRA"));
  EXPECT_EQ(war.object, w.at("RUS"));
  EXPECT_EQ(war.date, day("1999-12-31"));
  EXPECT_FALSE(fact("FRA at war with RUS").date);
}

TEST_F(FactTest, Attacked) {
  const Fact attack = fact("RUS attacked GBR on 1999-12-31 at rock");
  EXPECT_EQ(attack.kind, Fact::Kind::attacked);
  EXPECT_EQ(attack.subject, w.at("RUS"));
  EXPECT_EQ(attack.object, w.at("GBR"));
  EXPECT_EQ(attack.place, w.at("rock"));
  EXPECT_EQ(attack.date, day("1999-12-31"));
}

TEST_F(FactTest, Assistance) {
  EXPECT_EQ(fact("FRA comes to the assistance of GBR").kind, Fact::Kind::assists);
  EXPECT_EQ(fact("FRA does not come to the assistance of GBR").kind, Fact::Kind::does_not_assist);
  EXPECT_EQ(fact("FRA comes to the assistance of GBR").object, w.at("GBR"));
}

TEST_F(FactTest, ResistsWhateverFollows) {
  for (const char* line : {"GBR resists", "GBR resists with its armed forces"}) {
    EXPECT_EQ(fact(line).kind, Fact::Kind::resists) << line;
    EXPECT_EQ(fact(line).subject, w.at("GBR")) << line;
    EXPECT_FALSE(fact(line).object) << line;
  }
}

TEST_F(FactTest, NamesAreThoseOfTheDay) {
  const Fact war = fact("DEU at war with RUS", "1941-06-22");
  EXPECT_EQ(w.name(war.subject), "germany");
  EXPECT_EQ(w.name(war.object), "soviet_union");
  EXPECT_EQ(fact("United States at war with RUS").subject, w.at("USA"));
}

TEST_F(FactTest, FaultsHaveTheirColumn) {
  EXPECT_EQ(faults(""), "1 syntax");
  EXPECT_EQ(faults("FRA likes GBR"), "1 syntax");
  EXPECT_EQ(faults("FRB at war with RUS"), "1 unknown_state");
  EXPECT_EQ(faults("FRA at war with RUZ"), "17 unknown_state");
  EXPECT_EQ(faults("FRB at war with RUZ"), "1 unknown_state, 17 unknown_state");
  EXPECT_EQ(faults("FRA at war with"), "16 unknown_state");
  EXPECT_EQ(faults("ack at war with "), "1 unknown_state, 17 unknown_state");
  EXPECT_EQ(faults("RUS attacked GBR at atlantis"), "21 unknown_place");
  EXPECT_EQ(faults("RUS attacked GBR on 1999-02-29"), "21 no_such_date");
  EXPECT_EQ(faults("RUS attacked GBR near rock"), "18 syntax");
  EXPECT_EQ(faults("RUS attacked GBR at"), "18 syntax");
  EXPECT_EQ(faults("RUS attacked GBR at atlantis on 1999-02-29"),
            "21 unknown_place, 33 no_such_date");
  EXPECT_EQ(faults("RUZ resists"), "1 unknown_state");
  EXPECT_EQ(faults(" resists"), "1 syntax");
}

RC_GTEST_FIXTURE_PROP(FactTest, AnyWordsAreAFactOrFaults, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "FRA", "RUS", "at war with", "attacked", "comes to the assistance of", "resists", "since",
      "on", "at", "rock", "1999-12-31", "", " ", "\xff"));
  const std::string line = join(words, " ");
  const auto read = fact_from(line, w.world, day("2000-01-01"));
  if (read)
    RC_ASSERT(static_cast<bool>(read->subject));
  else
    RC_ASSERT(!read.error().empty());
}

}  // namespace
}  // namespace entente::treaty
