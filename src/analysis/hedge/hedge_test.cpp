// The record on hedging: policy, thresholds, gates, baselines, and what it refuses.
#include "analysis/hedge/hedge.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "analysis/hedge/sweep.h"
#include "campaign/test_scenario.h"
#include "campaign/test_stopped.h"
#include "domestic/gates.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;
using campaign::test::reformed;

struct Ask {
  std::string state = "KOR";
  card::Arguments arguments = {};
  std::int64_t draws = 0;
  int threads = 0;
};

Result<card::Record> answer(const scenario::Library& asked, Ask ask, const entente::Run& run) {
  for (const card::Field& field : hedge.card.fields)
    if (!field.fallback.empty())
      ask.arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  ask.arguments.try_emplace("vary", std::vector<std::string>{ask.draws > 0 ? "all" : "none"});
  return hedge.run({asked, ask.state, ask.arguments, run});
}

Result<card::Record> answer(const scenario::Library& asked, const Ask& ask) {
  entente::Run run;
  run.draws = ask.draws;
  run.threads = ask.threads;
  return answer(asked, ask, run);
}

card::Record record_of(const Ask& ask, const scenario::Library& asked = reference()) {
  auto record = answer(asked, ask);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

std::string refused(const Ask& ask, const scenario::Library& asked = reference()) {
  const auto record = answer(asked, ask);
  std::string all;
  if (!record)
    for (const Error& fault : record.error()) all += to_text(fault) + "\n";
  return all;
}

/// The rows of a table as values by column name.
using Rows = std::vector<std::map<std::string, card::Value, std::less<>>>;
Rows rows_of(const card::Record& record, std::string_view name) {
  Rows rows;
  const card::Table* table = record.find(name);
  if (table == nullptr) {
    ADD_FAILURE() << "no table " << name;
    return rows;
  }
  for (const auto& row : table->rows) {
    rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) rows.back()[table->columns[i].name] = row[i];
  }
  return rows;
}

double number(const card::Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}
std::string text(const card::Value& value) { return std::get<std::string>(value); }
bool none(const card::Value& value) { return std::holds_alternative<std::monostate>(value); }

/// A row by option.
const Rows::value_type& of_option(const Rows& rows, std::string_view option) {
  for (const auto& row : rows)
    if (text(row.at("option")) == option) return row;
  throw std::out_of_range(std::string(option));
}

TEST(Hedge, MapsEveryYearAndBelief) {
  const card::Record record = record_of({});
  EXPECT_TRUE(record.exact);
  const Rows policy = rows_of(record, "policy");
  ASSERT_EQ(policy.size(), kBeliefs * 15);
  std::set<double> beliefs;
  for (const auto& row : policy) beliefs.insert(number(row.at("belief")));
  EXPECT_EQ(beliefs.size(), kBeliefs);
  EXPECT_EQ(number(policy.front().at("year")), 2026);
  EXPECT_EQ(number(policy.back().at("year")), 2040);
  for (const auto& row : policy) {
    EXPECT_TRUE(none(row.at("same")));
    EXPECT_LE(number(row.at("reliability_left")), number(row.at("belief")));
  }
  for (const char* table : {"thresholds", "alone", "gates", "options"})
    EXPECT_EQ(rows_of(record, table).size(), 10u) << table;
}

TEST(Hedge, LooksAtEveryOptionWhereGatesAreIgnored) {
  const card::Record record =
      record_of({.arguments = {{"gates", {"ignored"}}, {"budget", {"50"}}, {"years", {"10"}}}});
  for (const auto& row : rows_of(record, "thresholds")) EXPECT_TRUE(std::get<bool>(row.at("open")));
  EXPECT_GT(number(rows_of(record, "guarantor").front().at("states")), 50000);
}

