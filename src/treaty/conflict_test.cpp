#include <gtest/gtest.h>

#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

class ConflictTest : public testing::Test {
 protected:
  /// `STATE: towards by agreement / towards by agreement`, one a line.
  std::string conflicts(std::string_view line, const std::vector<std::string>& given = {}) {
    std::string text;
    for (const Conflict& c : w.judged(line, given).conflicts)
      text += (text.empty() ? "" : "\n") + w.name(c.state) + ": " + w.name(c.towards_a) + " by " +
              w.name(c.agreement_a) + " / " + w.name(c.towards_b) + " by " + w.name(c.agreement_b);
    return text;
  }

  test::TestWorld w;
  Agreement& pact = w.pact("pact", {"USA", "GBR"});
  Article& art = w.article(pact, "art5", Duty::fight);
};

TEST_F(ConflictTest, NoneWithoutASecondDuty) { EXPECT_EQ(conflicts("RUS attacks USA"), ""); }

TEST_F(ConflictTest, HelpAgainstAPartnerOfPeace) {
  w.article(w.pact("peace", {"GBR", "RUS"}), "art1", Duty::not_attack);
  EXPECT_EQ(conflicts("RUS attacks USA"), "GBR: USA by pact / RUS by peace");
  EXPECT_EQ(conflicts("RUS,ITA attacks USA"), "GBR: USA by pact / RUS by peace");
  EXPECT_EQ(conflicts("ITA attacks USA"), "");
}

TEST_F(ConflictTest, APeaceThatHasEndedIsNone) {
  Agreement& peace = w.pact("peace", {"GBR", "RUS"});
  w.article(peace, "art1", Duty::not_attack);
  peace.ended = test::day("2000-01-01");
  for (Party& party : peace.parties) party.spell.to = *peace.ended;
  EXPECT_EQ(conflicts("RUS attacks USA on 2000-01-01"), "GBR: USA by pact / RUS by peace");
  EXPECT_EQ(conflicts("RUS attacks USA on 2000-01-02"), "");
}

TEST_F(ConflictTest, APeaceKeptApartIsNone) {
  Agreement& peace = w.pact("peace", {"GBR", "RUS"});
  w.article(peace, "art1", Duty::not_attack);
  peace.kept_apart = true;
  EXPECT_EQ(conflicts("RUS attacks USA"), "");
}

TEST_F(ConflictTest, APeaceOfAnotherDirectionIsNone) {
  Article& peace = w.article(w.pact("peace", {"GBR", "RUS"}), "art1", Duty::not_attack);
  peace.promisors = w.listed({"RUS"});
  EXPECT_EQ(conflicts("RUS attacks USA"), "");
}

TEST_F(ConflictTest, HelpAndStayingOut) {
  Article& out = w.article(w.pact("neutral", {"GBR", "RUS"}), "art1", Duty::stay_out);
  EXPECT_EQ(conflicts("RUS attacks USA"), "");  // Neutral only while RUS is the victim.
  out.trigger = Trigger::war;
  EXPECT_EQ(conflicts("RUS attacks USA"), "GBR: USA by pact / RUS by neutral");
}

TEST_F(ConflictTest, HelpForBothSides) {
  Article& war = w.article(w.pact("axis", {"GBR", "RUS"}), "art1", Duty::assist);
  war.trigger = Trigger::own_attack;
  EXPECT_EQ(conflicts("RUS attacks USA"), "GBR: USA by pact / RUS by axis");
}

TEST_F(ConflictTest, ConsultationConflictsWithNothing) {
  art.duty = Duty::consult;
  w.article(w.pact("peace", {"GBR", "RUS"}), "art1", Duty::not_attack);
  EXPECT_EQ(conflicts("RUS attacks USA"), "");
}

TEST_F(ConflictTest, EachPairOnce) {
  w.article(pact, "art6", Duty::assist);
  Agreement& peace = w.pact("peace", {"GBR", "RUS"});
  w.article(peace, "art1", Duty::not_attack);
  w.article(peace, "art2", Duty::not_attack);
  EXPECT_EQ(conflicts("RUS attacks USA"), "GBR: USA by pact / RUS by peace");
}

}  // namespace
}  // namespace entente::treaty
