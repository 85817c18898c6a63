#include "treaty/steps.h"

#include <gtest/gtest.h>

#include <functional>

#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;
using test::TestWorld;

constexpr std::string_view kAttack = "RUS attacks USA at hawaii on 2000-01-01";

/// One pact of USA, GBR and FRA; GBR is asked. Everything holds until a test spoils it.
struct Ground {
  TestWorld w;
  Agreement& pact = w.pact("pact", {"USA", "GBR", "FRA"});
  Article& art = w.article(pact, "art5", Duty::fight);
  std::string line{kAttack};
  std::vector<std::string> given;

  Outcome outcome() {
    index_law(w.law, w.world);
    const Event event = w.event(line);
    const auto facts = w.facts(given, event.on);
    const Case c = make_case(w.law, w.world, event, facts, w.readings);
    return weigh_roles(c, pact, art, w.at("GBR"), true);
  }
};

/// What is spoilt, and what must come of it.
struct Row {
  const char* what;
  std::function<void(Ground&)> spoil;
  const char* reason;
  int depth;
};

TEST(Steps, ASoundPromiseIsOwed) {
  const Outcome outcome = Ground{}.outcome();
  EXPECT_TRUE(outcome.owed);
  EXPECT_EQ(outcome.depth, 14);
  EXPECT_EQ(outcome.duty, Duty::fight);
  EXPECT_EQ(outcome.discretion, Discretion::automatic);
  EXPECT_DOUBLE_EQ(outcome.margin, 1.0);  // 5 against 4.
  EXPECT_EQ(outcome.reason, "");
  EXPECT_EQ(outcome.sentence, "RUS attacks USA at hawaii; severity 5 against 4 (armed_attack)");
}