TEST(Hedge, TheBestPlanBeatsTheNaiveOnes) {
  for (const char* state : {"KOR", "DEU", "TWN", "SAU"}) {
    const card::Record record = record_of({.state = state});
    for (const auto& row : rows_of(record, "values")) {
      EXPECT_GE(number(row.at("gain")), 0) << state;
      EXPECT_NEAR(number(row.at("gain")), number(row.at("nothing")) - number(row.at("best")), 1e-6);
      EXPECT_GE(number(row.at("gain")), number(row.at("gain_spend")) - 1e-9) << state;
    }
    for (const auto& row : rows_of(record, "regret"))
      EXPECT_GE(number(row.at("regret")), 0) << state << text(row.at("plan"));
    double before = 0;
    for (const auto& row : rows_of(record, "waiting")) {
      if (!std::get<bool>(row.at("own_belief"))) break;
      EXPECT_GE(number(row.at("lost")), before) << state << ": waiting longer costs no less";
      before = number(row.at("lost"));
    }
  }
}

TEST(Hedge, RegretIsNothingWhereThePlanIsTheBestOne) {
  const card::Record record = record_of({.state = "DEU", .arguments = {{"pessimism", {"0.5"}}}});
  // At the ends of the lattice there is no doubt, so the plan is for what is true.
  for (const auto& row : rows_of(record, "regret"))
    if (text(row.at("plan")) == "best" &&
        number(row.at("planned_at")) == number(row.at("true_belief")) &&
        (number(row.at("true_belief")) == 0 || number(row.at("true_belief")) == 1)) {
      EXPECT_EQ(number(row.at("regret")), 0);
    }
}

TEST(Hedge, TakesTheGuarantorFromTheLaw) {
  const auto guarantor = [](const char* state, card::Arguments arguments = {}) {
    return rows_of(record_of({.state = state, .arguments = std::move(arguments)}), "guarantor")
        .front();
  };
  EXPECT_EQ(text(guarantor("EST").at("guarantor")), "USA");
  EXPECT_EQ(text(guarantor("EST").at("agreement")), "nato");
  EXPECT_EQ(text(guarantor("BLR").at("guarantor")), "RUS");
  EXPECT_EQ(text(guarantor("TWN").at("duty")), "supply");
  EXPECT_EQ(text(guarantor("UKR").at("guarantor")), "USA");
  EXPECT_EQ(text(guarantor("UKR").at("duty")), "consult");
  EXPECT_EQ(text(guarantor("EST", {{"patron", {"FRA"}}}).at("guarantor")), "FRA");
  EXPECT_TRUE(none(guarantor("IND", {{"patron", {"USA"}}}).at("agreement")));
  EXPECT_NEAR(number(guarantor("IND", {{"patron", {"USA"}}}).at("reliability")), 0.2, 1e-12);
  EXPECT_EQ(number(guarantor("EST", {{"belief", {"0.25"}}}).at("reliability")), 0.25);
  EXPECT_EQ(text(guarantor("KOR").at("strengths")), "korea");
  EXPECT_EQ(text(guarantor("KOR", {{"strengths", {"assumed"}}}).at("strengths")), "assumed");
  const auto taiwan = guarantor("TWN");
  EXPECT_GT(number(taiwan.at("lost_alone")), number(taiwan.at("lost_with")));
}

TEST(Hedge, ClassesStandForStatesWithoutRowsAndTheLeftOutGuarantorForNone) {
  const card::Record record = record_of({.state = "LVA"});
  EXPECT_EQ(text(rows_of(record, "options").front().at("rows_of")), "class_baltic");
  const auto without = reformed("[scenario]\nname = \"t\"\nbase = \"baltic\"\n", {"USA"});
  ASSERT_TRUE(without);
  const card::Record left = record_of({.state = "LVA"}, *without);
  EXPECT_NE(text(rows_of(left, "guarantor").front().at("guarantor")), "USA");
}

