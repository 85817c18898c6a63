// The ledger's record, and what it refuses.
#include "analysis/ledger/ledger.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "campaign/test_scenario.h"
#include "scenario/analysis.h"

namespace entente::analysis {
namespace {

using campaign::test::laid_out;
using campaign::test::reference;
using campaign::test::reference_laid;
using campaign::test::reformed;

/// Asks as the catalogue does: with the defaults of the card, and `vary`.
Result<card::Record> answer(const scenario::Library& asked, const std::string& vary,
                            card::Arguments arguments = {}, std::int64_t draws = 0) {
  for (const card::Field& field : ledger.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  arguments["vary"] = {vary};
  entente::Run run;
  run.draws = draws;
  return ledger.run({asked, "", arguments, run});
}

card::Record ask(const scenario::Library& asked, const std::string& vary,
                 const card::Arguments& arguments = {}, std::int64_t draws = 0) {
  auto record = answer(asked, vary, arguments, draws);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

std::size_t column(const card::Table& table, std::string_view name) {
  return static_cast<std::size_t>(
      std::ranges::find(table.columns, name, &card::RecordColumn::name) - table.columns.begin());
}

std::string text(const card::Table& table, std::size_t row, std::string_view name) {
  return std::get<std::string>(table.rows[row][column(table, name)]);
}

double number(const card::Table& table, std::size_t row, std::string_view name) {
  return std::get<double>(table.rows[row][column(table, name)]);
}

bool is_empty(const card::Table& table, std::size_t row, std::string_view name) {
  const auto& value = table.rows[row][column(table, name)];
  return !std::holds_alternative<double>(value) && !std::holds_alternative<std::string>(value);
}

/// The rows whose columns hold these texts.
std::vector<std::size_t> rows(const card::Table& table,
                              const std::map<std::string, std::string>& wanted) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (std::ranges::all_of(
            wanted, [&](const auto& one) { return text(table, i, one.first) == one.second; }))
      found.push_back(i);
  return found;
}

scenario::Library guard() {
  auto made = reformed(R"([scenario]
name = "guard"
empty = true
sets = [["t1", "t2"], ["t1"], ["t2"]]
[element_weights]
brigade = 1
squadron = 1
[[state]]
id = "guard"
forces = { brigade = 20, squadron = 30 }
[[state]]
id = "east"
[[state]]
id = "west"
[[state]]
id = "raider"
[[commitment]]
promisor = "guard"
beneficiary = "east"
kind = "fight"
reliability = 1
[[commitment]]
promisor = "guard"
beneficiary = "west"
kind = "fight"
reliability = 1
[[contingency]]
id = "t1"
event = "raider attacks east"
weight = 3
demand = [{ element = "brigade", day = 0, amount = 12 }, { element = "squadron", day = 0, amount = 18 }]
[[contingency]]
id = "t2"
event = "raider attacks west"
weight = 2
demand = [{ element = "brigade", day = 0, amount = 10 }, { element = "squadron", day = 0, amount = 15 }]
)");
  EXPECT_TRUE(made);
  return std::move(made).value();
}

TEST(Ledger, OneGuardTwoClients) {
  const auto record = ask(guard(), "none");
  EXPECT_TRUE(record.exact);
  EXPECT_EQ(record.provenance.draws, 0);
  const auto& programmes = *record.find("programmes");
  EXPECT_NEAR(number(programmes, 0, "objective"), 10, 1e-9);
  EXPECT_NEAR(number(programmes, 1, "objective"), 0, 1e-9);
  const auto& prices = *record.find("prices");
  ASSERT_EQ(prices.rows.size(), 2u);
  // 100 / |K| times 2: one brigade or squadron more is one less short in t2.
  for (const std::size_t i : {0u, 1u}) EXPECT_NEAR(number(prices, i, "value"), 100, 1e-9);
  const auto& missing = *record.find("shortfall");
  for (const std::size_t i : rows(missing, {{"set", "t1+t2"}}))
    EXPECT_NEAR(number(missing, i, "short"),
                text(missing, i, "contingency") == "t1"    ? 0
                : text(missing, i, "element") == "brigade" ? 2
                                                           : 3,
                1e-9);
  const auto& twice = *record.find("wanted_twice");
  ASSERT_EQ(twice.rows.size(), 2u);
  const std::size_t brigades = rows(twice, {{"element", "brigade"}}).front();
  EXPECT_NEAR(number(twice, brigades, "wanted"), 22, 1e-9);
  EXPECT_NEAR(number(twice, brigades, "sent"), 20, 1e-9);
}

TEST(Ledger, WhatIsShortIsWhatIsPaidFor) {
  const auto record = ask(reference(), "none");
  EXPECT_TRUE(record.exact);
  const auto& s = reference_laid().situation;
  const auto& gaps = *record.find("gap");
  const auto& missing = *record.find("shortfall");
  ASSERT_EQ(gaps.rows.size(), 8u);
  for (std::size_t i = 0; i < gaps.rows.size(); ++i) {
    double sum = 0;
    for (const std::size_t row : rows(missing, {{"set", text(gaps, i, "set")}})) {
      const auto day = std::get<std::int64_t>(missing.rows[row][column(missing, "day")]);
      const auto t = std::ranges::find(s.days, static_cast<int>(day)) - s.days.begin();
      if (t == static_cast<std::ptrdiff_t>(s.periods())) continue;  // The last day is shown only.
      const auto k = std::ranges::find(s.element_names, text(missing, row, "element")) -
                     s.element_names.begin();
      sum += s.value[static_cast<std::size_t>(k)] * s.share[static_cast<std::size_t>(t)] *
             number(missing, row, "short");
      EXPECT_GE(number(missing, row, "short"),
                number(missing, row, "demand") - number(missing, row, "supply") - 1e-7);
    }
    EXPECT_NEAR(number(gaps, i, "gap"), 100 * sum / 14, 1e-6) << text(gaps, i, "set");
    for (const char* none : {"gap_lo", "gap_hi", "gap_p05", "gap_p95"})
      EXPECT_TRUE(is_empty(gaps, i, none)) << none;
  }
}

TEST(Ledger, WeightsByTradeAddUpAndMoveTheGap) {
  const auto usual = ask(reference(), "none");
  const auto traded = ask(reference(), "none", {{"weights", {"trade"}}});
  const auto& before = *usual.find("weights");
  const auto& after = *traded.find("weights");
  ASSERT_EQ(before.rows.size(), after.rows.size());
  double sum_before = 0, sum_after = 0, risks = 0;
  for (std::size_t i = 0; i < before.rows.size(); ++i) {
    EXPECT_EQ(number(before, i, "weight"), number(before, i, "scenario"));
    EXPECT_EQ(number(before, i, "at_risk"), number(after, i, "at_risk"));
    sum_before += number(before, i, "weight");
    sum_after += number(after, i, "weight");
    risks += number(after, i, "at_risk");
  }
  EXPECT_NEAR(sum_before, sum_after, 1e-12);
  for (std::size_t i = 0; i < after.rows.size(); ++i) {
    // Half of the weight by the share of what is at risk.
    EXPECT_NEAR(
        number(after, i, "weight"),
        0.5 * number(after, i, "scenario") + 0.5 * sum_before * number(after, i, "at_risk") / risks,
        1e-12);
    EXPECT_LE(number(after, i, "weight_low"), number(after, i, "weight"));
    EXPECT_GE(number(after, i, "weight_high"), number(after, i, "weight"));
  }
  EXPECT_NE(number(*usual.find("gap"), 0, "gap"), number(*traded.find("gap"), 0, "gap"));
}

TEST(Ledger, FiguresBesideTheGapStandInOrder) {
  const auto record = ask(reference(), "none");
  const auto& beside = *record.find("beside");
  for (std::size_t i = 0; i < beside.rows.size(); ++i) {
    EXPECT_LE(number(beside, i, "gap_kept"), number(beside, i, "gap_expected") + 1e-9);
    EXPECT_LE(number(beside, i, "gap_unlimited"), number(beside, i, "gap_kept") + 1e-9);
  }
}

TEST(Ledger, SpreadWhereFactsAreVariedAndIntervalWhereAnythingIs) {
  const scenario::Library baltic = scenario::reform(reference(), "baltic", {}).value();
  for (const char* vary : {"all", "honour", "facts"}) {
    const auto record = ask(baltic, vary, {}, 16);
    EXPECT_FALSE(record.exact);
    EXPECT_EQ(record.provenance.draws, 16) << vary;
    const auto& gaps = *record.find("gap");
    const bool facts = std::string(vary) != "honour";
    EXPECT_FALSE(is_empty(gaps, 0, "gap_lo")) << vary;
    EXPECT_EQ(is_empty(gaps, 0, "gap_p05"), !facts) << vary;
    EXPECT_LE(number(gaps, 0, "gap_lo"), number(gaps, 0, "gap"));
    EXPECT_GE(number(gaps, 0, "gap_hi"), number(gaps, 0, "gap"));
    if (facts) {
      EXPECT_LE(number(gaps, 0, "gap_p05"), number(gaps, 0, "gap_p95"));
      EXPECT_NE(record.finding.find("over facts and assumptions"), std::string::npos);
    }
  }
}

TEST(Ledger, ContributorsAreThoseTheLawNamesOrAdHoc) {
  const auto record = ask(reference(), "none");
  const auto& table = *record.find("contributors");
  std::set<std::string> duties;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto* helper =
        reference_laid().helper(text(table, i, "state"), text(table, i, "contingency"));
    ASSERT_NE(helper, nullptr);
    EXPECT_GT(number(table, i, "units"), 0);
    EXPECT_EQ(text(table, i, "duty") == "ad_hoc", helper->ad_hoc());
    EXPECT_EQ(text(table, i, "agreement").empty(), helper->ad_hoc());
    duties.insert(text(table, i, "duty"));
  }
  EXPECT_TRUE(duties.contains("ad_hoc"));
  EXPECT_TRUE(duties.contains("fight"));
}

TEST(Ledger, WritesProgrammesForOtherSolvers) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "entente_ledger_programmes";
  std::filesystem::remove_all(folder);
  const auto record = ask(guard(), "none", {{"export_lp", {folder.string()}}});
  EXPECT_EQ(text(*record.find("programmes"), 0, "file"), "t1+t2.mps");
  for (const char* name : {"t1+t2.mps", "t1.mps", "t2.mps"})
    EXPECT_TRUE(std::filesystem::exists(folder / name)) << name;
  std::filesystem::remove_all(folder);
}

std::string refusal(const scenario::Library& library, Code code) {
  const auto made = answer(library, "none");
  if (made) {
    ADD_FAILURE() << "not refused";
    return "";
  }
  EXPECT_EQ(made.error().front().code, code) << to_text(made.error().front());
  return to_text(made.error().front());
}

TEST(LedgerFaults, NothingAtRiskToWeighBy) {
  const auto fault = [](const scenario::Library& library) {
    const auto made = answer(library, "none", {{"weights", {"trade"}}});
    return made ? "sound" : to_text(made.error().front());
  };
  EXPECT_EQ(fault(guard()),
            "arguments: no contingency of the scenario puts trade at risk [bad_value]\n  say in "
            "trade.csv which straits each closes, or leave --weights scenario");
  scenario::Library without = guard();
  without.world.corridors.clear();
  EXPECT_EQ(fault(without),
            "arguments: the library has no corridors of trade [unknown_name]\n  add corridors.csv "
            "and trade.csv, or leave --weights scenario");
}

TEST(LedgerFaults, NoContingency) {
  const auto library = reformed("[scenario]\nname = \"bare\"\nempty = true\n");
  ASSERT_TRUE(library);
  EXPECT_NE(refusal(*library, Code::missing_key).find("bare"), std::string::npos);
}

TEST(LedgerFaults, NobodyDefends) {
  const auto without = reformed(R"([scenario]
name = "alone"
empty = true
[element_weights]
brigade = 1
[[state]]
id = "client"
[[state]]
id = "raider"
[[contingency]]
id = "t"
event = "raider attacks client"
demand = [{ element = "brigade", day = 0, amount = 3 }]
)");
  ASSERT_TRUE(without);
  EXPECT_NE(refusal(*without, Code::bad_value).find("nobody defends"), std::string::npos);
}

TEST(LedgerFaults, UncertaintyThatNothingIsCalled) {
  scenario::Library library = guard();
  library.plan.uncertainty = {{"warning_day", {0, 9}}};
  EXPECT_NE(refusal(library, Code::unknown_name).find("warning_days"), std::string::npos);
}

TEST(LedgerFaults, ASetOfSeventeen) {
  scenario::Library library = guard();
  const Symbol one = library.world.contingencies.front().id;
  library.plan.sets = {std::vector<Symbol>(17, one)};
  refusal(library, Code::too_large);
}

TEST(Ledger, FewUncertainPromisesAreEnumerated) {
  const auto library = reformed(R"([scenario]
name = "two_guards"
empty = true
sets = [["war"]]
[[state]]
id = "victim"
[[state]]
id = "raider"
[[state]]
id = "guard"
forces = { brigade = 6 }
[[state]]
id = "other"
forces = { brigade = 4 }
[[commitment]]
promisor = "guard"
beneficiary = "victim"
kind = "fight"
reliability = 0.6
[[commitment]]
promisor = "other"
beneficiary = "victim"
kind = "fight"
reliability = 0.5
[[contingency]]
id = "war"
event = "raider attacks victim"
demand = [{ element = "brigade", day = 0, amount = 10 }]
)");
  ASSERT_TRUE(library) << to_text(library.error().front());
  const card::Record record = ask(*library, "honour", {}, 64);
  EXPECT_TRUE(record.exact);
  EXPECT_EQ(record.provenance.draws, 0);
  // 10, 4, 6 or 0 of 10 are missing: .2, .3, .2 and .3 of the time, from day 0 on.
  const card::Table& gap = *record.find("gap");
  const double at_once = number(gap, 0, "gap"), worst = 100;
  const double patterns = (0.2 * 10 + 0.3 * 4 + 0.2 * 6) / 10 * 100;
  EXPECT_NEAR(number(gap, 0, "p_covered"), 0.3, 1e-12);
  EXPECT_LE(at_once, worst);
  const double late = number(*record.find("beside"), 0, "gap_kept");  // Before anybody arrives.
  EXPECT_NEAR(at_once, late + (1 - late / 100) * patterns, 1e-9);
  for (const char* end : {"gap_lo", "gap_hi", "gap_p05", "gap_p95"})
    EXPECT_TRUE(is_empty(gap, 0, end)) << end;
  EXPECT_TRUE(
      record.notices.back().starts_with("Honour is not sampled but enumerated: 2 promises"));
  const card::Record all = ask(*library, "all", {}, 64);
  EXPECT_FALSE(all.exact);
  EXPECT_EQ(all.provenance.draws, 64);
}

}  // namespace
}  // namespace entente::analysis
