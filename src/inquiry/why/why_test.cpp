// What moves a cell of a toy whose answer is known.
#include "inquiry/why/why.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"
#include "studies/experiments/test_toy.h"

namespace entente::inquiry {
namespace {

using campaign::test::reference;
using scenario::Analysis;
using studies::test::cell;
using studies::test::Folder;
using studies::test::number;
using studies::test::told;

constexpr card::Field kFields[] = {
    {.name = "slope",
     .type = card::Type::number,
     .unit = "points",
     .help = "What a moves.",
     .source = card::kOurs,
     .fallback = "2",
     .low = 1,
     .high = 4},
    {.name = "limit",
     .type = card::Type::number,
     .help = "Where rows end.",
     .source = card::kOurs,
     .fallback = "5",
     .low = 0,
     .high = 9},
    {.name = "still",
     .type = card::Type::number,
     .help = "Moves nothing.",
     .source = card::kOurs,
     .fallback = "1",
     .low = 0,
     .high = 2},
    {.name = "year",
     .type = card::Type::integer,
     .help = "Chosen.",
     .fallback = "3",
     .low = 1,
     .high = 9},
};
constexpr card::Column kColumns[] = {{"name", "", "Which."}, {"value", "points", "Figure."}};
constexpr card::TableSpec kTables[] = {{"out", "Figures.", kColumns}};

/// all = 10 slope + forces of USA (a quantile; .5 at the tables); late = 7 where limit is above 1.
Result<card::Record> toy_run(const scenario::Request& request) {
  const auto of = [&](const char* name) {
    return std::stod(card::argument(request.arguments, name));
  };
  if (of("limit") > 8)
    return Error{Code::bad_value, {"arguments", 0, 0}, "`limit` is too much", "less"};
  double forces = 0.5;
  for (const auto& [group, quantile] : request.library.plan.facts_at)
    if (group == "forces of USA") forces = quantile;
  card::Record record;
  card::Table& table = record.table(kTables[0]);
  table.row({std::string("all"), 10 * of("slope") + forces});
  if (of("limit") > 1) table.row({std::string("late"), 7.0});
  table.row({std::string("empty"), card::Value()});
  record.exact = card::argument(request.arguments, "vary") == "none";
  return record;
}

const Analysis kToy{.card = {.name = "toy",
                             .question = "What?",
                             .subject = card::Subject::scenario,
                             .subject_optional = true,
                             .fields = kFields,
                             .tables = kTables},
                    .run = toy_run};
const Analysis kLaw{.card = {.name = "law", .subject = card::Subject::event}, .run = toy_run};
const Analysis* const kToys[] = {&kLaw, &kToy};
std::span<const Analysis* const> toys() { return kToys; }
constexpr scenario::Analyses kAnalyses{toys, studies::test::run_toy};

std::string record_of(const std::string& analysis, const std::string& scenario = "reference_2026") {
  return R"({"analysis": ")" + analysis + R"(", "question": "What?", "finding": "So.",
 "scenario": {"name": ")" +
         scenario + R"(", "hash": "0"}, "params": {"slope": 2, "limit": 5, "still": 1, "year": 3},
 "tables": {"out": {"columns": [{"name": "name", "unit": "", "help": ""},
                                {"name": "value", "unit": "points", "help": ""}],
                    "rows": [["all", 21], ["late", 7], ["empty", null], ["other", 3.5], ["other", 4.5]]},
            "bare": {"columns": [{"name": "value", "unit": "", "help": ""}], "rows": [[1.5], [2.5]]}},
 "exact": true, "provenance": {"version": "1", "seed": 1, "draws": 64, "library": "x", "inputs": []},
 "timing": {"wall_s": 0}})";
}

Result<card::Record> ask(const std::string& words, const std::string& record = record_of("toy")) {
  const Folder folder("entente_why_");
  const std::string path = folder.put("r.json", record);
  entente::Run run;
  run.threads = 2;
  return why.run({reference(), path, {{"cell", {words}}}, run, &kAnalyses});
}