TEST(Hedge, OpinionClosesOptionsAndThreatOpensThem) {
  const auto gate = [](const char* state, const char* option, const char* threat) {
    return of_option(
        rows_of(record_of({.state = state, .arguments = {{"threat", {threat}}}}), "gates"), option);
  };
  const auto calm = gate("POL", "conscription", "0");
  EXPECT_NEAR(number(calm.at("needed")), 0.5, 1e-12);
  const auto sharing = gate("DEU", "nuclear_sharing", "0");
  EXPECT_FALSE(std::get<bool>(sharing.at("open")));
  EXPECT_EQ(text(sharing.at("because")), "opinion");
  EXPECT_NEAR(number(sharing.at("opens_at")), 0.14 / 0.2, 1e-9);
  EXPECT_TRUE(std::get<bool>(gate("DEU", "nuclear_sharing", "0.71").at("open")));
  EXPECT_FALSE(std::get<bool>(gate("DEU", "nuclear_sharing", "0.69").at("open")));
  const auto never = gate("EST", "arsenal", "1");
  EXPECT_FALSE(std::get<bool>(never.at("open")));
  EXPECT_EQ(text(never.at("because")), "not a practical option for this state");
  const auto armed = gate("PAK", "arsenal", "1");
  EXPECT_EQ(text(armed.at("because")), "has nuclear weapons already");
}

TEST(Hedge, GatesOfTheTableAreThoseOfDomesticPolitics) {
  for (const world::HedgeOption& one : reference().world.hedge_options) {
    const std::string& gate = reference().world.symbols.name(one.gate);
    const domestic::Decision* decision = domestic::find_decision(gate);
    ASSERT_NE(decision, nullptr) << gate;
    const auto regime = one.democracy ? domestic::Regime::democracy : domestic::Regime::other;
    EXPECT_NEAR(one.gate_needed, domestic::gate(regime, *decision, domestic::Gates{}), 1e-12);
  }
}

TEST(Hedge, AnArsenalCostsTheGuarantor) {
  const card::Record record = record_of({.arguments = {{"gates", {"ignored"}},
                                                       {"begun", {"arsenal:2"}},
                                                       {"belief", {"0.8"}},
                                                       {"years", {"8"}}}});
  const Rows alliance = rows_of(record, "alliance");
  EXPECT_NEAR(number(alliance.front().at("nothing")), 0.8 * 0.75, 1e-12);
  for (const auto& row : alliance)
    EXPECT_LE(number(row.at("plan")), number(row.at("nothing")) + 1e-12);
}

TEST(Hedge, AUnawarePlanLeavesNoMoreOfTheAlliance) {
  const card::Record record =
      record_of({.state = "DEU",
                 .arguments = {{"gates", {"ignored"}}, {"belief", {"0.3"}}, {"years", {"10"}}}});
  const auto last = rows_of(record, "alliance").back();
  EXPECT_LE(number(last.at("unaware")), number(last.at("plan")) + 1e-12);
  EXPECT_LT(number(last.at("unaware")), number(last.at("nothing")));
}

TEST(Hedge, AccommodationIsSeenFromWeaknessAndFromStrength) {
  const card::Record record = record_of({.state = "TWN"});
  const Rows rows = rows_of(record, "accommodation");
  ASSERT_EQ(rows.size(), kBeliefs);
  for (const auto& row : rows)
    EXPECT_LT(number(row.at("chance_strong")), number(row.at("chance_weak")));
}

TEST(Hedge, HasSpreadsOverWorldsWhateverTheThreads) {
  const auto with = [](int threads) {
    const card::Record record = record_of({.draws = 6, .threads = threads});
    EXPECT_FALSE(record.exact);
    EXPECT_EQ(record.provenance.draws, 6);
    std::vector<std::vector<std::vector<card::Value>>> rows;
    for (const card::Table& table : record.tables) rows.push_back(table.rows);
    for (const auto& row : rows_of(record, "values"))
      EXPECT_LE(number(row.at("gain_p05")), number(row.at("gain_p95")));
    EXPECT_NE(record.finding.find("over facts and assumptions"), std::string::npos);
    return rows;
  };
  EXPECT_EQ(with(1), with(3));
}

