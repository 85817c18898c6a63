// Goals: values sum to the whole, a coalition is the library without the rest, dummies are worth 0.
#include "inquiry/goals/goals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "inquiry/goals/tables.h"
#include "scenario/reform.h"
#include "treaty/judge.h"

namespace entente::inquiry {
namespace {

using Named = std::map<std::string, double>;

const scenario::Library& reference() {
  static const scenario::Library made = scenario::built_in_library().value();
  return made;
}

scenario::Library library(const std::string& scenario,
                          const std::vector<std::string>& without = {}) {
  return scenario::reform(reference(), scenario, without).value();
}

Result<card::Record> asked(const scenario::Library& of, card::Arguments arguments,
                           int threads = 2) {
  for (const card::Field& field : goals.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name),
                            std::vector<std::string>{std::string(field.fallback)});
  arguments.try_emplace("vary", std::vector<std::string>{"all"});
  entente::Run run;
  run.draws = 16;
  run.threads = threads;
  return goals.run({of, "", arguments, run});
}

double number(const card::Value& value) { return std::get<double>(value); }
const std::string& text(const card::Value& value) { return std::get<std::string>(value); }

std::size_t column(const card::Table& table, const std::string& name) {
  return static_cast<std::size_t>(
      std::ranges::find(table.columns, name, &card::RecordColumn::name) - table.columns.begin());
}

/// A column of `goals` by goal.
Named by_goal(const card::Record& record, const std::string& name) {
  const card::Table& table = *record.find("goals");
  Named found;
  for (const auto& row : table.rows)
    if (const double* value = std::get_if<double>(&row[column(table, name)]))
      found[text(row[0])] = *value;
  return found;
}

/// The sum of a column of `attribution` by goal, of one player where it is named.
Named sums(const card::Record& record, const std::string& name, const std::string& player = "") {
  const card::Table& table = *record.find("attribution");
  Named found;
  for (const auto& row : table.rows)
    if (player.empty() || text(row[1]) == player)
      found[text(row[0])] += number(row[column(table, name)]);
  return found;
}

void expect_sums_to_the_whole(const card::Record& record) {
  const Named whole = by_goal(record, "whole");
  EXPECT_EQ(whole.size(), 10u);
  for (const auto& [goal, all] : whole) {
    EXPECT_NEAR(sums(record, "shapley")[goal], all, 1e-12 * std::max(1.0, 100 * std::abs(all)))
        << goal;
    EXPECT_NEAR(sums(record, "owen")[goal], all, 1e-12 * std::max(1.0, 100 * std::abs(all)))
        << goal;
  }
}

TEST(Goals, ValuesSumToTheWholeByEveryMethod) {
  const auto baltic = library("baltic");
  for (const char* method : {"exact", "sampled"}) {
    const auto record = asked(baltic, {{"method", {method}}, {"player", {"nato", "eu_42_7"}}});
    ASSERT_TRUE(record.has_value());
    expect_sums_to_the_whole(*record);
  }
}

TEST(Goals, SampledOrdersOfTwoAreExact) {
  const auto baltic = library("baltic");
  const card::Arguments players = {{"player", {"nato", "eu_42_7"}}};
  auto sampled = players;
  sampled["method"] = {"sampled"};
  const auto one = asked(baltic, players), other = asked(baltic, sampled);
  ASSERT_TRUE(one && other);
  for (const char* what : {"shapley", "banzhaf", "owen", "left_out"})
    for (const auto& [goal, value] : sums(*one, what, "nato"))
      EXPECT_NEAR(value, sums(*other, what, "nato")[goal], 1e-9) << what << " " << goal;
}

TEST(Goals, LeavingAnAgreementOutOfTheLibraryChangesEveryMeasureByWhatIsToldOfIt) {
  for (const auto& [scenario, agreement] :
       {std::pair("baltic", "nato"), std::pair("korea", "us_korea_1953"),
        std::pair("taiwan", "taiwan_relations_act"), std::pair("gulf", "arab_league_1950")}) {
    const card::Arguments players = {{"player", {agreement}}, {"hub", {"USA"}}};
    const auto with = asked(library(scenario), players);
    ASSERT_TRUE(with.has_value());
    // Someone else has to play where it is gone: one that no measure reads.
    const auto without = asked(library(scenario, {agreement}),
                               {{"player", {"swiss_neutrality_1815"}}, {"hub", {"USA"}}});
    ASSERT_TRUE(without.has_value());
    const Named all = by_goal(*with, "with_all"), none = by_goal(*with, "with_none");
    for (const auto& [goal, value] : by_goal(*without, "with_all")) {
      EXPECT_NEAR(none.at(goal), value, 1e-9) << scenario << " " << goal;
      EXPECT_NEAR(sums(*with, "shapley")[goal], all.at(goal) - value, 1e-9)
          << scenario << " " << goal;
    }
  }
}

TEST(Goals, ACoalitionIsTheLibraryWithoutTheRestForEveryAgreementThatMovesForces) {
  const scenario::Library& all = reference();
  const auto promises = treaty::commitments_on(all.law, all.world, all.world.day, all.readings);
  card::Arguments arguments;
  const entente::Run run;
  const auto players = choose_players({all, "", arguments, run}, promises);
  ASSERT_TRUE(players.has_value());
  const auto stage = Stage::make(all, arguments, *players, promises);
  ASSERT_TRUE(stage.has_value());
  const auto moves = (*stage)->moves_forces(players->size());
  std::size_t tried = 0;
  for (std::size_t i = 0; i < players->size(); ++i) {
    const std::string& name = players->names[i];
    // Enough of the many that are alike.
    if (moves[i] == 0 || (name.ends_with("_ukraine_2024") && name != "us_ukraine_2024")) continue;
    ++tried;
    Members members(players->size(), 1);
    members[i] = 0;
    (*stage)->keep(members);
    const auto gone = library("", {name});
    const auto other = Stage::make(gone, arguments, {}, {});
    ASSERT_TRUE(other.has_value()) << name;
    const auto numbers = [&](const Stage& of, const scenario::Library& from) {
      return campaign::numbers_of(of.question().situation, of.question().premises,
                                  from.world.symbols, {1, 3});
    };
    const auto kept = numbers(**stage, all), left = numbers(**other, gone);
    EXPECT_EQ(kept.theta, left.theta) << name;
    EXPECT_EQ(kept.share, left.share) << name;
    const auto &here = (*stage)->question().situation, &there = (*other)->question().situation;
    ASSERT_EQ(here.holds.size(), there.holds.size());
    for (std::size_t h = 0; h < here.holds.size(); ++h)
      EXPECT_EQ(here.holds[h].linked, there.holds[h].linked) << name << " " << h;
    ASSERT_EQ((*stage)->attackers().size(), (*other)->attackers().size());
    for (std::size_t q = 0; q < (*stage)->attackers().size(); ++q) {
      EXPECT_EQ((*stage)->attackers()[q].pact, (*other)->attackers()[q].pact) << name;
      EXPECT_EQ((*stage)->attackers()[q].umbrellas, (*other)->attackers()[q].umbrellas) << name;
    }
  }
  EXPECT_GE(tried, 10u);
}

TEST(Goals, WhoseTextNobodyReadsIsWorthNothing) {
  const auto record = asked(library("korea"), {{"player", {"swiss_neutrality_1815", "nato"}}});
  ASSERT_TRUE(record.has_value());
  for (const auto& row : record->find("attribution")->rows)
    EXPECT_NE(text(row[1]), "swiss_neutrality_1815") << text(row[0]);
  const card::Table& audit = *record->find("audit");
  bool told = false;
  for (const auto& row : audit.rows)
    if (row[0] == card::Value(std::string("swiss_neutrality_1815")))
      told = text(row[column(audit, "reading")]) == "serves no goal that is measured";
  EXPECT_TRUE(told);
}

TEST(Goals, MembersShareWhatTheirAllianceAdds) {
  const auto korea = library("korea");
  const auto record = asked(korea, {{"players", {"members"}}, {"of", {"us_korea_1953"}}});
  ASSERT_TRUE(record.has_value());
  expect_sums_to_the_whole(*record);
  // A pact of two needs both: they share alike.
  for (const auto& [goal, value] : sums(*record, "shapley", "KOR"))
    EXPECT_NEAR(value, sums(*record, "shapley", "USA")[goal], 1e-9) << goal;
}

TEST(Goals, LeversAreAttributedTogether) {
  const auto record =
      asked(library("baltic"),
            {{"players", {"levers"}}, {"player", {"prepos_baltic_3", "permanent_brigade_baltic"}}});
  ASSERT_TRUE(record.has_value());
  expect_sums_to_the_whole(*record);
}

TEST(Goals, TheSameForAnyNumberOfThreads) {
  const auto gulf = library("gulf");
  const auto one = asked(gulf, {{"method", {"sampled"}}, {"orders", {"2"}}, {"of", {"KWT"}}}, 1);
  const auto three = asked(gulf, {{"method", {"sampled"}}, {"orders", {"2"}}, {"of", {"KWT"}}}, 3);
  ASSERT_TRUE(one && three);
  for (std::size_t t = 0; t < one->tables.size(); ++t)
    EXPECT_EQ(one->tables[t].rows, three->tables[t].rows) << one->tables[t].name;
}

std::string fault(card::Arguments arguments) {
  const auto made = asked(library("korea"), std::move(arguments));
  return made ? "" : to_text(made.error().front());
}

TEST(Goals, WhatCannotBeAskedIsAFault) {
  EXPECT_NE(fault({{"players", {"members"}}, {"of", {"natto"}}}).find("did you mean `nato`"),
            std::string::npos);
  EXPECT_NE(fault({{"of", {"ATLANTIS"}}}).find("no state `ATLANTIS`"), std::string::npos);
  EXPECT_NE(fault({{"player", {"natoo"}}}).find("did you mean `nato`"), std::string::npos);
  EXPECT_NE(fault({{"players", {"members"}}, {"of", {"soviet_dprk_1949"}}}).find("no two members"),
            std::string::npos);
  EXPECT_NE(fault({{"players", {"levers"}}}).find("no lever was named"), std::string::npos);
  EXPECT_NE(fault({{"players", {"members"}}, {"method", {"exact"}}}).find("too many to enumerate"),
            std::string::npos);
}

TEST(Goals, ADisplacedGoalGetsLittleFromWhoCostsMuch) {
  const auto record = asked(library("baltic"),
                            {{"displaced_above", {"5"}}, {"player", {"nato", "eu_42_7", "anzus"}}});
  ASSERT_TRUE(record.has_value());
  const card::Table& audit = *record->find("audit");
  for (const auto& row : audit.rows) {
    const card::Value& told = row[column(audit, "displaced")];
    if (told.index() == 0) continue;
    const bool is =
        number(row[column(audit, "share")]) < 5 && number(row[column(audit, "cost_share")]) > 5;
    EXPECT_EQ(std::get<bool>(told), is);
  }
}

TEST(Goals, trade_stops_where_somebody_attacks_and_only_there) {
  const scenario::Library taiwan = library("taiwan");
  campaign::TradeKept kept(taiwan, {});
  const double attacked = kept.under({"taiwan"});
  ASSERT_LT(attacked, 90);
  std::set<double> seen;
  for (const char* loss : {"0.3", "2"})
    for (const char* cost : {"0.05", "0.6"}) {
      const auto record = asked(taiwan, {{"player", {"taiwan_relations_act"}},
                                         {"loss", {loss}},
                                         {"cost", {cost}},
                                         {"vary", {"none"}}});
      ASSERT_TRUE(record) << to_text(record.error().front());
      for (const char* side : {"with_all", "with_none"}) {
        auto goal = by_goal(*record, side);
        EXPECT_DOUBLE_EQ(goal["economic_stability"], goal["deter"] == 100 ? 100 : attacked)
            << loss << " " << cost << " " << side;
        seen.insert(goal["economic_stability"]);
      }
      auto whole = by_goal(*record, "whole");
      EXPECT_NEAR(sums(*record, "shapley")["economic_stability"], whole["economic_stability"],
                  1e-9);
    }
  EXPECT_EQ(seen, (std::set<double>{attacked, 100})) << "peace and war were both tried";
}

TEST(Goals, doubt_in_whoever_promised_moves_what_promises_assure) {
  const auto record = asked(library("korea"), {{"player", {"us_korea_1953"}}});
  ASSERT_TRUE(record) << to_text(record.error().front());
  const card::Table& moves = *record->find("moves");
  std::map<std::string, std::size_t> rows;
  std::map<std::string, double> last, assured;
  for (const auto& row : moves.rows) {
    const std::string& goal = text(row[0]);
    EXPECT_LE(++rows[goal], 10u);
    last.try_emplace(goal, 1e300);
    EXPECT_LE(std::abs(number(row[8])), last[goal]) << goal << ": " << text(row[1]);
    last[goal] = std::abs(number(row[8]));
    if (goal == "assure") assured[text(row[1])] = number(row[8]);
  }
  EXPECT_GT(assured["reliability of USA"], 0);
  EXPECT_GT(rows["cost"], 0u);
  const auto still = asked(library("korea"), {{"player", {"us_korea_1953"}}, {"vary", {"none"}}});
  ASSERT_TRUE(still);
  EXPECT_TRUE(still->find("moves")->rows.empty());
}

}  // namespace
}  // namespace entente::inquiry