TEST(Steps, OneFailingConditionGivesItsReasonAndDepth) {
  const std::vector<Row> rows{
      {"before signature", [](Ground& g) { g.line = "soviet_union attacks USA on 1949-04-03"; },
       "not_in_force", 1},
      {"before entry", [](Ground& g) { g.line = "soviet_union attacks USA on 1949-12-31"; },
       "not_in_force", 1},
      {"never in force", [](Ground& g) { g.pact.in_force.reset(); }, "not_in_force", 1},
      {"ended", [](Ground& g) { g.pact.ended = day("1999-12-31"); }, "terminated", 1},
      {"promisor to come",
       [](Ground& g) { g.w.party(g.pact, "GBR").spell.from = day("2000-01-02"); }, "not_party", 1},
      {"promisor left", [](Ground& g) { g.w.party(g.pact, "GBR").spell.to = day("1999-12-31"); },
       "withdrawn", 1},
      {"promisor frozen",
       [](Ground& g) {
         g.w.party(g.pact, "GBR").frozen = true;
         g.w.read_as("frozen_membership", "does_not_count");
       },
       "frozen", 1},
      {"promisor disputed",
       [](Ground& g) {
         g.w.party(g.pact, "GBR").disputed = {g.w.at("membership"), g.w.at("does_not")};
       },
       "disputed_membership", 1},
      {"beneficiary left", [](Ground& g) { g.w.party(g.pact, "USA").spell.to = day("1999-12-31"); },
       "withdrawn", 1},
      {"leg suspended",
       [](Ground& g) {
         g.pact.suspensions.push_back({g.w.at("USA"), g.w.at("GBR"), {}, "", ""});
       },
       "suspended", 1},
      {"article to come", [](Ground& g) { g.art.spell.from = day("2000-01-02"); }, "not_in_force",
       2},
      {"article ended", [](Ground& g) { g.art.spell.to = day("1999-12-31"); }, "terminated", 2},
      {"older war", [](Ground& g) { g.line += " since 1949-12-31"; }, "older_war", 3},
      {"secret",
       [](Ground& g) {
         g.art.secret = true;
         g.w.read_as("secret_clauses", "ignored");
       },
       "secret", 4},
      {"other reading",
       [](Ground& g) {
         g.art.reading = {g.w.at("membership"), g.w.at("does_not")};
       },
       "reading", 4},
      {"provoked",
       [](Ground& g) {
         g.art.unprovoked = true;
         g.line += " after provocation";
       },
       "provoked", 5},
      {"attacker is party",
       [](Ground& g) {
         g.line = "FRA attacks USA at hawaii on 2000-01-01";
         g.w.read_as("attacker_is_party", "practice");
       },
       "intra_alliance", 6},
      {"other adversary",
       [](Ground& g) {
         g.art.adversary.any = false;
         g.art.adversary.states = {g.w.at("DEU")};
       },
       "adversary_excluded", 7},
      {"adversary left out", [](Ground& g) { g.art.adversary.not_groups = {g.w.at("others")}; },
       "adversary_excluded", 7},
      {"no third power",
       [](Ground& g) {
         g.line = "FRA attacks USA at hawaii on 2000-01-01";
         g.art.adversary.third = true;
       },
       "adversary_excluded", 7},
      {"too few", [](Ground& g) { g.art.min_adversaries = 2; }, "number_not_met", 8},
      {"too many",
       [](Ground& g) {
         g.art.max_adversaries = 1;
         g.line = "RUS,ITA attacks USA at hawaii on 2000-01-01";
       },
       "number_not_met", 8},
      {"nobody joined", [](Ground& g) { g.art.trigger = Trigger::war_joined; }, "number_not_met",
       8},
      {"no state", [](Ground& g) { g.line = "raiders attacks USA at hawaii on 2000-01-01"; },
       "non_state", 9},
      {"practice set aside",
       [](Ground& g) {
         g.line = "raiders attacks USA at hawaii on 2000-01-01";
         g.art.non_state = NonState::practice;
         g.w.read_as("non_state_attackers", "text");
       },
       "non_state", 9},
      {"other kind", [](Ground& g) { g.art.kinds = {g.w.at("terrorism")}; }, "wrong_kind", 10},
      {"no insurgency", [](Ground& g) { g.art.trigger = Trigger::insurgency; }, "wrong_kind", 10},
      {"no mobilisation", [](Ground& g) { g.art.trigger = Trigger::mobilisation; }, "wrong_kind",
       10},
      {"no occupation",
       [](Ground& g) {
         g.art.trigger = Trigger::occupation;
         g.line = "RUS attacks USA at hawaii by ramming on 2000-01-01";
       },
       "wrong_kind", 10},
      {"no terror", [](Ground& g) { g.art.trigger = Trigger::terror_or_disaster; }, "wrong_kind",
       10},
      {"elsewhere",
       [](Ground& g) { g.art.area.territory = g.w.area(g.pact, "north", "lat > 23.4"); },
       "outside_area", 11},
      {"object not covered",
       [](Ground& g) {
         g.art.area = {.territory = {},
                       .forces = g.w.area(g.pact, "all", "true"),
                       .vessel = {},
                       .aircraft = {},
                       .limited = true};
       },
       "outside_area", 11},
      {"too weak", [](Ground& g) { g.line = "RUS attacks USA at hawaii by ramming on 2000-01-01"; },
       "below_threshold", 12},
      {"a threat is no attack",
       [](Ground& g) { g.line = "RUS attacks USA at hawaii by nuclear_threat on 2000-01-01"; },
       "below_threshold", 12},
      {"never", [](Ground& g) { g.art.threshold = Threshold::never; }, "no_duty", 12},
      {"never, and only talk",
       [](Ground& g) {
         g.art.threshold = Threshold::never;
         g.art.duty = Duty::consult;
       },
       "consult_only", 12},
      {"no assistance",
       [](Ground& g) {
         g.art.conditions = {{Requires::Kind::assists, g.w.at("FRA"), {}}};
       },
       "condition_not_met", 13},
      {"no resistance",
       [](Ground& g) {
         g.art.conditions = {{Requires::Kind::resists, {}, {}}};
       },
       "condition_not_met", 13},
      {"not at war",
       [](Ground& g) {
         g.art.conditions = {{Requires::Kind::at_war, g.w.at("ITA"), {}}};
       },
       "condition_not_met", 13},
      {"a rule that owes nothing",
       [](Ground& g) {
         g.art.duty = Duty::none;
         g.art.reason = "political";
       },
       "political", 14},
  };
  for (const Row& row : rows) {
    Ground ground;
    row.spoil(ground);
    const Outcome outcome = ground.outcome();
    EXPECT_FALSE(outcome.owed) << row.what;
    EXPECT_EQ(outcome.reason, row.reason) << row.what;
    EXPECT_EQ(outcome.depth, row.depth) << row.what;
    EXPECT_EQ(outcome.in_peace, ground.art.threshold == Threshold::never) << row.what;
  }
}