TEST(Hedge, AsksAllProtectedStates) {
  const card::Record record = record_of({.state = "all", .arguments = {{"years", {"4"}}}});
  std::set<std::string> states;
  for (const auto& row : rows_of(record, "guarantor")) {
    states.insert(text(row.at("state")));
    EXPECT_NE(text(row.at("guarantor")), text(row.at("state")));
  }
  EXPECT_GT(states.size(), 40u);
  EXPECT_FALSE(states.contains("USA"));
  EXPECT_TRUE(states.contains("LVA"));
}

TEST(Hedge, NeedsNoContingencyButTheTable) {
  const auto made = reformed("[scenario]\nname = \"calm\"\nempty = true\n");
  ASSERT_TRUE(made);
  EXPECT_NE(refused({}, *made).find("this scenario has no table of them"), std::string::npos);
  EXPECT_NE(refused({.state = "all"}, *made).find("no state of this scenario"), std::string::npos);
}

TEST(Hedge, ALeverMovesItsAssumptionsAsAFlagDoes) {
  const auto moved = reformed(
      "[scenario]\nname = \"impatient\"\n[[lever]]\ncard = \"assume\"\nname = \"discount\"\n"
      "value = 0.9\nvalue_low = 0.9\nvalue_high = 0.9\n");
  ASSERT_TRUE(moved) << to_text(moved.error().front());
  const card::Record by_lever = record_of({}, *moved);
  const card::Record by_flag = record_of({.arguments = {{"discount", {"0.9"}}}});
  EXPECT_TRUE(by_lever.find("values")->rows == by_flag.find("values")->rows);
  EXPECT_FALSE(by_lever.find("values")->rows == record_of({}).find("values")->rows);
}

TEST(Hedge, RefusesWhatItDoesNotKnow) {
  EXPECT_NE(refused({.state = "KRO"}).find("did you mean `KOR`?"), std::string::npos);
  EXPECT_NE(refused({.state = "czechoslovakia"}).find("was no state on 2026-07-01"),
            std::string::npos);
  EXPECT_NE(refused({.state = "USA"}).find("USA has no hedging options"), std::string::npos);
  EXPECT_NE(refused({.state = "IND"}).find("there is no guarantor to doubt"), std::string::npos);
  EXPECT_NE(refused({.arguments = {{"patron", {"KOR"}}}}).find("its own guarantor"),
            std::string::npos);
  EXPECT_NE(refused({.arguments = {{"patron", {"UAS"}}}}).find("unknown_state"), std::string::npos);
  const std::string budget = refused({.arguments = {{"begun", {"spend:0"}}, {"budget", {"0.5"}}}});
  EXPECT_NE(budget.find("is below what is already committed"), std::string::npos) << budget;
}

TEST(Hedge, AFigureAmongWorldsIsThatOfThoseThatHaveIt) {
  const std::vector<std::vector<double>> rows = {{0.2, 1}, {9, 0}, {0.4, 1}, {0.6, 1}};
  const solve::Estimate found = among(rows, 0, 1);
  EXPECT_NEAR(found.mean, 0.4, 1e-12);
  EXPECT_NEAR(found.high - found.mean, 1.6448536 * 0.2 / std::sqrt(3.0), 1e-6);
  EXPECT_EQ(found.p05, 0.2);
  EXPECT_EQ(found.p95, 0.6);
}

TEST(Hedge, OfARunThatIsStoppedKeepsTheWorldsThereAre) {
  const auto asked = [](const entente::Run& how) {
    auto record = answer(reference(), {.draws = 20}, how);
    EXPECT_TRUE(record);
    return record ? *record : card::Record{};
  };
  entente::Run run;
  run.draws = 20;
  const card::Record some = campaign::test::stopped_at(0.6, run, asked);
  campaign::test::expect_stopped(some, 20);
  run.draws = some.provenance.draws;
  const card::Record whole = asked(run);
  EXPECT_FALSE(whole.partial);
  EXPECT_EQ(some.finding, whole.finding);
  for (const card::Table& table : whole.tables)
    EXPECT_EQ(some.find(table.name)->rows, table.rows) << table.name;
}

