// Explorations of toys whose answers are known: shares, boxes, regret, tipping values, faults.
#include "inquiry/explore/explore.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "campaign/test_scenario.h"
#include "studies/experiments/test_toy.h"

namespace entente::inquiry {
namespace {

using campaign::test::reference;
using namespace studies::test;

constexpr const char* kHead = "[study]\nname = \"s\"\n[explore]\n";
constexpr const char* kAB =
    "[[factor]]\nid = \"a\"\nargument = \"a\"\nhigh = 0.99\nlow = 0\n"
    "[[factor]]\nid = \"b\"\nassumption = \"b\"\n";
constexpr const char* kLine =
    "[[measure]]\nid = \"line\"\nanalysis = \"toy\"\ntable = \"out\"\ncolumn = \"value\"\n"
    "rows = { name = \"line\" }\n";

Result<card::Record> ask(const std::string& study, card::Arguments arguments = {},
                         entente::Run run = {}) {
  const Folder folder("entente_explore_");
  const std::string path = folder.put("study.toml", study);
  arguments.try_emplace("tipping", std::vector<std::string>{"true"});
  return explore.run({reference(), path, arguments, run, &studies::test::kAnalyses});
}

TEST(Explore, SharesOfALine) {
  const auto record = ask(std::string(kHead) + "size = 128\nsecond_order = true\n" + kAB + kLine);
  ASSERT_TRUE(record) << told(record);
  const card::Table& table = *record->find("indices");
  ASSERT_EQ(table.size(), 2U);
  // Variances of 4 x .99 a and of 2 b.
  const double a = std::pow(4 * 0.99, 2), b = 4;
  EXPECT_NEAR(number(table, 0, "first"), a / (a + b), 0.03);
  EXPECT_NEAR(number(table, 1, "total"), b / (a + b), 0.03);
  EXPECT_GT(number(table, 0, "rank_correlation"), 0.8);
  EXPECT_LT(number(table, 1, "rank_correlation"), -0.3);
  EXPECT_NEAR(number(*record->find("second_order"), 0, "second"), 0, 0.05);
  EXPECT_EQ(record->find("experiments")->size(), 6 * 128U);
  EXPECT_NE(record->notices.front().find("768 points of a sobol design, 1 plan: 768 runs"),
            std::string::npos)
      << record->notices.front();
}

TEST(Explore, FindsTheCornerWhereItFails) {
  std::string study = std::string(kHead) + "design = \"latin_hypercube\"\nsize = 300\n" + kAB;
  study += "[[factor]]\nid = \"n\"\nargument = \"n\"\n";
  study +=
      "[[measure]]\nid = \"corner\"\nname = \"the corner\"\nanalysis = \"toy\"\ntable = \"out\"\n"
      "column = \"value\"\nrows = { name = \"corner\" }\nat_most = 0.5\n";
  const auto record = ask(study);
  ASSERT_TRUE(record) << told(record);
  const card::Table& boxes = *record->find("boxes");
  ASSERT_GE(boxes.size(), 2U);  // A third restriction may be chance: its quasi-p says so.
  EXPECT_NEAR(number(boxes, 0, "from"), 0.5, 0.04);
  EXPECT_NEAR(number(boxes, 1, "to"), 0.5, 0.04);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(boxes, 0, "to")));
  EXPECT_GT(number(boxes, 0, "coverage"), 0.9);
  EXPECT_GT(number(boxes, 0, "density"), 0.9);
  EXPECT_LT(number(boxes, 0, "quasi_p"), 1e-6);
  const double corner = 0.5 * 0.49 / 0.99;
  EXPECT_NEAR(number(*record->find("satisficing"), 0, "met"), 1 - corner, 0.05);
  EXPECT_NE(record->finding.find("it fails mostly where a is at least 0.5"), std::string::npos)
      << record->finding;
  // Whole numbers are alike likely.
  int ones = 0;
  for (std::size_t i = 0; i < 300; ++i)
    ones += number(*record->find("experiments"), i, "n") == 1 ? 1 : 0;
  EXPECT_EQ(ones, 75);
}

constexpr const char* kPlans =
    "[[variant]]\nid = \"calm\"\n[[variant]]\nid = \"doubting\"\n"
    "levers = [{ card = \"doubt\", promisors = [\"USA\"], mu = -1 }]\n";

