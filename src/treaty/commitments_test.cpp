#include <gtest/gtest.h>

#include <algorithm>

#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;
using world::Commitment;

class CommitmentsTest : public testing::Test {
 protected:
  std::vector<Commitment> all(std::string_view on = "2000-01-01") {
    index_law(w.law, w.world);
    return commitments_on(w.law, w.world, day(on), w.readings);
  }

  /// `PROMISOR>BENEFICIARY agreement:article`, with a comma between.
  std::string list(std::string_view on = "2000-01-01") {
    std::string text;
    for (const Commitment& c : all(on))
      text += (text.empty() ? "" : ", ") + w.name(c.promisor) + ">" + w.name(c.beneficiary) + " " +
              w.name(c.agreement) + ":" + w.name(c.article);
    return text;
  }

  test::TestWorld w;
  Agreement& pact = w.pact("pact", {"USA", "GBR"});
  Article& art = w.article(pact, "art5", Duty::fight);
};

TEST_F(CommitmentsTest, RunBothWaysAndAreSorted) {
  w.article(pact, "art4", Duty::consult);
  w.article(w.pact("other", {"GBR", "FRA"}), "art1", Duty::assist);
  EXPECT_EQ(list(),
            "FRA>GBR other:art1, GBR>FRA other:art1, GBR>USA pact:art4, GBR>USA pact:art5, "
            "USA>GBR pact:art4, USA>GBR pact:art5");
}

TEST_F(CommitmentsTest, CarryWhatTheAgreementSays) {
  pact.form = Form::executive;
  pact.institution = 2;
  pact.nuclear = true;
  art.discretion = Discretion::own_judgement;
  const Commitment first = all().front();
  EXPECT_EQ(first.form, Form::executive);
  EXPECT_EQ(first.institution, 2);
  EXPECT_TRUE(first.nuclear);
  EXPECT_TRUE(first.defensive);
  EXPECT_EQ(first.discretion, Discretion::own_judgement);
  EXPECT_EQ(first.duty, Duty::fight);
}

TEST_F(CommitmentsTest, ACompellentPromiseIsNotDefensive) {
  art.trigger = Trigger::own_attack;
  EXPECT_FALSE(all().front().defensive);
}

TEST_F(CommitmentsTest, SinceIsTheLaterOfBoth) {
  w.party(pact, "FRA").spell.from = day("1966-03-07");
  for (const Commitment& c : all()) {
    const bool with_france = c.promisor == w.at("FRA") || c.beneficiary == w.at("FRA");
    EXPECT_EQ(to_text(c.since), with_france ? "1966-03-07" : "1950-01-01");
  }
  EXPECT_EQ(all().size(), 6u);
  EXPECT_EQ(all("1966-03-06").size(), 2u);
}

TEST_F(CommitmentsTest, NothingRunsOutsideTheDaysOfTheAgreement) {
  pact.ended = day("2000-01-01");
  EXPECT_EQ(all("1949-12-31").size(), 0u);
  EXPECT_EQ(all("2000-01-01").size(), 2u);
  EXPECT_EQ(all("2000-01-02").size(), 0u);
}

TEST_F(CommitmentsTest, NothingRunsOutsideTheDaysOfTheArticle) {
  art.spell = {day("1960-01-01"), day("1969-12-31")};
  EXPECT_EQ(all("1959-12-31").size(), 0u);
  EXPECT_EQ(all("1969-12-31").size(), 2u);
  EXPECT_EQ(all("1970-01-01").size(), 0u);
}

TEST_F(CommitmentsTest, SuspendedLegsDoNotRun) {
  w.party(pact, "FRA");
  pact.suspensions.push_back({w.at("USA"), w.at("FRA"), {day("1986-08-11"), kAlwaysAfter}, "", ""});
  EXPECT_EQ(all("1986-08-10").size(), 6u);
  EXPECT_EQ(list("1986-08-11"),
            "FRA>GBR pact:art5, GBR>FRA pact:art5, GBR>USA pact:art5, USA>GBR pact:art5");
  w.read_as("suspended_legs", "count");
  EXPECT_EQ(all("1986-08-11").size(), 6u);
}

TEST_F(CommitmentsTest, WhatOwesNothingIsNoCommitment) {
  art.duty = Duty::none;
  EXPECT_TRUE(all().empty());
}

TEST_F(CommitmentsTest, PactsKeptApartAreNoCommitments) {
  pact.kept_apart = true;
  EXPECT_TRUE(all().empty());
}

TEST_F(CommitmentsTest, ReadingsDecide) {
  art.reading = {w.at("membership"), w.at("does_not")};
  EXPECT_TRUE(all().empty());
  w.read_as("membership", "does_not");
  EXPECT_EQ(all().size(), 2u);
}

TEST_F(CommitmentsTest, WardsThatAreNoParties) {
  art.beneficiaries = w.listed({"ITA"});
  EXPECT_EQ(list(), "GBR>ITA pact:art5, USA>ITA pact:art5");
}

TEST_F(CommitmentsTest, TitlesOfTheDay) {
  w.party(pact, "soviet_union");
  pact.parties.erase(pact.parties.begin());  // USA
  EXPECT_EQ(list("1980-01-01"), "GBR>soviet_union pact:art5, soviet_union>GBR pact:art5");
  EXPECT_EQ(list("2000-01-01"), "GBR>RUS pact:art5, RUS>GBR pact:art5");
}

}  // namespace
}  // namespace entente::treaty
