#include <gtest/gtest.h>

#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;

/// USA, GBR and FRA fight for one another; one exception `but`, which owes nothing.
class ExceptionsTest : public testing::Test {
 protected:
  /// What GBR owes in the event, or the reason why it owes nothing.
  std::string gbr(std::string_view line, const std::vector<std::string>& given = {}) {
    for (const Verdict& v : w.judged(line, given).verdicts)
      if (v.state == w.at("GBR")) return std::string(word(v.duty)) + " by " + w.name(v.article);
    return w.silent("GBR", "pact", line, given);
  }

  test::TestWorld w;
  Agreement& pact = w.pact("pact", {"USA", "GBR", "FRA"});
  Article& art = w.article(pact, "art5", Duty::fight);
  Exception& but = [this]() -> Exception& {
    pact.exceptions.reserve(8);
    return w.exception(pact, "but", "art5");
  }();
};

TEST_F(ExceptionsTest, WithoutConditionsItAlwaysHolds) {
  EXPECT_EQ(gbr("RUS attacks USA"), "exempt");
}

TEST_F(ExceptionsTest, ItMayOweSomethingElse) {
  but.duty = Duty::consult;
  but.discretion = Discretion::by_vote;
  EXPECT_EQ(gbr("RUS attacks USA"), "consult by but");
  EXPECT_EQ(w.judged("RUS attacks USA").verdicts.front().discretion, Discretion::by_vote);
}

TEST_F(ExceptionsTest, AnExceptionToTheExceptionBringsTheDutyBack) {
  but.provoked = true;
  Exception& yet = w.exception(pact, "yet", "but");
  yet.duty = Duty::assist;
  yet.attackers = Adversary{.any = false,
                            .states = {w.at("ITA")},
                            .groups = {},
                            .not_states = {},
                            .not_groups = {},
                            .third = false};
  Exception& still = w.exception(pact, "still", "yet");
  still.reason = "at_sea";
  still.area = w.area(pact, "sea", "kind = sea_area");
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
  EXPECT_EQ(gbr("RUS attacks USA after provocation"), "exempt");
  EXPECT_EQ(gbr("ITA attacks USA"), "fight by art5");
  EXPECT_EQ(gbr("ITA attacks USA after provocation"), "assist by yet");
  EXPECT_EQ(gbr("ITA attacks USA at atlantic after provocation"), "at_sea");
  EXPECT_EQ(gbr("ITA attacks USA at atlantic"), "fight by art5");
}

TEST_F(ExceptionsTest, DaysAreInclusive) {
  but.spell = {day("2000-01-01"), day("2000-12-31")};
  EXPECT_EQ(gbr("RUS attacks USA on 1999-12-31"), "fight by art5");
  EXPECT_EQ(gbr("RUS attacks USA on 2000-01-01"), "exempt");
  EXPECT_EQ(gbr("RUS attacks USA on 2000-12-31"), "exempt");
  EXPECT_EQ(gbr("RUS attacks USA on 2001-01-01"), "fight by art5");
}

TEST_F(ExceptionsTest, Readings) {
  but.reading = {w.at("membership"), w.at("does_not")};
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
  w.read_as("membership", "does_not");
  EXPECT_EQ(gbr("RUS attacks USA"), "exempt");
}

TEST_F(ExceptionsTest, Promisors) {
  but.promisors = w.listed({"FRA"});
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
  but.promisors = w.listed({"FRA", "GBR"});
  EXPECT_EQ(gbr("RUS attacks USA"), "exempt");
}

TEST_F(ExceptionsTest, Beneficiaries) {
  but.beneficiaries = w.listed({"FRA"});
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
  EXPECT_EQ(gbr("RUS attacks FRA"), "exempt");
}

TEST_F(ExceptionsTest, AttackersAreThoseOfTheOtherSide) {
  but.attackers = Adversary{.any = true,
                            .states = {},
                            .groups = {},
                            .not_states = {},
                            .not_groups = {w.at("europeans")},
                            .third = false};
  EXPECT_EQ(gbr("ITA attacks USA"), "fight by art5");
  EXPECT_EQ(gbr("RUS attacks USA"), "exempt");
  EXPECT_EQ(gbr("ITA,RUS attacks USA"), "exempt");  // One of them is enough.
}

TEST_F(ExceptionsTest, AttackerIsParty) {
  but.attacker_is_party = true;
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
  EXPECT_EQ(gbr("FRA attacks USA"), "exempt");
  but.attacker_is_party = false;
  EXPECT_EQ(gbr("RUS attacks USA"), "exempt");
}

TEST_F(ExceptionsTest, NonStateAttackers) {
  art.non_state = NonState::text;
  but.non_state = true;
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
  EXPECT_EQ(gbr("raiders attacks USA"), "exempt");
}

TEST_F(ExceptionsTest, TheSideThatBegan) {
  art.trigger = Trigger::war;
  but.side_is_attacker = true;
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
  EXPECT_EQ(gbr("USA attacks RUS"), "exempt");
}

TEST_F(ExceptionsTest, InsideAndOutsideAnArea) {
  but.area = w.area(pact, "north", "lat > 30");
  EXPECT_EQ(gbr("RUS attacks USA at hawaii"), "fight by art5");
  EXPECT_EQ(gbr("RUS attacks USA"), "exempt");
  but.outside_area = true;
  EXPECT_EQ(gbr("RUS attacks USA at hawaii"), "exempt");
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
}

TEST_F(ExceptionsTest, FurtherFacts) {
  but.conditions = {{Requires::Kind::at_war, w.at("ITA"), {}}};
  EXPECT_EQ(gbr("RUS attacks USA"), "fight by art5");
  EXPECT_EQ(gbr("RUS attacks USA", {"ITA at war with RUS"}), "exempt");
}

TEST_F(ExceptionsTest, ARuleThatOwesNothingCanBeOverridden) {
  art.duty = Duty::none;
  art.reason = "political";
  but.duty = Duty::assist;
  but.provoked = true;
  EXPECT_EQ(gbr("RUS attacks USA"), "political");
  EXPECT_EQ(gbr("RUS attacks USA after provocation"), "assist by but");
}

TEST_F(ExceptionsTest, NoExceptionHelpsWhereTheRuleIsNotReached) {
  but.duty = Duty::assist;
  EXPECT_EQ(gbr("RUS attacks USA by water_cannon"), "below_threshold");
}

}  // namespace
}  // namespace entente::treaty