TEST(Explore, RegretAndFrontierOfTwoPlans) {
  std::string study = std::string(kHead) + "design = \"factorial\"\nsize = 3\n" + kPlans;
  study +=
      "[[factor]]\nid = \"more\"\nlever = { card = \"doubt\", promisors = [\"USA\"] }\n"
      "field = \"mu\"\nlow = -0.5\nhigh = 0.5\n[[factor]]\nid = \"a\"\nargument = \"a\"\n"
      "high = 0.9\nlow = 0\n";
  // Less doubt is asked of one measure, more of the other: neither plan is beaten on both.
  const std::string measure =
      "[[measure]]\nid = \"@\"\nanalysis = \"toy\"\ntable = \"out\"\ncolumn = \"value\"\n"
      "rows = { name = \"doubt\" }\n";
  std::string low = measure, high = measure;
  low.replace(low.find('@'), 1, "low");
  high.replace(high.find('@'), 1, "high");
  const auto record = ask(study + low + high + "aim = \"more\"\n");
  ASSERT_TRUE(record) << told(record);
  const card::Table& regret = *record->find("regret");
  ASSERT_EQ(regret.size(), 4U);
  EXPECT_NEAR(number(regret, 0, "most"), 1, 1e-12);  // calm, low: mu is 1 higher everywhere.
  EXPECT_NEAR(number(regret, 0, "mean"), 1, 1e-12);
  EXPECT_EQ(number(regret, 0, "best"), 0);
  EXPECT_EQ(number(regret, 1, "most"), 0);
  EXPECT_EQ(cell(regret, 1, "minimax"), card::Value(true));
  EXPECT_EQ(cell(regret, 2, "minimax"), card::Value(true));  // calm, high.
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(cell(*record->find("frontier"), i, "on_frontier"), card::Value(true));
    EXPECT_NEAR(number(*record->find("frontier"), i, "undominated"), 1, 1e-12);
  }
  EXPECT_EQ(record->find("experiments")->size(), 18U);
}

TEST(Explore, TippingValues) {
  std::string study = std::string(kHead) + "design = \"latin_hypercube\"\nsize = 4\n" + kAB +
                      kLine + "at_most = 2\n";
  const auto record = ask(study);
  ASSERT_TRUE(record) << told(record);
  const card::Table& tips = *record->find("tipping");
  ASSERT_EQ(tips.size(), 2U);
  EXPECT_NEAR(number(tips, 0, "plain"), -1, 1e-12);  // 4/2 - 2/2 = 1, asked for 2.
  EXPECT_NEAR(number(tips, 0, "tips_at"), 0.75, 1e-3);
  EXPECT_EQ(cell(tips, 0, "when"), card::Value(std::string("above")));
  EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(tips, 1, "tips_at")));
  EXPECT_EQ(cell(tips, 1, "when"), card::Value(std::string("nowhere in range")));
  const auto without = ask(study, {{"tipping", {"false"}}});
  ASSERT_TRUE(without);
  EXPECT_EQ(without->find("tipping")->size(), 0U);
}

TEST(Explore, MorrisScreens) {
  const auto record = ask(std::string(kHead) + "design = \"morris\"\nsize = 12\n" + kAB + kLine);
  ASSERT_TRUE(record) << told(record);
  const card::Table& table = *record->find("screening");
  ASSERT_EQ(table.size(), 2U);
  EXPECT_NEAR(number(table, 0, "mu_star"), 4 * 0.99, 1e-9);
  EXPECT_NEAR(number(table, 1, "mu"), -2, 1e-9);
  EXPECT_EQ(record->find("experiments")->size(), 36U);
}

TEST(Explore, TheSameForAnyThreads) {
  const std::string study = std::string(kHead) + "size = 16\n" + kPlans + kAB + kLine;
  entente::Run one, many;
  one.threads = 1;
  many.threads = 5;
  const auto a = ask(study, {}, one), b = ask(study, {}, many);
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->finding, b->finding);
  for (const char* name : {"indices", "regret", "tipping", "experiments"})
    EXPECT_EQ(a->find(name)->rows, b->find(name)->rows) << name;
}

TEST(Explore, AStoppedRunKeepsWholeBlocks) {
  std::atomic<int> asked = 0;
  entente::Run run;
  run.threads = 1;
  run.cancelled = [&] { return ++asked > 40; };
  const auto record =
      ask(std::string(kHead) + "size = 64\n" + kAB + kLine, {{"tipping", {"true"}}}, run);
  ASSERT_TRUE(record) << told(record);
  EXPECT_TRUE(record->partial);
  EXPECT_EQ(record->find("experiments")->size() % 4, 0U);
  EXPECT_LT(record->find("experiments")->size(), 256U);
  EXPECT_EQ(record->find("tipping")->size(), 0U);
  entente::Run at_once;
  at_once.cancelled = [] { return true; };
  EXPECT_THROW((void)ask(std::string(kHead) + kAB + kLine, {}, at_once), Cancelled);
}