TEST(Hedge, OfAllStatesThatAreStoppedKeepsWholeOnes) {
  const auto asked = [](const entente::Run& how) {
    auto record =
        answer(reference(), {.state = "all", .arguments = {{"years", {"3"}}}, .draws = 2}, how);
    EXPECT_TRUE(record);
    return record ? *record : card::Record{};
  };
  entente::Run run;
  run.draws = 2;
  const card::Record some = campaign::test::stopped_at(0.5, run, asked), whole = asked(run);
  EXPECT_TRUE(some.partial);
  EXPECT_FALSE(whole.partial);
  EXPECT_EQ(some.provenance.draws, 2);
  const auto& kept = some.find("guarantor")->rows;
  const auto& all = whole.find("guarantor")->rows;
  ASSERT_GE(kept.size(), 2u);
  ASSERT_LT(kept.size(), all.size());
  EXPECT_EQ(some.notices.back(), "Stopped before its end: " + std::to_string(kept.size()) + " of " +
                                     std::to_string(all.size()) +
                                     " states; what would have come after them is left out.");
  for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(kept[i], all[i]);
}

TEST(HedgeTrade, IgnoredUnlessAsked) {
  const auto record = record_of({.state = "TWN"});
  EXPECT_TRUE(record.find("trade")->rows.empty());
}

TEST(HedgeTrade, AddsWhatIsAtRiskToTheCostOfAnAttack) {
  const auto record = record_of({.state = "TWN", .arguments = {{"trade", {"counted"}}}});
  const auto& row = record.find("trade")->rows.at(0);
  const auto figure = [&](std::size_t i) { return std::get<double>(row[i]); };
  EXPECT_EQ(std::get<std::string>(row[1]), "taiwan");
  EXPECT_GT(figure(2), 0);
  // Half of GDP is traded, .3 of what does not come is lost, for one year.
  EXPECT_NEAR(figure(3), figure(2) * 0.5 * 0.3 * 1, 1e-12);
  // It is the same as a dearer attack, and protection is worth more by it.
  EXPECT_GT(figure(13), figure(14));
  const auto dearer =
      record_of({.state = "TWN", .arguments = {{"war_cost", {std::to_string(50 + figure(3))}}}});
  const auto plain = record_of({.state = "TWN"});
  const auto own_gain = [](const card::Record& one) {
    for (const auto& line : one.find("values")->rows)
      if (std::get<bool>(line[2])) return std::get<double>(line[5]);
    return 0.0;
  };
  EXPECT_NEAR(own_gain(dearer), figure(13), 1e-5);
  EXPECT_NEAR(own_gain(plain), figure(14), 1e-9);
  EXPECT_NEAR(own_gain(record), figure(13), 1e-9);
}

TEST(HedgeTrade, LongerClosureCostsMoreAndWorldsAreDrawn) {
  const auto longer =
      record_of({.state = "TWN", .arguments = {{"trade", {"counted"}}, {"trade_years", {"2"}}}});
  const auto drawn = record_of({.state = "TWN", .arguments = {{"trade", {"counted"}}}, .draws = 8});
  const auto& row = drawn.find("trade")->rows.at(0);
  EXPECT_NEAR(std::get<double>(longer.find("trade")->rows.at(0)[3]), 2 * std::get<double>(row[3]),
              1e-9);
  EXPECT_LT(std::get<double>(row[7]), std::get<double>(row[8]));
}

TEST(HedgeTrade, NothingWhereNoAttackIsModelled) {
  scenario::Library library = reference();
  library.world.corridors.clear();
  const auto record = record_of({.state = "TWN", .arguments = {{"trade", {"counted"}}}}, library);
  const auto& row = record.find("trade")->rows.at(0);
  EXPECT_EQ(std::get<double>(row[3]), 0);
  EXPECT_FALSE(std::get<bool>(row[11]));
}

}  // namespace
}  // namespace entente::analysis