TEST(Why, WhatMovesACell) {
  const auto record = ask("out/all/value");
  ASSERT_TRUE(record) << told(record);
  const card::Table& table = *record->find("rests_on");
  // slope: 10 x 1 + .5 and 10 x 4 + .5 around 20.5; limit has an end that cannot be asked.
  EXPECT_EQ(std::get<std::string>(cell(table, 0, "rests_on")), "slope");
  EXPECT_DOUBLE_EQ(number(table, 0, "moves"), 20);
  EXPECT_DOUBLE_EQ(number(table, 0, "cell_low"), 10.5);
  EXPECT_DOUBLE_EQ(number(table, 0, "cell_high"), 40.5);
  EXPECT_DOUBLE_EQ(number(table, 0, "plain"), 2);
  EXPECT_EQ(std::get<std::string>(cell(table, 0, "source")), card::kOurs);
  EXPECT_EQ(std::get<std::string>(cell(table, 1, "rests_on")), "forces of USA");
  EXPECT_EQ(std::get<std::string>(cell(table, 1, "kind")), "facts");
  EXPECT_NEAR(number(table, 1, "moves"), 0.45, 1e-12);
  EXPECT_NE(std::get<std::string>(cell(table, 1, "source")), "");
  ASSERT_EQ(table.size(), 3U);  // Neither what moves nothing nor what the user chose.
  EXPECT_EQ(std::get<std::string>(cell(table, 2, "rests_on")), "limit");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(table, 2, "cell_high")));
  EXPECT_DOUBLE_EQ(number(*record->find("cell"), 0, "value"), 21);
  EXPECT_DOUBLE_EQ(number(*record->find("cell"), 1, "value"), 20.5);
  EXPECT_NE(
      record->finding.find("value of all is 20.5 points and rests most on slope (10.5 to 40.5)"),
      std::string::npos)
      << record->finding;
  EXPECT_TRUE(record->exact);
}

TEST(Why, ARowThatGoes) {
  const auto record = ask("out/name=late/value");
  ASSERT_TRUE(record) << told(record);
  const card::Table& table = *record->find("rests_on");
  ASSERT_EQ(table.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(table, 0, "cell_low")));
}

TEST(Why, Faults) {
  const auto fault = [](const std::string& words, const std::string& record = record_of("toy")) {
    return told(ask(words, record));
  };
  EXPECT_EQ(fault("gap"),
            "arguments:0:0 bad_value `gap` names no cell | write TABLE/ROW/COLUMN, as in "
            "gap/baltic+taiwan/gap\n");
  EXPECT_EQ(fault("outs/all/value"),
            "arguments:0:0 unknown_name the record has no table `outs` | did you mean `out`?\n");
  EXPECT_EQ(fault("out/all/values"),
            "arguments:0:0 unknown_name table `out` has no column `values` | did you mean "
            "`value`?\n");
  EXPECT_EQ(fault("out/9/value"),
            "arguments:0:0 bad_value table `out` has no row 9 | it has 5, counted from 1\n");
  EXPECT_EQ(fault("out/none/value"),
            "arguments:0:0 bad_value table `out` has no row with `none` | name a row by its number "
            "from 1, or by words of its cells with commas between\n");
  EXPECT_EQ(
      fault("out/other/value"),
      "arguments:0:0 bad_value table `out` has 2 rows with `other` | name a row by its number "
      "from 1, or by words of its cells with commas between\n");
  EXPECT_EQ(fault("out/all/name"),
            "arguments:0:0 bad_value the cell holds no figure | only figures can be traced; what a "
            "verdict of law rests on stands in its row\n");
  EXPECT_EQ(
      fault("bare/1/value"),
      "arguments:0:0 bad_value nothing but figures tells this row from others | choose a cell "
      "of a row that has a name\n");
  EXPECT_EQ(
      fault("out/4/value"),
      "arguments:0:0 bad_value nothing but figures tells this row from others | choose a cell "
      "of a row that has a name\n");
  EXPECT_EQ(fault("out/all/value", record_of("toys")),
            "r.json:1:14 unknown_name there is no analysis called `toys` | did you mean `toy`?\n");
  EXPECT_EQ(
      fault("out/all/value", record_of("law")),
      "r.json:1:14 bad_value a record of `law` asks no question of one scenario | trace one of "
      "ledger, deterrence, arsenal, burden, hedge, ...\n");
  EXPECT_EQ(fault("out/all/value", record_of("toy", "nowhere")),
            "r.json:0:0 unknown_name the record was made of the scenario `nowhere`, which is not "
            "here | name its file with --scenario\n");
}

}  // namespace
}  // namespace entente::inquiry
