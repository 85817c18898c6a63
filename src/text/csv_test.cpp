#include "text/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "text/node.h"

namespace entente::text {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Csv good(std::string_view bytes) {
  Result<Csv> read = parse_csv(bytes, "a.csv");
  if (!read) {
    ADD_FAILURE() << to_text(read.error().front());
    return {};
  }
  return std::move(read).value();
}

Faults bad(std::string_view bytes) {
  Result<Csv> read = parse_csv(bytes, "a.csv");
  if (read) {
    ADD_FAILURE() << "this should not parse: " << bytes.substr(0, 80);
    return {Error{}};
  }
  return read.error();
}

TEST(Csv, ReadsCellsWithPlaces) {
  const Csv csv = good("id,name\r\nUSA,\"a, \"\"b\"\"\nc\"\r\n\r\nFRA, x \n");
  EXPECT_EQ(csv.file, "a.csv");
  EXPECT_THAT(csv.header, ElementsAre("id", "name"));
  EXPECT_EQ(csv.column("name"), 1);
  EXPECT_EQ(csv.column("nothing"), -1);
  ASSERT_EQ(csv.rows.size(), 2U);
  EXPECT_EQ(csv.rows[0][1].text, "a, \"b\"\nc");
  EXPECT_EQ(csv.rows[0][1].line, 2);
  EXPECT_EQ(csv.rows[0][1].column, 5);
  EXPECT_EQ(csv.rows[1][0].line, 5);
  EXPECT_EQ(csv.rows[1][1].text, " x ");
}

TEST(Csv, NoNewlineAtTheEndAndAnEmptyLastField) {
  const Csv csv = good(
      "\xEF\xBB\xBF"
      "a,b\n1,");
  EXPECT_THAT(csv.header, ElementsAre("a", "b"));
  ASSERT_EQ(csv.rows.size(), 1U);
  EXPECT_EQ(csv.rows[0][1].text, "");
  EXPECT_EQ(good("a\n\"\"\n").rows.size(), 1U);
  EXPECT_EQ(good("a\n").rows.size(), 0U);
}

TEST(Csv, EveryRaggedRowIsReported) {
  const Faults faults = bad("a,b\n1\n1,2\n1,2,3\n");
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].where.line, 2);
  EXPECT_EQ(faults[0].message, "this row has 1 field, the header has 2 fields");
  EXPECT_EQ(faults[1].where.line, 4);
}

TEST(Csv, FaultsAreBoundedInNumber) {
  std::string text = "a,b\n";
  for (int i = 0; i < 5000; ++i) text += "1\n";
  const Faults faults = bad(text);
  EXPECT_EQ(faults.size(), 1001U);
  EXPECT_THAT(faults.back().message, HasSubstr("4000 more"));
}

TEST(Csv, QuotesOutOfPlace) {
  EXPECT_EQ(bad("a,b\n1,x\"y\n")[0].where.column, 4);
  EXPECT_EQ(bad("a,b\n1,\"x\"y\n")[0].where.column, 6);
  EXPECT_EQ(bad("a,b\n1,\"x\n")[0].where.column, 3);
  EXPECT_EQ(bad("a,b\n1,x\ry\n")[0].code, Code::syntax);
  EXPECT_EQ(bad("\"a")[0].code, Code::syntax);
}

TEST(Csv, FilesThatAreNone) {
  EXPECT_EQ(bad("")[0].code, Code::empty_file);
  EXPECT_EQ(bad("\n\r\n")[0].code, Code::empty_file);
  EXPECT_EQ(bad("a,\xFF\n")[0].code, Code::not_text);
  EXPECT_EQ(bad(std::string_view("a\0b", 3))[0].code, Code::not_text);
  EXPECT_EQ(bad("a,b,a\n")[0].code, Code::duplicate);
  EXPECT_EQ(bad(std::string(kLargestFile + 1, 'a'))[0].code, Code::too_large);
}

TEST(Csv, FieldsAreQuotedWhenTheyMust) {
  EXPECT_EQ(csv_field("plain text"), "plain text");
  EXPECT_EQ(csv_field(""), "");
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(csv_field(" a"), "\" a\"");
  EXPECT_EQ(csv_field("a\n"), "\"a\n\"");
}

RC_GTEST_PROP(Csv, FieldsComeBack, ()) {
  const std::string alphabet = "ab ,\"\r\n\t;'\x7F";
  const auto field = rc::gen::container<std::string>(rc::gen::elementOf(alphabet));
  const std::string a = *field;
  const std::string b = *field;
  const Result<Csv> read = parse_csv("x,y\n" + csv_field(a) + "," + csv_field(b) + "\r\n", "a");
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->rows.size() == 1U);
  RC_ASSERT(read->rows[0][0].text == a);
  RC_ASSERT(read->rows[0][1].text == b);
}

}  // namespace
}  // namespace entente::text