TEST(Steps, WhatMakesAConditionHoldAgain) {
  const std::vector<Row> rows{
      {"a beneficiary that never was a party",
       [](Ground& g) {
         g.art.beneficiaries = g.w.listed({"ITA"});
         g.line = "RUS attacks ITA on 2000-01-01";
       },
       "", 14},
      {"an older war that is covered",
       [](Ground& g) {
         g.line += " since 1940-01-01";
         g.art.covers_older_war = true;
       },
       "", 14},
      {"suspended legs that count",
       [](Ground& g) {
         g.pact.suspensions.push_back({g.w.at("GBR"), g.w.at("USA"), {}, "", ""});
         g.w.read_as("suspended_legs", "count");
       },
       "", 14},
      {"frozen, and it counts", [](Ground& g) { g.w.party(g.pact, "GBR").frozen = true; }, "", 14},
      {"provocation where it does not matter", [](Ground& g) { g.line += " after provocation"; },
       "", 14},
      {"a party attacks, by the text",
       [](Ground& g) { g.line = "FRA attacks USA at hawaii on 2000-01-01"; }, "", 14},
      {"a supporter counts",
       [](Ground& g) {
         g.art.min_adversaries = 2;
         g.given = {"ITA at war with USA"};
       },
       "", 14},
      {"a further power joins",
       [](Ground& g) {
         g.art.trigger = Trigger::war_joined;
         g.given = {"ITA at war with USA"};
       },
       "", 14},
      {"no state, by practice",
       [](Ground& g) {
         g.line = "raiders attacks USA at hawaii on 2000-01-01";
         g.art.non_state = NonState::practice;
       },
       "", 14},
      {"deaths raise severity",
       [](Ground& g) { g.line = "RUS attacks USA at hawaii by ramming on 2000-01-01 killing 100"; },
       "", 14},
      {"a vessel asks for less",
       [](Ground& g) {
         g.line = "RUS attacks USA at atlantic by ramming on 2000-01-01";
         g.art.threshold_vessel = Threshold::public_vessels;
       },
       "", 14},
      {"a threat, where threats are meant",
       [](Ground& g) {
         g.line = "RUS attacks USA at hawaii by nuclear_threat on 2000-01-01";
         g.art.threshold = Threshold::nuclear_threat;
       },
       "", 14},
      {"assistance given",
       [](Ground& g) {
         g.art.conditions = {{Requires::Kind::assists, g.w.at("FRA"), {}}};
         g.given = {"FRA comes to the assistance of USA"};
       },
       "", 14},
      {"the promisor itself is the one that assists",
       [](Ground& g) {
         g.art.conditions = {{Requires::Kind::assists, g.w.at("GBR"), {}}};
       },
       "", 14},
      {"resistance",
       [](Ground& g) {
         g.art.conditions = {{Requires::Kind::resists, {}, {}}};
         g.given = {"USA resists"};
       },
       "", 14},
      {"at war with the attacker",
       [](Ground& g) {
         g.art.conditions = {{Requires::Kind::at_war, g.w.at("ITA"), {}}};
         g.given = {"ITA at war with RUS"};
       },
       "", 14},
  };
  for (const Row& row : rows) {
    Ground ground;
    row.spoil(ground);
    const Outcome outcome = ground.outcome();
    EXPECT_TRUE(outcome.owed) << row.what << ": " << outcome.reason;
    EXPECT_EQ(outcome.depth, row.depth) << row.what;
  }
}

