#include <tuple>

#include "treaty/test_read.h"

namespace entente::treaty {
namespace {

using test::day;
using test::ReadTest;

TEST_F(ReadTest, AFullAgreementReadsBack) {
  const Agreement a = good(R"(id = "pact"
name = "The Pact"
form = "statute"
rung = 5
institution = 3
nuclear = true
publicity = "part_secret"
signed = 1949-04-04
in_force = 1949-08-24
ended = 1999-12-31
kept_apart = true
atop = "3180 3181"
summary = "Mutual defence."
source = "its text"
confidence = "B"
note = "A note."

[[party]]
state = ["USA", "FRA"]

[[party]]
state = "GBR"
from = 1950-01-01
to = 1960-12-31
disputed = "membership=counts"
frozen = true
source = "a law"
note = "who knows"

[[suspension]]
between = ["USA", "FRA"]
from = 1966-03-07
to = 1967-04-01
source = "a letter"
note = "angry"

[[area]]
id = "north"
where = "lat > 23.4"
from = 1950-01-01
to = 1960-01-01
summary = "The north."
source = "art6"

[[article]]
label = "art5"
text = "An attack on one is met by all."
duty = "assist"
discretion = "by_vote"
trigger = "war_joined"
threshold = "attack"
threshold_vessel = "public_vessels"
promisors = ["USA", "FRA"]
beneficiaries = "europeans"
adversary = ["germany", "others"]
adversary_not = ["ITA", "europeans", "parties"]
min_adversaries = 2
max_adversaries = 3
unprovoked = true
covers_older_war = true
non_state = "practice"
kinds = ["attack", "terrorism"]
area = { territory = "north", vessel = "north" }
requires = ["FRA assists", "resists", "ITA resists", "GBR at war", "germany bound by other_pact"]
from = 1951-01-01
to = 1998-12-31
secret = true
reading = "membership=does_not"
source = "art 5"
confidence = "C"

[[article]]
label = "art9"
duty = "none"
reason = "political"
area = "north"

[[exception]]
label = "but"
to = "art5"
text = "Not so."
duty = "consult"
discretion = "on_request"
promisors = "USA"
beneficiaries = "others"
attackers = ["RUS"]
attackers_not = ["europeans"]
attacker_is_party = false
provoked = true
non_state = false
side_is_attacker = true
outside_area = "north"
requires = "resists"
from = 1955-01-01
until = 1956-01-01
reading = "secret_clauses=ignored"
source = "a reservation"

[[example]]
event = "RUS attacks USA"
given = "USA resists"
expect = ["GBR:fight:pact:art5"]
why = "Because."
)");
  EXPECT_EQ(w.name(a.id), "pact");
  EXPECT_EQ(a.name, "The Pact");
  EXPECT_EQ(a.form, Form::statute);
  EXPECT_EQ(a.rung, 5);
  EXPECT_EQ(a.institution, 3);
  EXPECT_TRUE(a.nuclear);
  EXPECT_EQ(a.publicity, "part_secret");
  EXPECT_EQ(a.signed_on, day("1949-04-04"));
  EXPECT_EQ(a.in_force, day("1949-08-24"));
  EXPECT_EQ(a.ended, day("1999-12-31"));
  EXPECT_TRUE(a.kept_apart);
  EXPECT_EQ(a.atop, "3180 3181");
  EXPECT_EQ(a.summary, "Mutual defence.");
  EXPECT_EQ(a.source, "its text");
  EXPECT_EQ(a.note, "A note.");
  EXPECT_EQ(a.confidence, 'B');
  EXPECT_EQ(a.file, "pact.toml");

  ASSERT_EQ(a.parties.size(), 3u);
  EXPECT_EQ(w.name(a.parties[1].state), "FRA");
  EXPECT_EQ(a.parties[1].spell, (Spell{day("1949-08-24"), day("1999-12-31")}));
  const Party& gbr = a.parties[2];
  EXPECT_EQ(gbr.spell, (Spell{day("1950-01-01"), day("1960-12-31")}));
  EXPECT_EQ(w.name(gbr.disputed.reading) + "=" + w.name(gbr.disputed.value), "membership=counts");
  EXPECT_TRUE(gbr.frozen);
  EXPECT_EQ(gbr.source + "/" + gbr.note, "a law/who knows");
  EXPECT_EQ(gbr.where.line, 22);

  ASSERT_EQ(a.suspensions.size(), 1u);
  EXPECT_EQ(w.names({a.suspensions[0].a, a.suspensions[0].b}), "USA FRA");
  EXPECT_EQ(a.suspensions[0].spell, (Spell{day("1966-03-07"), day("1967-04-01")}));
  EXPECT_EQ(a.suspensions[0].source + "/" + a.suspensions[0].note, "a letter/angry");

  ASSERT_EQ(a.areas.size(), 1u);
  EXPECT_EQ(w.name(a.areas[0].id), "north");
  EXPECT_EQ(a.areas[0].where.steps.size(), 1u);
  EXPECT_EQ(a.areas[0].spell, (Spell{day("1950-01-01"), day("1960-01-01")}));
  EXPECT_EQ(a.areas[0].summary + "/" + a.areas[0].source, "The north./art6");

  ASSERT_EQ(a.articles.size(), 2u);
  const Article& art = a.articles[0];
  EXPECT_EQ(w.name(art.label), "art5");
  EXPECT_EQ(art.text, "An attack on one is met by all.");
  EXPECT_EQ(art.duty, Duty::assist);
  EXPECT_EQ(art.discretion, Discretion::by_vote);
  EXPECT_EQ(art.trigger, Trigger::war_joined);
  EXPECT_EQ(art.threshold, Threshold::attack);
  EXPECT_EQ(art.threshold_vessel, Threshold::public_vessels);
  EXPECT_EQ(art.promisors.who, PartySet::Who::listed);
  EXPECT_EQ(w.names(art.promisors.states), "USA FRA");
  EXPECT_EQ(art.beneficiaries.who, PartySet::Who::group);
  EXPECT_EQ(w.name(art.beneficiaries.group), "europeans");
  EXPECT_FALSE(art.adversary.any);
  EXPECT_TRUE(art.adversary.third);
  EXPECT_EQ(w.names(art.adversary.states) + "/" + w.names(art.adversary.groups), "germany/others");
  EXPECT_EQ(w.names(art.adversary.not_states) + "/" + w.names(art.adversary.not_groups),
            "ITA/europeans");
  EXPECT_EQ(art.min_adversaries, 2);
  EXPECT_EQ(art.max_adversaries, 3);
  EXPECT_TRUE(art.unprovoked && art.covers_older_war && art.secret);
  EXPECT_EQ(art.non_state, NonState::practice);
  EXPECT_EQ(w.names(art.kinds), "attack terrorism");
  EXPECT_TRUE(art.area.limited);
  EXPECT_EQ(w.name(art.area.territory) + w.name(art.area.vessel), "northnorth");
  EXPECT_FALSE(art.area.forces || art.area.aircraft);
  ASSERT_EQ(art.conditions.size(), 5u);
  EXPECT_EQ(art.conditions[0].kind, Requires::Kind::assists);
  EXPECT_EQ(art.conditions[1].kind, Requires::Kind::resists);
  EXPECT_FALSE(art.conditions[1].who);
  EXPECT_EQ(w.name(art.conditions[2].who), "ITA");
  EXPECT_EQ(art.conditions[3].kind, Requires::Kind::at_war);
  EXPECT_EQ(art.conditions[4].kind, Requires::Kind::bound);
  EXPECT_EQ(w.names({art.conditions[4].who, art.conditions[4].agreement}), "germany other_pact");
  EXPECT_EQ(art.spell, (Spell{day("1951-01-01"), day("1998-12-31")}));
  EXPECT_EQ(w.name(art.reading.reading) + "=" + w.name(art.reading.value), "membership=does_not");
  EXPECT_EQ(art.source, "art 5");
  EXPECT_EQ(art.confidence, 'C');
  EXPECT_EQ(art.where.line, 46);

  const Article& none = a.articles[1];
  EXPECT_EQ(none.reason, "political");
  EXPECT_FALSE(none.area.limited);
  EXPECT_EQ(none.area.territory, none.area.aircraft);
  EXPECT_EQ(none.confidence, 'B');  // That of the agreement.

  ASSERT_EQ(a.exceptions.size(), 1u);
  const Exception& but = a.exceptions[0];
  EXPECT_EQ(w.names({but.label, but.to}), "but art5");
  EXPECT_EQ(but.text + "/" + but.source, "Not so./a reservation");
  EXPECT_EQ(but.duty, Duty::consult);
  EXPECT_EQ(but.discretion, Discretion::on_request);
  EXPECT_EQ(w.names(but.promisors.value().states), "USA");
  EXPECT_EQ(but.beneficiaries.value().who, PartySet::Who::others);
  EXPECT_EQ(w.names(but.attackers.value().states), "RUS");
  EXPECT_EQ(w.names(but.attackers.value().not_groups), "europeans");
  EXPECT_EQ(but.attacker_is_party, false);
  EXPECT_EQ(but.provoked, true);
  EXPECT_EQ(but.non_state, false);
  EXPECT_EQ(but.side_is_attacker, true);
  EXPECT_EQ(w.name(but.area), "north");
  EXPECT_TRUE(but.outside_area);
  EXPECT_EQ(but.conditions.size(), 1u);
  EXPECT_EQ(but.spell, (Spell{day("1955-01-01"), day("1956-01-01")}));
  EXPECT_EQ(w.name(but.reading.reading), "secret_clauses");

  ASSERT_EQ(a.examples.size(), 1u);
  EXPECT_EQ(a.examples[0].event, "RUS attacks USA");
  EXPECT_EQ(a.examples[0].given, std::vector<std::string>{"USA resists"});
  EXPECT_EQ(a.examples[0].expect, std::vector<std::string>{"GBR:fight:pact:art5"});
  EXPECT_EQ(a.examples[0].why, "Because.");
}

TEST_F(ReadTest, DefaultsOfTheTop) {
  const Agreement a = with("");
  EXPECT_EQ(a.rung, 0);
  EXPECT_EQ(a.institution, 0);
  EXPECT_FALSE(a.nuclear || a.kept_apart || a.ended);
  EXPECT_EQ(a.publicity, "public");
  EXPECT_EQ(a.atop + a.summary + a.note, "");
  EXPECT_EQ(a.parties[0].spell, (Spell{day("1949-08-24"), kAlwaysAfter}));
  EXPECT_FALSE(a.parties[0].frozen || a.parties[0].disputed.reading);
}

TEST_F(ReadTest, DefaultsOfAnArticle) {
  const Agreement a = with("");
  const Article& art = a.articles[0];
  EXPECT_EQ(art.discretion, Discretion::automatic);
  EXPECT_EQ(art.trigger, Trigger::armed_attack);
  EXPECT_EQ(art.threshold, Threshold::armed_attack);
  EXPECT_FALSE(art.threshold_vessel);
  EXPECT_EQ(art.promisors.who, PartySet::Who::all);
  EXPECT_EQ(art.beneficiaries.who, PartySet::Who::others);
  EXPECT_TRUE(art.adversary.any);
  EXPECT_FALSE(art.adversary.third);
  EXPECT_EQ(art.min_adversaries, 1);
  EXPECT_EQ(art.max_adversaries, 0);
  EXPECT_FALSE(art.unprovoked || art.covers_older_war || art.secret || art.reading.reading);
  EXPECT_EQ(art.non_state, NonState::no);
  EXPECT_TRUE(art.kinds.empty() && art.conditions.empty());
  EXPECT_FALSE(art.area.limited || art.area.territory);
  EXPECT_EQ(art.spell, Spell{});
  EXPECT_EQ(art.confidence, 'A');
}

TEST_F(ReadTest, DefaultsOfAnException) {
  const Agreement a = with("[[exception]]\nlabel = \"but\"\nto = \"art5\"\nreason = \"opt_in\"\n");
  const Exception& but = a.exceptions[0];
  EXPECT_EQ(but.duty, Duty::none);
  EXPECT_EQ(but.reason, "opt_in");
  EXPECT_FALSE(but.promisors || but.beneficiaries || but.attackers || but.attacker_is_party ||
               but.provoked || but.non_state || but.side_is_attacker || but.area);
  EXPECT_EQ(but.spell, Spell{});
}

TEST_F(ReadTest, ThresholdsFollowFromTriggers) {
  const std::vector<std::tuple<std::string, std::string, Threshold>> table{
      {"fight", "aggression", Threshold::aggression},
      {"fight", "threat", Threshold::threat},
      {"fight", "war", Threshold::state_of_war},
      {"fight", "war_joined", Threshold::armed_attack},
      {"fight", "own_attack", Threshold::armed_attack},
      {"fight", "violation", Threshold::aggression},
      {"fight", "indirect_attack", Threshold::threat},
      {"fight", "insurgency", Threshold::aggression_or_insurgency},
      {"fight", "mobilisation", Threshold::threat},
      {"fight", "occupation", Threshold::threat},
      {"fight", "terror_or_disaster", Threshold::terror_disaster},
      {"fight", "request", Threshold::request},
      {"fight", "standing", Threshold::never},
      {"host", "standing", Threshold::consult},
      {"share", "standing", Threshold::consult},
      {"not_attack", "standing", Threshold::attack},
      {"consult", "armed_attack", Threshold::consult},
      {"consult", "standing", Threshold::never},
  };
  for (const auto& [duty, trigger, threshold] : table) {
    const Agreement a = with("[[article]]\nlabel = \"x\"\nduty = \"" + duty + "\"\ntrigger = \"" +
                             trigger + "\"\n");
    ASSERT_EQ(a.articles.size(), 2u);
    EXPECT_EQ(a.articles[1].threshold, threshold) << duty << " " << trigger;
    EXPECT_EQ(word(a.articles[1].trigger), trigger);
  }
}

}  // namespace
}  // namespace entente::treaty
