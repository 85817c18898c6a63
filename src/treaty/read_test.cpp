#include "treaty/read.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;

constexpr std::string_view kTop =
    "id = \"pact\"\nname = \"The Pact\"\nform = \"treaty\"\nsigned = 1949-04-04\n"
    "in_force = 1949-08-24\nsource = \"its text\"\nconfidence = \"A\"\n";
constexpr std::string_view kParty = "[[party]]\nstate = [\"USA\", \"GBR\"]\n";
constexpr std::string_view kArticle = "[[article]]\nlabel = \"art5\"\nduty = \"fight\"\n";

class ReadTest : public testing::Test {
 protected:
  Result<Agreement> read(const std::string& text) {
    const auto document = text::parse_toml(text, "pact.toml");
    EXPECT_TRUE(document) << text;
    if (!document) return document.error();
    return read_agreement(*document, w.world, shared, w.law.readings);
  }
  Agreement good(const std::string& text) {
    auto agreement = read(text);
    if (!agreement) {
      for (const Error& error : agreement.error()) ADD_FAILURE() << to_text(error);
      return {};
    }
    return std::move(agreement).value();
  }
  /// The whole file: top, parties, article, and these further lines.
  Agreement with(const std::string& lines) {
    return good(std::string(kTop) + std::string(kParty) + std::string(kArticle) + lines);
  }
  /// `LINE code` of the faults, with a comma between, of a sound file and further lines. The first
  /// of these is line 13.
  std::string faults(const std::string& lines) {
    return all_faults(std::string(kTop) + std::string(kParty) + std::string(kArticle) + lines);
  }
  std::string all_faults(const std::string& text) {
    const auto agreement = read(text);
    std::string list;
    if (agreement) return list;
    for (const Error& error : agreement.error())
      list += (list.empty() ? "" : ", ") + std::to_string(error.where.line) + " " +
              std::string(code_name(error.code));
    return list;
  }

  test::TestWorld w;
  std::vector<Area> shared;
};

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
  EXPECT_EQ(art.where.line, 45);

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

TEST_F(ReadTest, FaultsOfTheTop) {
  EXPECT_EQ(all_faults("id = \"Pact!\"\nrung = 6\ninstitution = -1\nform = \"pact\"\n"
                       "confidence = \"D\"\nsigned = 1949-04-04\nended = 1950-01-01\nsource = \"\"\n"),
            "1 bad_value, 1 missing_key, 1 missing_key, 1 missing_key, 2 bad_value, 3 bad_value, "
            "4 bad_value, 5 bad_value, 7 missing_key, 8 no_source");
}

TEST_F(ReadTest, FaultsOfParties) {
  EXPECT_EQ(faults("[[party]]\nstate = \"FRB\"\n"), "14 unknown_state");
  EXPECT_EQ(faults("[[party]]\nstate = \"USA\"\nfrom = 1950-01-01\n"), "14 overlap");
  EXPECT_EQ(faults("[[party]]\nstate = \"FRA\"\nfrom = 1949-04-03\n"), "15 order_of_dates");
  EXPECT_EQ(faults("[[party]]\nstate = \"FRA\"\nfrom = 1960-01-01\nto = 1950-01-01\n"),
            "16 order_of_dates");
  EXPECT_EQ(faults("[[party]]\nstate = \"FRA\"\ndisputed = \"membership=maybe\"\n"),
            "15 unknown_name");
  EXPECT_EQ(faults("[[party]]\nstate = \"FRA\"\ndisputed = \"moods=bad\"\n"), "15 unknown_name");
  EXPECT_EQ(faults("[[suspension]]\nbetween = \"USA\"\n"), "14 bad_value");
}

TEST_F(ReadTest, FaultsOfArticlesAndAreas) {
  const std::string x = "[[article]]\nlabel = \"x\"\n";
  EXPECT_EQ(faults(x + "duty = \"love\"\n"), "15 bad_value");
  EXPECT_EQ(faults(x + "duty = \"none\"\n"), "13 missing_key");
  EXPECT_EQ(faults(x + "duty = \"fight\"\nadversary = \"martians\"\n"), "16 unknown_state");
  EXPECT_EQ(faults(x + "duty = \"fight\"\npromisors = [\"FRB\"]\n"), "16 unknown_state");
  EXPECT_EQ(faults(x + "duty = \"fight\"\nrequires = \"luck\"\n"), "16 bad_value");
  EXPECT_EQ(faults(x + "duty = \"fight\"\nbeneficiary = \"FRA\"\n"), "16 unknown_key");
  EXPECT_EQ(faults(x + "duty = \"fight\"\nfrom = 1960-01-01\nto = 1950-01-01\n"),
            "17 order_of_dates");
  EXPECT_NE(faults(x + "duty = \"fight\"\narea = \"nowhere\"\n").find("unknown_area"),
            std::string::npos);
  EXPECT_NE(faults(x + "duty = \"fight\"\nkinds = [\"poetry\"]\n").find("unknown_name"),
            std::string::npos);
}