TEST(Steps, TheFirstFailureNamesTheReason) {
  Ground g;
  // Everything is wrong at once; each repair brings the next reason to light.
  g.line =
      "raiders attacks USA at hawaii by water_cannon on 2000-01-01 since 1949-01-01 "
      "after provocation";
  g.pact.ended = day("1999-12-31");
  g.w.party(g.pact, "GBR").spell.to = day("1999-12-30");
  g.w.party(g.pact, "USA").disputed = {g.w.at("membership"), g.w.at("does_not")};
  g.pact.suspensions.push_back({g.w.at("USA"), g.w.at("GBR"), {}, "", ""});
  g.art.spell.from = day("2001-01-01");
  g.art.secret = true;
  g.w.read_as("secret_clauses", "ignored");
  g.art.unprovoked = true;
  g.art.adversary.not_states = {g.w.at("raiders")};
  g.art.min_adversaries = 2;
  g.art.trigger = Trigger::mobilisation;
  g.art.area.territory = g.w.area(g.pact, "nowhere", "false");
  g.art.conditions = {{Requires::Kind::resists, {}, {}}};
  const std::vector<std::pair<std::string, std::function<void()>>> repairs{
      {"terminated", [&] { g.pact.ended.reset(); }},
      {"withdrawn", [&] { g.w.party(g.pact, "GBR").spell.to = kAlwaysAfter; }},
      {"disputed_membership", [&] { g.w.party(g.pact, "USA").disputed = {}; }},
      {"suspended", [&] { g.pact.suspensions.clear(); }},
      {"not_in_force", [&] { g.art.spell = {}; }},
      {"older_war", [&] { g.art.covers_older_war = true; }},
      {"secret", [&] { g.art.secret = false; }},
      {"provoked", [&] { g.art.unprovoked = false; }},
      {"adversary_excluded", [&] { g.art.adversary.not_states.clear(); }},
      {"number_not_met", [&] { g.art.min_adversaries = 1; }},
      {"non_state", [&] { g.art.non_state = NonState::text; }},
      {"wrong_kind", [&] { g.art.trigger = Trigger::armed_attack; }},
      {"outside_area", [&] { g.art.area = {}; }},
      {"below_threshold", [&] { g.art.threshold = Threshold::sub_threshold; }},
      {"condition_not_met", [&] { g.given = {"USA resists"}; }},
  };
  int depth = 0;
  for (const auto& [reason, repair] : repairs) {
    const Outcome outcome = g.outcome();
    EXPECT_FALSE(outcome.owed);
    EXPECT_EQ(outcome.reason, reason);
    EXPECT_GE(outcome.depth, depth) << reason;
    depth = outcome.depth;
    repair();
  }
  EXPECT_TRUE(g.outcome().owed);
}

TEST(Steps, SeverityIsThatOfMeansAndDeaths) {
  TestWorld w;
  const auto severity = [&](std::string_view line) {
    const Event event = w.event(line);
    return make_case(w.law, w.world, event, {}, w.readings).severity;
  };
  EXPECT_DOUBLE_EQ(severity("RUS attacks USA"), 5);
  EXPECT_DOUBLE_EQ(severity("RUS attacks USA by ramming"), 3.4);
  EXPECT_DOUBLE_EQ(severity("RUS attacks USA by ramming killing 1"), 3.7);
  EXPECT_DOUBLE_EQ(severity("RUS attacks USA by ramming killing 100"), 4.0);
  EXPECT_DOUBLE_EQ(severity("RUS attacks USA by bombing killing 10"), 4.2);  // Never lowered.
  EXPECT_DOUBLE_EQ(severity("RUS attacks USA by bombing killing 999999999999"), 5.0);
  w.read_as("death_by_ramming", "ignored");
  EXPECT_DOUBLE_EQ(severity("RUS attacks USA by ramming killing 100"), 3.4);
}

TEST(Steps, WhatIsHitFollowsFromThePlace) {
  TestWorld w;
  const auto asset = [&](std::string_view line) {
    const Event event = w.event(line);
    const Case c = make_case(w.law, w.world, event, {}, w.readings);
    return c.hits.front().asset;
  };
  EXPECT_EQ(asset("RUS attacks USA"), Asset::territory);
  EXPECT_EQ(asset("RUS attacks USA at hawaii"), Asset::territory);
  EXPECT_EQ(asset("RUS attacks USA at homeland_deu"), Asset::forces);
  EXPECT_EQ(asset("RUS attacks USA at atlantic"), Asset::vessel);
  EXPECT_EQ(asset("RUS attacks USA at atlantic hitting aircraft"), Asset::aircraft);
}

}  // namespace
}  // namespace entente::treaty
