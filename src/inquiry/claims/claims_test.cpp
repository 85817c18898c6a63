// Claims about a toy whose answers are known.
#include "inquiry/claims/claims.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"
#include "studies/experiments/test_toy.h"

namespace entente::inquiry {
namespace {

using campaign::test::reference;
using namespace studies::test;

// line = 4 a - 2 b over the unit square (a to .99): above 0 where b < 2 a.
const std::string kStudy =
    "[claim]\nsays = \"A beats b.\"\nreads = \"The line against nothing.\"\n"
    "[study]\nname = \"toy_claim\"\n"
    "[explore]\ndesign = \"latin_hypercube\"\nsize = 400\n"
    "[[factor]]\nid = \"a\"\nargument = \"a\"\nlow = 0\nhigh = 0.99\n"
    "[[factor]]\nid = \"b\"\nassumption = \"b\"\n"
    "[[measure]]\nid = \"line\"\nanalysis = \"toy\"\ntable = \"out\"\ncolumn = \"value\"\n"
    "rows = { name = \"line\" }\n"
    "[[measure]]\nid = \"corner\"\nanalysis = \"toy\"\ntable = \"out\"\ncolumn = \"value\"\n"
    "rows = { name = \"corner\" }\n";
const std::string kAbove =
    "[[condition]]\nname = \"the line is up\"\n"
    "left = [{ measure = \"line\" }]\n";

Result<card::Record> ask(const std::string& file, const card::Arguments& arguments = {},
                         entente::Run run = {}) {
  const Folder folder("entente_claims_");
  const std::string path = folder.put("claim.toml", file);
  return claims.run({reference(), path, arguments, run, &kAnalyses});
}

TEST(Claims, ShareOfTheFutures) {
  const auto record = ask(kStudy + kAbove);
  ASSERT_TRUE(record) << told(record);
  const card::Table& table = *record->find("claims");
  ASSERT_EQ(table.size(), 1U);
  // b < 1.98 u on the unit square: 1 - 1 / (2 x 1.98).
  const double share = 1 - 1 / 3.96;
  EXPECT_NEAR(number(table, 0, "holds_in"), share, 0.02);
  EXPECT_LT(number(table, 0, "holds_in_lo"), share);
  EXPECT_GT(number(table, 0, "holds_in_hi"), share);
  EXPECT_EQ(std::get<bool>(cell(table, 0, "plain")), true);  // 4 x .5 - 2 x .5 > 0
  EXPECT_EQ(record->provenance.draws, 400);
  const card::Table& drivers = *record->find("drivers");
  ASSERT_EQ(drivers.size(), 2U);
  EXPECT_GT(number(drivers, 0, "rank_correlation"), 0.8);
  EXPECT_LT(number(drivers, 1, "rank_correlation"), -0.3);
  // It fails where a is small; the box says so.
  const card::Table& boxes = *record->find("boxes");
  ASSERT_GE(boxes.size(), 1U);
  EXPECT_EQ(std::get<std::string>(cell(boxes, 0, "factor")), "a");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(boxes, 0, "from")));
  EXPECT_LT(number(boxes, 0, "to"), 0.51);
  EXPECT_NEAR(number(boxes, 0, "base_rate"), 1 - number(table, 0, "holds_in"), 1e-12);
  EXPECT_NE(record->finding.find("it fails in"), std::string::npos) << record->finding;
}

TEST(Claims, EveryConditionMustHold) {
  const auto record = ask(kStudy + kAbove +
                          "[[condition]]\nname = \"no corner\"\nleft = [{ measure = \"corner\" }]\n"
                          "is = \"at_most\"\nvalue = 0\n");
  ASSERT_TRUE(record) << told(record);
  // Above the line, and not (a > .5 and b < .5).
  const double share = (1 - 1 / 3.96) - (1 - 0.5 / 0.99) * 0.5;
  EXPECT_NEAR(number(*record->find("claims"), 0, "holds_in"), share, 0.03);
  const card::Table& conditions = *record->find("conditions");
  ASSERT_EQ(conditions.size(), 2U);
  EXPECT_NEAR(number(conditions, 1, "holds_in"), 1 - (1 - 0.5 / 0.99) * 0.5, 0.02);
  EXPECT_EQ(std::get<std::string>(cell(conditions, 1, "formula")), "corner at most 0");
}