TEST_F(ReadTest, FaultsOfAreas) {
  const auto area = [](const std::string& where) {
    return "[[area]]\nid = \"x\"\nwhere = \"" + where + "\"\n";
  };
  const auto found = [&](const std::string& where) {
    const std::string list = faults(area(where));
    return list.substr(list.find(' ') + 1);
  };
  EXPECT_EQ(faults(area("true") + area("false")), "17 overlap");
  EXPECT_EQ(faults(area("lat >> 5")), "15 predicate");
  EXPECT_EQ(found("elsewhere"), "unknown_area");
  EXPECT_EQ(found("within triangle"), "unknown_area");
  EXPECT_EQ(found("sovereign in martians"), "unknown_name");
  EXPECT_EQ(found("sovereign = FRB"), "unknown_state");
  EXPECT_EQ(found("id = atlantis"), "unknown_place");
  EXPECT_EQ(found("not x"), "predicate");
}

TEST_F(ReadTest, AFaultInAPredicateStandsWhereItIs) {
  const auto agreement = read(std::string(kTop) + std::string(kParty) + std::string(kArticle) +
                              "[[area]]\nid = \"x\"\nwhere = \"lat >> 5\"\n");
  ASSERT_FALSE(agreement);
  EXPECT_EQ(agreement.error()[0].where.column, 15);  // The second `>`; the text begins at 10.
}

TEST_F(ReadTest, EmptyAgreementsAreRefused) {
  EXPECT_EQ(all_faults(std::string(kTop)), "1 missing_key, 1 missing_key");
}

TEST_F(ReadTest, SharedAreasAreKnown) {
  shared.push_back({w.at("everywhere"), parse_predicate("true", w.world.symbols).value(), {}, "", "", {}});
  EXPECT_EQ(faults("[[article]]\nlabel = \"x\"\nduty = \"fight\"\narea = \"everywhere\"\n"), "");
}

TEST_F(ReadTest, Readings) {
  const auto read = [&](std::string_view text) {
    return read_readings(text::parse_toml(text, "readings.toml").value(), w.world.symbols);
  };
  const std::string good =
      "[[reading]]\nid = \"r\"\nquestion = \"Is it so?\"\nvalues = [\"yes\", \"no\"]\n"
      "meanings = [\"so\", \"not so\"]\ndefault = \"no\"\nsource = \"us\"\n";
  const auto readings = read(good);
  ASSERT_TRUE(readings);
  ASSERT_EQ(readings->size(), 1u);
  EXPECT_EQ(w.name(readings->front().fallback), "no");
  EXPECT_EQ(w.names(readings->front().values), "yes no");
  EXPECT_EQ(readings->front().meanings[1], "not so");
  EXPECT_FALSE(read(good + good));
  const auto bad = read("[[reading]]\nid = \"r\"\nquestion = \"?\"\nvalues = [\"yes\"]\n"
                        "meanings = []\ndefault = \"maybe\"\nsource = \"us\"\n");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().size(), 3u);
}

TEST_F(ReadTest, SharedGeography) {
  const auto read = [&](std::string_view text) {
    return read_areas(text::parse_toml(text, "areas.toml").value(), w.world);
  };
  const auto areas = read("[[polygon]]\nid = \"square\"\npoints = [[0, 0], [0, 1], [1, 1.5]]\n"
                          "source = \"us\"\n[[area]]\nid = \"inside\"\nwhere = \"within square\"\n");
  ASSERT_TRUE(areas);
  EXPECT_EQ(areas->size(), 1u);
  ASSERT_EQ(w.world.polygons.back().points.size(), 3u);
  EXPECT_DOUBLE_EQ(w.world.polygons.back().points[2].second, 1.5);
  EXPECT_FALSE(read("[[polygon]]\nid = \"line\"\npoints = [[0, 0], [0, 1]]\nsource = \"us\"\n"));
  EXPECT_FALSE(read("[[polygon]]\nid = \"dust\"\npoints = [[0], [0, 1], 5]\nsource = \"us\"\n"));
}

}  // namespace
}  // namespace entente::treaty
