// The record on entrapment: what it reads off the law, what it works out, and what it refuses.
#include "analysis/entrapment/entrapment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "campaign/test_scenario.h"
#include "campaign/test_stopped.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;
using campaign::test::reformed;

struct Ask {
  card::Arguments arguments = {};
  std::string vary = "none";
  std::int64_t draws = 0;
  int threads = 1;
};

/// Asks as the catalogue does: with the defaults of the card.
Result<card::Record> answer(const scenario::Library& asked, Ask ask, const entente::Run& run) {
  for (const card::Field& field : entrapment.card.fields)
    if (!field.fallback.empty())
      ask.arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  ask.arguments["vary"] = {ask.vary};
  return entrapment.run({asked, "", ask.arguments, run});
}

Result<card::Record> answer(const scenario::Library& asked, const Ask& ask) {
  entente::Run run;
  run.draws = ask.draws;
  run.threads = ask.threads;
  return answer(asked, ask, run);
}

card::Record record_of(const scenario::Library& asked, const Ask& ask = {}) {
  auto record = answer(asked, ask);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

std::string refused(const scenario::Library& asked, const Ask& ask = {}) {
  const auto record = answer(asked, ask);
  std::string all;
  if (!record)
    for (const Error& fault : record.error()) all += to_text(fault) + "\n";
  return all;
}

/// Cells of one row, by column.
class Row {
 public:
  Row(const card::Record& record, std::string_view table, const std::vector<std::string>& holds)
      : table_(*record.find(table)) {
    for (const auto& row : table_.rows) {
      const auto has = [&](const std::string& word) {
        return std::ranges::find(row, card::Value(word)) != row.end();
      };
      if (row_ == nullptr && std::ranges::all_of(holds, has)) row_ = &row;
    }
    if (row_ == nullptr) throw std::runtime_error("no such row in " + std::string(table));
  }

  const card::Value& cell(std::string_view column) const {
    const auto at = std::ranges::find(table_.columns, column, &card::RecordColumn::name);
    return row_->at(static_cast<std::size_t>(at - table_.columns.begin()));
  }
  double number(std::string_view column) const { return std::get<double>(cell(column)); }
  bool yes(std::string_view column) const { return std::get<bool>(cell(column)); }
  std::string text(std::string_view column) const { return std::get<std::string>(cell(column)); }

 private:
  const card::Table& table_;
  const std::vector<card::Value>* row_ = nullptr;
};

/// The reference with an article of an agreement rewritten.
scenario::Library rewritten(const std::string& agreement, const std::string& label,
                            const std::function<void(treaty::Article&)>& change) {
  scenario::Library library = reference();
  for (treaty::Agreement& one : library.law.agreements) {
    if (library.world.symbols.name(one.id) != agreement) continue;
    for (treaty::Article& article : one.articles)
      if (library.world.symbols.name(article.label) == label) change(article);
  }
  return library;
}

TEST(Entrapment, ReadsTheNorthAtlanticTreatyByItsText) {
  const card::Record record = record_of(reference());
  const Row clause(record, "clauses", {"baltic", "USA", "nato", "art5"});
  EXPECT_EQ(clause.text("on_own_attack"), "not: attacker_is_party");
  EXPECT_EQ(clause.text("on_blow_back"), "art5");
  EXPECT_EQ(clause.text("on_provocation"), "art5");
  EXPECT_TRUE(clause.yes("attacked"));
  EXPECT_FALSE(clause.yes("not_first"));
  EXPECT_EQ(clause.text("benson"), "probabilistic_deterrent");
}

TEST(Entrapment, TheReadingOfSelfDefenceClosesTheBlowStruckBack) {
  const auto library = reformed(
      "[scenario]\nname = \"purpose\"\nbase = \"reference_2026\"\n"
      "[readings]\nself_defence_triggers_ally = \"purpose\"\n");
  ASSERT_TRUE(library) << to_text(library.error().front());
  const card::Record record = record_of(*library);
  const Row clause(record, "clauses", {"baltic", "USA", "nato"});
  EXPECT_EQ(clause.text("on_blow_back"), "not: self_defence");
  EXPECT_TRUE(clause.yes("not_first"));
}

TEST(Entrapment, WhoeverBeganMakesAClauseUnconditional) {
  const auto library = rewritten("us_korea_1953", "art3", [](treaty::Article& article) {
    article.trigger = treaty::Trigger::war;
    article.area = {};  // The protégé's war is fought on the challenger's soil.
  });
  const card::Record record = record_of(library), before = record_of(reference());
  const Row clause(record, "clauses", {"korea", "USA", "us_korea_1953"});
  EXPECT_EQ(clause.text("on_own_attack"), "art3");
  EXPECT_EQ(clause.text("benson"), "unconditional_deterrent");
  EXPECT_FALSE(clause.yes("attacked"));
  const Row window(record, "windows", {"korea", "USA", "us_korea_1953"});
  const Row bounds(record, "bounds", {"korea", "USA", "us_korea_1953"});
  EXPECT_FALSE(window.yes("conditional"));
  EXPECT_DOUBLE_EQ(window.number("to"), bounds.number("emboldens"));
  const Row old(before, "windows", {"korea", "USA", "us_korea_1953"});
  EXPECT_DOUBLE_EQ(window.number("from"), old.number("from"));
  EXPECT_GT(old.number("to"), window.number("to"));
}

TEST(Entrapment, AClauseForTheUnprovokedAloneIsSilentOnProvocation) {
  const auto library = rewritten("us_korea_1953", "art3",
                                 [](treaty::Article& article) { article.unprovoked = true; });
  const card::Record record = record_of(library, {.arguments = {{"condition", {"unprovoked"}}}});
  const Row clause(record, "clauses", {"korea", "USA", "us_korea_1953"});
  EXPECT_EQ(clause.text("on_provocation"), "not: provoked");
  EXPECT_TRUE(clause.yes("unprovoked"));
  EXPECT_TRUE(Row(record, "windows", {"korea", "USA", "us_korea_1953"}).yes("conditional"));
  EXPECT_FALSE(Row(record, "windows", {"baltic", "USA", "nato"}).yes("conditional"));
}

TEST(Entrapment, WhatServesAnAttackIsCompellent) {
  scenario::Library library = reference();
  const Symbol label = library.world.symbols.intern("joint_offensive");
  for (treaty::Agreement& one : library.law.agreements)
    if (library.world.symbols.name(one.id) == "us_korea_1953") {
      treaty::Article offence = one.articles.front();
      offence.label = label;
      offence.trigger = treaty::Trigger::own_attack;
      offence.area = {};
      one.articles.push_back(offence);
    }
  const card::Record record = record_of(library);
  const Row clause(record, "clauses", {"korea", "USA", "art3"});
  EXPECT_EQ(clause.text("on_own_attack"), "joint_offensive");
  EXPECT_EQ(clause.text("benson"), "unconditional_compellent");
}

TEST(Entrapment, WindowsAreMadeOfTheirBounds) {
  const card::Record record = record_of(reference());
  EXPECT_TRUE(record.exact);
  const card::Table& windows = *record.find("windows");
  ASSERT_GT(windows.rows.size(), 20u);
  for (const auto& cells : windows.rows) {
    const auto word = [&](std::size_t i) { return std::get<std::string>(cells[i]); };
    const std::vector<std::string> key{word(0), word(3), word(4), word(5)};
    const Row window(record, "windows", key), bounds(record, "bounds", key);
    EXPECT_NEAR(window.number("from"), std::max(0.0, bounds.number("deters")), 1e-12);
    EXPECT_NEAR(window.number("to"),
                std::min(bounds.number("credible"), 1 - bounds.number("alone")), 1e-12);
    const double now = window.number("now");
    EXPECT_GE(now, -1e-9);
    EXPECT_LE(now, Row(record, "firmness", key).number("full") + 1e-9);
  }
}

TEST(Entrapment, PromisesOfAnAgreementAddMoreTogether) {
  const card::Record record = record_of(reference());
  EXPECT_GT(Row(record, "windows", {"baltic", "all", "nato"}).number("now"),
            Row(record, "windows", {"baltic", "USA", "nato"}).number("now"));
}

TEST(Entrapment, WhoHasAlternativesDependsLess) {
  const card::Record record = record_of(reference());
  const card::Table& dilemma = *record.find("dilemma");
  ASSERT_FALSE(dilemma.rows.empty());
  for (std::size_t i = 0; i < dilemma.rows.size(); ++i) {
    const Row row(
        record, "dilemma",
        {std::get<std::string>(dilemma.rows[i][0]), std::get<std::string>(dilemma.rows[i][2])});
    EXPECT_NEAR(row.number("dependence"), row.number("need") / (1 + row.number("others")), 1e-12);
    EXPECT_GE(row.number("commitment"), 0);
    EXPECT_LE(row.number("commitment"), 1);
  }
  EXPECT_GT(Row(record, "dilemma", {"taiwan", "USA"}).number("dependence"),
            Row(record, "dilemma", {"korea", "USA"}).number("dependence"));
}

TEST(Entrapment, GatesAreThoseOfTheRegime) {
  const card::Record record = record_of(reference());
  const Row usa(record, "domestic", {"USA"}), tur(record, "domestic", {"TUR"});
  EXPECT_EQ(usa.text("regime"), "democracy");
  EXPECT_DOUBLE_EQ(usa.number("gate"), 0.45);
  EXPECT_EQ(tur.text("regime"), "other");
  EXPECT_DOUBLE_EQ(tur.number("gate"), 0.2);
  // .55 and a rally of .1 and threat .2 x .5; later 2000 casualties and a faded rally.
  EXPECT_NEAR(usa.number("support"), 0.75, 1e-12);
  EXPECT_NEAR(usa.number("support_after"), 0.65 + 0.1 * std::exp2(-1.5) - 0.15 * std::log10(20),
              1e-9);
}

TEST(Entrapment, ARangeOfTheScenarioReplacesThatOfTheField) {
  const auto library = reformed(
      "[scenario]\nname = \"content\"\nbase = \"reference_2026\"\nsets = [[\"korea\"]]\n"
      "[uncertainty]\nrevision_gain = [0.01, 0.02]\n");
  ASSERT_TRUE(library) << to_text(library.error().front());
  const card::Record record = record_of(*library, {.vary = "all", .draws = 16});
  const Row row(record, "assumptions", {"revision_gain"});
  EXPECT_DOUBLE_EQ(row.number("low"), 0.01);
  EXPECT_DOUBLE_EQ(row.number("value"), 0.02);
  for (const auto& cells : record.find("windows")->rows)
    EXPECT_EQ(std::get<std::string>(cells[0]), "korea");
}

TEST(Entrapment, SamplesTheSameForAnyThreads) {
  const auto library = scenario::reform(reference(), "korea", {});
  ASSERT_TRUE(library);
  const auto one = record_of(*library, {.vary = "all", .draws = 32, .threads = 1});
  const auto four = record_of(*library, {.vary = "all", .draws = 32, .threads = 4});
  EXPECT_EQ(one.find("windows")->rows, four.find("windows")->rows);
  EXPECT_FALSE(one.exact);
  const Row row(one, "windows", {"korea", "USA"});
  EXPECT_LT(row.number("from_p05"), row.number("from_p95"));
  EXPECT_LE(row.number("from_lo"), row.number("from"));
}

TEST(Entrapment, HonourAloneVariesNothing) {
  const auto record = record_of(reference(), {.vary = "honour", .draws = 8});
  EXPECT_TRUE(record.exact);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(
      Row(record, "windows", {"korea", "USA", "art3"}).cell("from_lo")));
  EXPECT_NE(std::ranges::find_if(record.notices,
                                 [](const std::string& one) {
                                   return one.find("--vary honour varies nothing") !=
                                          std::string::npos;
                                 }),
            record.notices.end());
}

