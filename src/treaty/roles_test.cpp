#include <gtest/gtest.h>

#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

/// Whom an event makes a promise of a pact of USA and GBR speak for.
class RolesTest : public testing::Test {
 protected:
  test::TestWorld w;
  Agreement& pact = w.pact("pact", {"USA", "GBR"});
  Article& art = w.article(pact, "art5", Duty::fight);
};

TEST_F(RolesTest, AnAttackBindsToTheVictimOnly) {
  EXPECT_EQ(w.owed("RUS attacks USA"), "GBR:fight:pact:art5");
  EXPECT_EQ(w.owed("USA attacks RUS"), "");
  EXPECT_EQ(w.silent("GBR", "pact", "USA attacks RUS"), "attacker_is_party");
  EXPECT_EQ(w.owed("RUS attacks ITA"), "");
}

TEST_F(RolesTest, WarBindsWhoeverBegan) {
  art.trigger = Trigger::war;
  EXPECT_EQ(w.owed("RUS attacks USA"), "GBR:fight:pact:art5");
  EXPECT_EQ(w.owed("USA attacks RUS"), "GBR:fight:pact:art5");
  const Verdict verdict = w.judged("USA attacks RUS").verdicts.front();
  EXPECT_EQ(verdict.towards, w.at("USA"));
  EXPECT_EQ(verdict.against, w.at("RUS"));
}

TEST_F(RolesTest, OwnAttackBindsToTheAttackerOnly) {
  art.trigger = Trigger::own_attack;
  EXPECT_EQ(w.owed("USA attacks RUS"), "GBR:fight:pact:art5");
  EXPECT_EQ(w.owed("RUS attacks USA"), "");
  EXPECT_EQ(w.silent("GBR", "pact", "RUS attacks USA"), "not_party");
}

TEST_F(RolesTest, AnAttackOnAThirdStateThatThePartnerResists) {
  art.trigger = Trigger::indirect_attack;
  art.threshold = Threshold::threat;
  art.conditions = {{Requires::Kind::resists, {}, {}}};
  EXPECT_EQ(w.owed("RUS attacks ITA"), "");
  EXPECT_EQ(w.silent("GBR", "pact", "RUS attacks ITA"), "condition_not_met");
  EXPECT_EQ(w.owed("RUS attacks ITA", {"USA resists"}), "GBR:fight:pact:art5");
  EXPECT_EQ(w.owed("RUS attacks ITA", {"ITA resists"}), "");
  EXPECT_EQ(w.judged("RUS attacks ITA", {"USA resists"}).verdicts.front().towards, w.at("USA"));
}

TEST_F(RolesTest, ChainsFollowWhereAnotherPromiseLeads) {
  // FRA must fight for ITA; GBR is drawn in once FRA is.
  Agreement& first = w.pact("first", {"FRA", "ITA"});
  w.article(first, "art1", Duty::fight);
  Agreement& second = w.pact("second", {"FRA", "GBR"});
  Article& drawn = w.article(second, "art2", Duty::assist);
  drawn.promisors = w.listed({"GBR"});
  drawn.conditions = {{Requires::Kind::bound, w.at("FRA"), w.at("first")}};
  EXPECT_EQ(w.owed("RUS attacks ITA"), "FRA:fight:first:art1 GBR:assist:second:art2");
  EXPECT_EQ(w.owed("RUS attacks ITA by water_cannon"), "");
  EXPECT_EQ(w.judged("RUS attacks ITA").verdicts.back().towards, w.at("FRA"));
}

TEST_F(RolesTest, ChainsThatBiteTheirTailEnd) {
  Agreement& first = w.pact("first", {"FRA", "ITA"});
  w.article(first, "art1", Duty::fight).conditions = {
      {Requires::Kind::bound, w.at("FRA"), w.at("second")}};
  Agreement& second = w.pact("second", {"FRA", "ITA"});
  w.article(second, "art1", Duty::fight).conditions = {
      {Requires::Kind::bound, w.at("FRA"), w.at("first")}};
  EXPECT_EQ(w.owed("RUS attacks ITA"), "");
}

TEST_F(RolesTest, WithoutAConditionNothingChains) {
  Agreement& other = w.pact("other", {"GBR", "FRA"});
  w.article(other, "art1", Duty::fight);
  EXPECT_EQ(w.owed("RUS attacks USA"), "GBR:fight:pact:art5");
  EXPECT_EQ(w.silent("FRA", "other", "RUS attacks USA"), "not_party");
}

TEST_F(RolesTest, ABrokenPromiseNotToAttack) {
  art.duty = Duty::not_attack;
  art.threshold = Threshold::attack;
  EXPECT_EQ(w.owed("GBR attacks USA"), "GBR:not_attack:pact:art5");
  EXPECT_EQ(w.owed("RUS attacks USA"), "");
  const Verdict verdict = w.judged("GBR attacks USA").verdicts.front();
  EXPECT_EQ(verdict.towards, w.at("USA"));
}

TEST_F(RolesTest, NobodyBreaksAPeaceByAnAttackOnAnother) {
  art.duty = Duty::not_attack;
  art.threshold = Threshold::attack;
  EXPECT_EQ(w.owed("GBR attacks ITA"), "");
}

TEST_F(RolesTest, StandingDutiesOfHosts) {
  Article& host = w.article(pact, "art6", Duty::host);
  host.trigger = Trigger::standing;
  host.threshold = Threshold::consult;
  EXPECT_EQ(w.owed("RUS attacks USA"), "GBR:fight:pact:art5 GBR:host:pact:art6");
}

TEST_F(RolesTest, ListedGuarantorsAndWards) {
  art.promisors = w.listed({"GBR"});
  art.beneficiaries = w.listed({"FRA"});
  EXPECT_EQ(w.owed("RUS attacks FRA"), "GBR:fight:pact:art5");
  EXPECT_EQ(w.silent("USA", "pact", "RUS attacks FRA"), "not_guarantor");
  EXPECT_EQ(w.silent("GBR", "pact", "RUS attacks USA"), "not_beneficiary");
}

TEST_F(RolesTest, ATargetOwesNothingInItsOwnCase) { EXPECT_EQ(w.owed("RUS attacks USA,GBR"), ""); }

TEST_F(RolesTest, PactsKeptApartAreCountedOnlyByReading) {
  pact.kept_apart = true;
  EXPECT_EQ(w.owed("RUS attacks USA"), "");
  EXPECT_EQ(w.silent("GBR", "pact", "RUS attacks USA"), "kept_apart");
  w.read_as("universal_law", "counted");
  EXPECT_EQ(w.owed("RUS attacks USA"), "GBR:fight:pact:art5");
}

TEST_F(RolesTest, EveryKindOfClauseStandsAtItsDuty) {
  w.article(pact, "supply", Duty::supply);
  w.article(pact, "share", Duty::share);
  w.article(pact, "consult", Duty::consult);
  w.article(pact, "out", Duty::stay_out);
  w.article(pact, "assist", Duty::assist);
  EXPECT_EQ(
      w.owed("RUS attacks USA"),
      "GBR:fight:pact:art5 GBR:assist:pact:assist GBR:supply:pact:supply GBR:share:pact:share "
      "GBR:consult:pact:consult GBR:stay_out:pact:out");
}

}  // namespace
}  // namespace entente::treaty