TEST(Claims, SumsOfVariants) {
  const auto record = ask(
      kStudy +
          "[[variant]]\nid = \"now\"\n[[variant]]\nid = \"less\"\n"
          "levers = [{ card = \"doubt\", promisors = [\"USA\"], mu = -1 }]\n"
          "[[measure]]\nid = \"doubt\"\nanalysis = \"toy\"\ntable = \"out\"\ncolumn = \"value\"\n"
          "rows = { name = \"doubt\" }\n"
          "[[condition]]\nleft = [{ measure = \"doubt\" }, { measure = \"doubt\", variant = "
          "\"less\", "
          "times = -2 }]\nis = \"at_least\"\nright = [{ measure = \"doubt\", variant = \"less\" "
          "}]\n"
          "value = 3\n",
      {{"size", {"20"}}});
  ASSERT_TRUE(record) << told(record);
  EXPECT_NEAR(number(*record->find("conditions"), 0, "left"), 2, 1e-12);   // 0 + 2
  EXPECT_NEAR(number(*record->find("conditions"), 0, "right"), 2, 1e-12);  // -1 + 3
  EXPECT_EQ(number(*record->find("claims"), 0, "holds_in"), 1);
  EXPECT_EQ(std::get<std::string>(cell(*record->find("conditions"), 0, "formula")),
            "doubt - 2 doubt of less at least doubt of less + 3");
  EXPECT_EQ(record->finding, "Holds in all 20 futures (88 to 100).");
}

TEST(Claims, SameForAnyNumberOfThreadsAndOfAnotherSize) {
  entente::Run one, seven;
  one.threads = 1;
  seven.threads = 7;
  const auto a = ask(kStudy + kAbove, {{"size", {"64"}}}, one);
  const auto b = ask(kStudy + kAbove, {{"size", {"64"}}}, seven);
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->provenance.draws, 64);
  EXPECT_EQ(a->finding, b->finding);
  ASSERT_EQ(a->tables.size(), b->tables.size());
  for (std::size_t i = 0; i < a->tables.size(); ++i)
    EXPECT_EQ(a->tables[i].rows, b->tables[i].rows);
}

TEST(ClaimFaults, AreAllToldWithTheirPlace) {
  EXPECT_EQ(told(ask("[study]\nname = \"s\"\n[[variant]]\nid = \"x\"\n[[variant]]\nid = \"y\"\n")),
            "claim.toml:0:0 missing_key the study `s` makes no claim | write [claim] and "
            "[[condition]]; docs/claims.md shows how\n");
  EXPECT_EQ(told(ask("[study]\nname = \"s\"\n[[condition]]\nleft = []\n[[variant]]\nid = "
                     "\"x\"\n[[variant]]\nid = \"y\"\n")),
            "claim.toml:3:1 missing_key the study has a [[condition]], but no [claim] | write "
            "[claim] and what it says\n");
  EXPECT_EQ(told(ask("[claim]\nsays = \"s\"\nreads = \"r\"\n[study]\nname = \"s\"\n[[variant]]\n"
                     "id = \"x\"\n[[variant]]\nid = \"y\"\n")),
            "claim.toml:1:1 missing_key the claim has no [[condition]], so nothing could refute it "
            "| write a [[condition]] with left, is and right or value\n"
            "claim.toml:1:1 missing_key the claim is tested over nothing: there is no [explore] | "
            "write [explore], [[factor]] and [[measure]]; docs/claims.md shows how\n");
  EXPECT_EQ(
      told(ask(kStudy + "[[condition]]\nleft = [{ measure = \"lien\", variant = \"as_iss\" }]\n"
                        "right = 3\n[[condition]]\nis = \"over\"\n")),
      "claim.toml:30:21 unknown_name the study takes no measure called `lien` | did you mean "
      "`line`?\n"
      "claim.toml:30:39 unknown_name there is no variant called `as_iss` | did you mean "
      "`as_is`?\n"
      "claim.toml:31:9 wrong_type `right` must be a list of tables | as in right = [{ measure "
      "= \"gap\", variant = \"today\" }]\n"
      "claim.toml:32:1 missing_key the condition has nothing on its left | as in left = [{ "
      "measure = \"gap\", variant = \"today\" }]\n"
      "claim.toml:33:6 bad_value `is` cannot be `over` | it is one of above, at_least, below, "
      "at_most\n");
}

TEST(ClaimFaults, AVariantOfAnotherBelief) {
  EXPECT_EQ(
      told(ask(kStudy + "[[belief]]\nid = \"firm\"\n[[belief]]\nid = \"shaken\"\n"
                        "[[variant]]\nid = \"a\"\n[[variant]]\nid = \"b\"\nbeliefs = [\"shaken\"]\n"
                        "[[condition]]\nleft = [{ measure = \"line\", variant = \"b\" }]\n")),
      "claim.toml:39:39 bad_value the variant `b` is not looked at under the belief that is "
      "explored | name another variant, or its belief under [explore]\n");
}

}  // namespace
}  // namespace entente::inquiry