TEST(Explore, OwnDesignsAndTheirFaults) {
  const Folder folder;
  const std::string study = std::string(kHead) + kAB + kLine;
  const std::string good = folder.put("good.csv", "b,a,policy\n0.25,0.5,x\n1,0,x\n");
  const auto record = ask(study, {{"experiments", {good}}});
  ASSERT_TRUE(record) << told(record);
  const card::Table& table = *record->find("experiments");
  ASSERT_EQ(table.size(), 2U);
  EXPECT_EQ(number(table, 0, "line"), 1.5);
  EXPECT_EQ(number(table, 1, "line"), -2);
  const std::string bad = folder.put("bad.csv", "a,b\n2,x\n0.5,0.5\n");
  EXPECT_EQ(told(ask(study, {{"experiments", {bad}}})),
            "bad.csv:2:1 bad_value `2` is no value of the factor `a` | it lies from 0 to 0.99\n"
            "bad.csv:2:3 wrong_type `b` must be a number, not `x` | \n");
  const std::string lacks = folder.put("lacks.csv", "a,bb\n0.5,0.5\n");
  EXPECT_EQ(told(ask(study, {{"experiments", {lacks}}})),
            "lacks.csv:1:1 missing_key the design has no column for the factor `b` | every factor "
            "has a column with its id\n"
            "lacks.csv:1:3 unknown_key the study has no factor `bb` | \n");
  EXPECT_EQ(told(ask(study, {{"experiments", {good}}, {"design", {"morris"}}})),
            "arguments:0:0 excluded an own design is given, and --design as well | leave one of "
            "them out\n");
}

TEST(Explore, ADesignTooLargeSaysHowLargeAndOffersASample) {
  const std::string study = std::string(kHead) + kAB +
                            "[[factor]]\nid = \"m\"\nargument = \"free\"\nlow = 0\nhigh = 1\n" +
                            kLine;
  EXPECT_EQ(told(ask(study, {{"design", {"factorial"}}, {"size", {"1000"}}})),
            "study.toml:3:1 too_large the design has 1,000,000,000 points of 3 factors, "
            "1,000,000,000 runs and 56 GB: more than 1,000,000 runs | take a sample of it: "
            "--sample 1000 runs a thousand of its points\n");
  const auto sampled =
      ask(study, {{"design", {"factorial"}}, {"size", {"1000"}}, {"sample", {"50"}}});
  ASSERT_TRUE(sampled) << told(sampled);
  EXPECT_EQ(sampled->find("experiments")->size(), 50U);
  EXPECT_EQ(told(ask(study, {{"design", {"sobol"}}, {"size", {"1000000"}}})),
            "study.toml:3:1 too_large the design has 5,000,000 points of 3 factors, 5,000,000 runs "
            "and 280 MB: more than 1,000,000 runs | ask for fewer with --size, or screen the "
            "factors with --design morris\n");
  EXPECT_EQ(told(ask(study, {{"sample", {"5"}}})),
            "arguments:0:0 bad_value a sample of sobol is no such design any more | ask for fewer "
            "points with --size\n");
}

TEST(Explore, FaultsOfFactors) {
  const std::string head = kHead;
  const auto factor = [&](const std::string& what) {
    return told(ask(head + "[[factor]]\nid = \"f\"\n" + what + kLine));
  };
  EXPECT_EQ(factor("argument = \"free\"\n"),
            "study.toml:4:1 range_missing the factor `f` has no range | write low and high, or "
            "values\n");
  EXPECT_EQ(factor("assumption = \"aa\"\n"),
            "study.toml:6:14 unknown_name no analysis that is run has the assumption `aa` | \n");
  EXPECT_EQ(factor("argument = \"a\"\nlow = 0.5\nhigh = 2\n"),
            "study.toml:4:1 bad_value the range of `f` leaves that of `a` | it lies from 0 to 1\n");
  EXPECT_EQ(factor("facts = \"forces of CHM\"\n"),
            "study.toml:6:9 unknown_name there is no group of facts called `forces of CHM` | did "
            "you mean `forces of CHN`?\n");
  EXPECT_EQ(factor("lever = { card = \"doubt\", promisors = [\"USA\"] }\nfield = \"mu\"\n"),
            "study.toml:4:1 range_missing the factor `f` has no range | write low and high, or "
            "values\n");
  EXPECT_EQ(factor("lever = { card = \"doubt\", promisors = [\"USX\"] }\nfield = \"mu\"\nlow = "
                   "-1\nhigh = 0\n")
                .substr(0, 31),
            "study.toml:6:40 unknown_state t");
  EXPECT_EQ(told(ask(head +
                     "[[variant]]\nid = \"v\"\nlevers = [{ card = \"assume\", name = \"b\", "
                     "value = 0.1 }]\n[[factor]]\nid = \"f\"\nassumption = \"b\"\n" +
                     kLine)),
            "study.toml:9:14 excluded the variant `v` assumes `b`, which the factor `f` sets as "
            "well | leave the lever or the factor out\n");
}