TEST(Entrapment, RefusesStatesThatPromisedNothing) {
  EXPECT_EQ(refused(reference(), {.arguments = {{"patron", {"KRO"}}}}),
            "arguments: the library has no state `KRO` [unknown_state]\n  did you mean `KOR`?\n");
  EXPECT_EQ(refused(reference(), {.arguments = {{"patron", {"soviet_union"}}}}),
            "arguments: `soviet_union` was no state on 2026-07-01 [not_alive]\n");
  const std::string brazil = refused(reference(), {.arguments = {{"patron", {"BRA"}}}});
  EXPECT_NE(brazil.find("`BRA` promised no target of `reference_2026` to fight, assist or supply "
                        "[bad_value]\n  those who did are BEL, BGR, CAN"),
            std::string::npos)
      << brazil;
}

TEST(Entrapment, RefusesAnAllianceOfOne) {
  const auto library = reformed(
      "[scenario]\nname = \"alone\"\nempty = true\nsets = [[\"war\"]]\n"
      "[[state]]\nid = \"east\"\nforces = { heavy_brigade = 3 }\n"
      "[[state]]\nid = \"raider\"\nforces = { heavy_brigade = 3 }\n"
      "[[contingency]]\nid = \"war\"\nevent = \"raider attacks east\"\n"
      "demand = [{ element = \"heavy_brigade\", day = 0, amount = 2 }]\n"
      "host_supply = [{ element = \"heavy_brigade\", day = 0, amount = 2 }]\n");
  ASSERT_TRUE(library) << to_text(library.error().front());
  EXPECT_NE(refused(*library).find(
                "promised a target to fight, assist or supply: an alliance of one [missing_key]\n  "
                "write a [[commitment]] with promisor, beneficiary and kind"),
            std::string::npos)
      << refused(*library);
}

TEST(Entrapment, OfARunThatIsStoppedKeepsTheWorldsThereAre) {
  const auto asked = [](const entente::Run& how) {
    auto record = answer(reference(), {.vary = "all"}, how);
    EXPECT_TRUE(record);
    return record ? *record : card::Record{};
  };
  entente::Run run;
  run.draws = 40;
  const card::Record some = campaign::test::stopped_at(0.6, run, asked);
  campaign::test::expect_stopped(some, 40);
  run.draws = some.provenance.draws;
  const card::Record whole = asked(run);
  EXPECT_FALSE(whole.partial);
  EXPECT_EQ(some.finding, whole.finding);
  for (const card::Table& table : whole.tables)
    EXPECT_EQ(some.find(table.name)->rows, table.rows) << table.name;
}

}  // namespace
}  // namespace entente::analysis
