// The arsenal's record, and what it refuses.
#include "analysis/arsenal/arsenal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "campaign/test_scenario.h"
#include "campaign/test_stopped.h"
#include "scenario/analysis.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;
using campaign::test::reformed;

/// Asks as the catalogue does: with the defaults of the card, and `vary`.
Result<card::Record> answer(const scenario::Library& asked, const std::string& vary,
                            const entente::Run& run, card::Arguments arguments = {}) {
  for (const card::Field& field : arsenal.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  arguments["vary"] = {vary};
  return arsenal.run({asked, "", arguments, run});
}

Result<card::Record> answer(const scenario::Library& asked, const std::string& vary,
                            std::int64_t draws = 0, int threads = 1,
                            const card::Arguments& arguments = {}) {
  entente::Run run;
  run.draws = draws;
  run.threads = threads;
  return answer(asked, vary, run, arguments);
}

card::Record ask(const scenario::Library& asked, const std::string& vary, const entente::Run& run) {
  auto record = answer(asked, vary, run);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

card::Record ask(const scenario::Library& asked, const std::string& vary, std::int64_t draws = 0,
                 int threads = 1, const card::Arguments& arguments = {}) {
  auto record = answer(asked, vary, draws, threads, arguments);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

const card::Record& reference_record() {
  static const card::Record record = ask(reference(), "all", 64);
  return record;
}

/// One row of a table by the texts of its columns.
class Row {
 public:
  Row(const card::Record& record, std::string_view name,
      const std::map<std::string, std::string>& wanted)
      : table_(*record.find(name)) {
    for (const auto& row : table_.rows)
      if (std::ranges::all_of(wanted, [&](const auto& one) {
            return std::get<std::string>(row[column(one.first)]) == one.second;
          }))
        rows_.push_back(&row);
    EXPECT_EQ(rows_.size(), 1u) << name;
  }
  double operator[](std::string_view name) const {
    return std::get<double>(rows_.at(0)->at(column(name)));
  }
  bool empty(std::string_view name) const {
    return std::holds_alternative<std::monostate>(rows_.at(0)->at(column(name)));
  }
  std::string text(std::string_view name) const {
    return std::get<std::string>(rows_.at(0)->at(column(name)));
  }

 private:
  std::size_t column(std::string_view name) const {
    return static_cast<std::size_t>(
        std::ranges::find(table_.columns, name, &card::RecordColumn::name) -
        table_.columns.begin());
  }
  const card::Table& table_;
  std::vector<const std::vector<card::Value>*> rows_;
};

TEST(Arsenal, HasItsTables) {
  std::set<std::string> names;
  for (const card::Table& table : reference_record().tables) {
    names.insert(table.name);
    EXPECT_FALSE(table.rows.empty()) << table.name;
  }
  EXPECT_EQ(names, (std::set<std::string>{"exhaustion", "moves", "refill", "stocks"}));
  EXPECT_FALSE(reference_record().exact);
  EXPECT_EQ(reference_record().provenance.draws, 64);
}

// V4.3: long-range anti-ship missiles are gone in less than a week (CSIS 2023).
TEST(Arsenal, AntiShipMissilesAreGoneInTheFirstWeek) {
  const Row row(reference_record(), "exhaustion",
                {{"set", "taiwan"}, {"munition", "lrs_antiship"}});
  EXPECT_LE(row["day"], 7);
  EXPECT_LE(row["lasts"], 0.05);
  EXPECT_NEAR(row["largest_alone"], 5.5, 0.05);
  EXPECT_EQ(row.text("largest"), "USA");
  EXPECT_LE(row["day_lo"], row["day"]);
  EXPECT_GE(row["day_hi"], row["day"]);
  EXPECT_LT(row["day_p05"], row["day_p95"]);
}

TEST(Arsenal, TellsHowLongAHolderLastsAlone) {
  const Row row(reference_record(), "stocks", {{"holder", "USA"}, {"munition", "lrs_antiship"}});
  EXPECT_EQ(row["stock"], 600);
  EXPECT_NEAR(row["days_alone"], 600 / 110.0, 1e-12);
  EXPECT_NEAR(row["days_high"], 600 / (110 - 15 * 12 / 365.25), 1e-12);
  EXPECT_EQ(row.text("by"), "2028-12-31");
  const Row none(reference_record(), "stocks", {{"holder", "POL"}, {"munition", "lrs_antiship"}});
  EXPECT_TRUE(none.empty("use_high"));
  EXPECT_TRUE(none.empty("days_high"));
}

TEST(Arsenal, MoreContingenciesFireMore) {
  const Row one(reference_record(), "refill", {{"set", "taiwan"}, {"munition", "sam_pac3_class"}});
  const Row two(reference_record(), "refill",
                {{"set", "taiwan+gulf"}, {"munition", "sam_pac3_class"}});
  EXPECT_GT(two["fired"], one["fired"]);
  EXPECT_LE(two["surged"], two["present"]);
}

TEST(Arsenal, ABillionCountsBeforeAndNotAfter) {
  const std::map<std::string, std::string> before{
      {"set", "taiwan"}, {"munition", "lrs_antiship"}, {"kind", "ordered_before"}};
  const Row order(reference_record(), "moves", before);
  EXPECT_GT(order["days"], 0.5);
  EXPECT_GT(order["rounds"], 300);
  EXPECT_NEAR(order["cost"], 1 / order["days"], 1e-12);
  EXPECT_NEAR(order["cost_lo"], 1 / order["days_hi"], 1e-12);
  auto now = before;
  now["kind"] = "ordered_now";
  const Row late(reference_record(), "moves", now);
  EXPECT_EQ(late["days"], 0);
  EXPECT_TRUE(late.empty("cost"));
}

TEST(Arsenal, FindingQuotesTheSpread) {
  const std::string& text = reference_record().finding;
  EXPECT_NE(text.find("over facts and assumptions"), std::string::npos) << text;
  EXPECT_NE(text.find("lrs_antiship first"), std::string::npos) << text;
  EXPECT_TRUE(text.ends_with("."));
  EXPECT_EQ(std::ranges::count(text, '\n'), 0);
}

TEST(Arsenal, NothingVariedIsExact) {
  const card::Record record = ask(reference(), "none");
  EXPECT_TRUE(record.exact);
  EXPECT_EQ(record.provenance.draws, 0);
  const Row row(record, "exhaustion", {{"set", "taiwan"}, {"munition", "lrs_antiship"}});
  EXPECT_TRUE(row.empty("day_lo"));
  EXPECT_TRUE(row.empty("day_p05"));
}

TEST(Arsenal, SetsThatUseAlikeAreAlike) {
  const card::Record record = ask(reference(), "none");
  const Row one(record, "exhaustion", {{"set", "taiwan"}, {"munition", "lrs_land"}});
  const Row two(record, "exhaustion", {{"set", "taiwan+korea"}, {"munition", "lrs_land"}});
  EXPECT_EQ(one["lasts"], two["lasts"]);
  const std::map<std::string, std::string> move{
      {"munition", "lrs_antiship"}, {"kind", "stock"}, {"name", "USA"}};
  auto there = move, here = move;
  here["set"] = "taiwan";
  there["set"] = "baltic+taiwan";
  EXPECT_EQ(Row(record, "moves", here)["days"], Row(record, "moves", there)["days"]);
  EXPECT_NE(record.finding.find("munitions run out within 180 days, "), std::string::npos)
      << record.finding;
}

TEST(Arsenal, IsTheSameForAnyNumberOfThreads) {
  const card::Record one = ask(reference(), "all", 32, 1), three = ask(reference(), "all", 32, 3);
  ASSERT_EQ(one.tables.size(), three.tables.size());
  for (std::size_t i = 0; i < one.tables.size(); ++i)
    EXPECT_EQ(one.tables[i].rows, three.tables[i].rows) << one.tables[i].name;
  EXPECT_EQ(one.finding, three.finding);
}

TEST(Arsenal, AShorterHorizonCutsOffWhatComesLater) {
  const card::Record record = ask(reference(), "none", 0, 1, {{"horizon_days", {"5"}}});
  const Row row(record, "exhaustion", {{"set", "taiwan"}, {"munition", "lrs_land"}});
  EXPECT_TRUE(row.empty("day"));
  EXPECT_EQ(row["lasts"], 1);
}

TEST(Arsenal, WithoutAStateItsStockIsGone) {
  const auto without = reformed("[scenario]\nname = \"s\"\n", {"USA"});
  ASSERT_TRUE(without);
  const card::Record record = ask(*without, "none");
  const Row row(record, "exhaustion", {{"set", "taiwan"}, {"munition", "lrs_antiship"}});
  EXPECT_EQ(row.text("largest"), "TWN");
  EXPECT_LT(row["day"], 6);
}

TEST(Arsenal, RefusesAScenarioThatUsesNone) {
  const auto grey = reformed("[scenario]\nname = \"s\"\nsets = [[\"scs_gray_zone\"]]\n");
  ASSERT_TRUE(grey);
  const auto refused = answer(*grey, "none");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::missing_key);
}

TEST(Arsenal, OfARunThatIsStoppedKeepsTheDrawsThereAre) {
  entente::Run run;
  run.draws = 64;
  const card::Record some = campaign::test::stopped_at(
      0.6, run, [](const entente::Run& how) { return ask(reference(), "all", how); });
  campaign::test::expect_stopped(some, 64);
  // The same as of a run that was to make no more.
  run.draws = some.provenance.draws;
  const card::Record whole = ask(reference(), "all", run);
  EXPECT_FALSE(whole.partial);
  EXPECT_EQ(some.finding, whole.finding);
  campaign::test::expect_same_tables(some, whole, {"exhaustion", "moves"});
}

}  // namespace
}  // namespace entente::analysis