TEST(Explore, FaultsOfMeasures) {
  const auto measure = [&](const std::string& what) {
    return told(ask(std::string(kHead) + kAB + "[[measure]]\nid = \"m\"\n" + what));
  };
  EXPECT_EQ(measure("analysis = \"tay\"\ntable = \"out\"\ncolumn = \"value\"\n"),
            "study.toml:14:12 unknown_name the measure `m` is computed by nobody: there is no "
            "analysis called `tay` | did you mean `toy`?\n");
  EXPECT_NE(measure("analysis = \"other\"\ntable = \"out\"\ncolumn = \"value\"\n")
                .find("bad_value `other` asks no question of one scenario | explore an analysis"),
            std::string::npos);
  EXPECT_EQ(
      measure("analysis = \"toy\"\ntable = \"oat\"\ncolumn = \"value\"\n"),
      "study.toml:15:9 unknown_name the measure `m` is computed by nobody: `toy` has no table "
      "`oat` | did you mean `out`?\n");
  EXPECT_EQ(measure("analysis = \"toy\"\ntable = \"out\"\ncolumn = \"valve\"\n"),
            "study.toml:16:10 unknown_name the measure `m` is computed by nobody: the table `out` "
            "of `toy` has no column `valve` | did you mean `value`?\n");
  EXPECT_EQ(
      measure("analysis = \"toy\"\ntable = \"out\"\ncolumn = \"value\"\n"
              "rows = { name = \"lime\" }\n"),
      "study.toml:17:8 unknown_name the table `out` of `toy` has no row for the measure `m` | "
      "did you mean `line`?\n");
  EXPECT_EQ(measure("analysis = \"toy\"\ntable = \"out\"\ncolumn = \"value\"\n"),
            "study.toml:12:1 bad_value the measure `m` reads 5 rows | narrow `rows`, or write "
            "`aggregate`: sum, mean, least, most, ...\n");
  EXPECT_EQ(measure("analysis = \"toy\"\ntable = \"out\"\ncolumn = \"name\"\n"
                    "rows = { name = \"line\" }\n"),
            "study.toml:16:10 wrong_type `name` of `out` holds texts, not numbers | `entente "
            "describe toy` lists the columns with their units\n");
}

TEST(Explore, AFailingRunSaysAtWhichPoint) {
  const std::string study =
      std::string(kHead) + "[[factor]]\nid = \"a\"\nargument = \"a\"\nvalues = [0.5, 1]\n" + kLine;
  EXPECT_EQ(told(ask(study, {{"design", {"factorial"}}})),
            "study.toml:8:1 bad_value `a` is too much for a toy (at point 2: a = 1) | less\n");
}

TEST(Explore, ExportsWhatOthersRead) {
  const Folder folder;
  const auto record =
      ask(std::string(kHead) + "design = \"factorial\"\nsize = 2\n" + kPlans + kAB + kLine,
          {{"export", {folder.at("out")}}});
  ASSERT_TRUE(record) << told(record);
  EXPECT_EQ(folder.read("out/experiments.csv").substr(0, 56),
            "a,b,scenario,policy,model\n0,0,0,calm,entente\n0,1,1,calm,");
  EXPECT_EQ(folder.read("out/outcomes.csv"), "line\n0\n-2\n3.96\n1.96\n0\n-2\n3.96\n1.96\n");
  EXPECT_NE(folder.read("out/problem.json")
                .find("\"num_vars\": 2,\n  \"names\": [\"a\", \"b\"],\n  \"bounds\": [[0, 0.99], "
                      "[0, 1]]"),
            std::string::npos);
}

}  // namespace
}  // namespace entente::inquiry
