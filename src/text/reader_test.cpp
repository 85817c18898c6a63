#include "text/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace entente::text {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A parsed table and a reader over it.
struct Reading {
  explicit Reading(std::string_view toml)
      : document(parse_toml(toml, "a.toml").value()),
        reader(document.root, "a.toml", "an agreement", faults) {}
  Document document;
  Faults faults;
  TableReader reader;
};

TEST(Reader, TakesWhatIsThere) {
  Reading r(
      "id = 'x'\nsigned = 1949-04-04\nended = '1950-01-01'\nrung = 4\nshare = 0.5\n"
      "on = true\nlist = ['a', 'b']\none = 'c'\n[sub]\nk = 1\n[[item]]\n[[item]]\n");
  EXPECT_EQ(r.reader.required_text("id"), "x");
  EXPECT_EQ(r.reader.required_date("signed"), *make_date(1949, 4, 4));
  EXPECT_EQ(r.reader.date("ended"), make_date(1950, 1, 1));
  EXPECT_EQ(r.reader.integer("rung"), 4);
  EXPECT_EQ(r.reader.required_number("rung"), 4.0);
  EXPECT_EQ(r.reader.number("share"), 0.5);
  EXPECT_EQ(r.reader.boolean("on"), true);
  EXPECT_THAT(r.reader.texts("list"), ElementsAre("a", "b"));
  EXPECT_THAT(r.reader.texts("one"), ElementsAre("c"));
  ASSERT_NE(r.reader.table("sub"), nullptr);
  EXPECT_EQ(r.reader.tables("sub").size(), 1U);
  EXPECT_EQ(r.reader.tables("item").size(), 2U);
  EXPECT_EQ(r.reader.text("absent"), std::nullopt);
  EXPECT_TRUE(r.reader.texts("absent").empty());
  EXPECT_TRUE(r.reader.tables("absent").empty());
  r.reader.done();
  EXPECT_TRUE(r.faults.empty());
}

TEST(Reader, ReportsAMissingKeyAtTheTable) {
  Reading r("rung = 4\n");
  EXPECT_EQ(r.reader.required_date("signed"), Date{});
  ASSERT_EQ(r.faults.size(), 1U);
  EXPECT_EQ(to_text(r.faults[0]), "a.toml:1:1: an agreement needs `signed` [missing_key]");
}

TEST(Reader, ReportsAWrongTypeOnceAtTheValue) {
  Reading r("rung = 'four'\nid = 3\nlist = ['a', 1]\nitem = [1]\nother = 2\nshare = 1.5\n");
  EXPECT_EQ(r.reader.integer("rung"), std::nullopt);
  EXPECT_EQ(r.reader.required_text("id"), "");
  EXPECT_THAT(r.reader.texts("list"), ElementsAre("a"));
  EXPECT_TRUE(r.reader.tables("item").empty());
  EXPECT_TRUE(r.reader.texts("other").empty());
  EXPECT_EQ(r.reader.integer("share"), std::nullopt);
  ASSERT_EQ(r.faults.size(), 6U);
  for (const Error& fault : r.faults) EXPECT_EQ(fault.code, Code::wrong_type);
  EXPECT_EQ(to_text(r.faults[0]),
            "a.toml:1:8: `rung` must be a whole number, not a text [wrong_type]");
  EXPECT_EQ(r.faults[2].where.line, 3);
  EXPECT_EQ(r.faults[2].where.column, 14);
  EXPECT_EQ(r.faults[5].message, "`share` must be a whole number, not a number");
}

TEST(Reader, ReportsADateThatIsNone) {
  Reading r("signed = '1949-02-30'\nended = 3\n");
  EXPECT_EQ(r.reader.date("signed"), std::nullopt);
  EXPECT_EQ(r.reader.date("ended"), std::nullopt);
  ASSERT_EQ(r.faults.size(), 2U);
  EXPECT_EQ(r.faults[0].code, Code::no_such_date);
  EXPECT_EQ(r.faults[1].code, Code::wrong_type);
}

TEST(Reader, ReportsANumberThatIsNone) {
  Reading r("share = nan\n");
  EXPECT_EQ(r.reader.number("share"), std::nullopt);
  ASSERT_EQ(r.faults.size(), 1U);
  EXPECT_EQ(r.faults[0].code, Code::bad_value);
}

TEST(Reader, ReportsKeysNobodyAskedFor) {
  Reading r("sgined = 1949-04-04\nzzz = 1\n");
  EXPECT_EQ(r.reader.date("signed"), std::nullopt);
  r.reader.done();
  ASSERT_EQ(r.faults.size(), 2U);
  EXPECT_EQ(to_text(r.faults[0]),
            "a.toml:1:1: an agreement has no `sgined` [unknown_key]\n  did you mean `signed`?");
  EXPECT_EQ(r.faults[1].hint, "");
}

TEST(Reader, ReportsAChoiceThatIsNone) {
  constexpr std::array<std::string_view, 2> kDuties = {"consult", "fight"};
  Reading r("duty = 'figt'\nother = 'zzz'\nright = 'fight'\n");
  EXPECT_EQ(r.reader.choice("duty", kDuties), std::nullopt);
  EXPECT_EQ(r.reader.choice("other", kDuties), std::nullopt);
  EXPECT_EQ(r.reader.choice("right", kDuties), 1U);
  EXPECT_EQ(r.reader.choice("absent", kDuties), std::nullopt);
  ASSERT_EQ(r.faults.size(), 2U);
  EXPECT_EQ(r.faults[0].message, "`duty` cannot be `figt`");
  EXPECT_EQ(r.faults[0].hint, "did you mean `fight`?");
  EXPECT_EQ(r.faults[1].hint, "it is one of consult, fight");
}

TEST(Reader, AThingThatIsNoTableIsReportedOnce) {
  Node node;
  node.kind = Kind::text;
  node.line = 3;
  node.column = 4;
  Faults faults;
  TableReader reader(node, "a.toml", "a party", faults);
  EXPECT_EQ(reader.required_text("state"), "");
  reader.done();
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(to_text(faults[0]), "a.toml:3:4: a party must be a table, not a text [wrong_type]");
}

TEST(Reader, OwnFaultsStandAtTheValueOrTheTable) {
  Reading r("a = 1\nb = 2\n");
  r.reader.fault(Code::bad_value, "b", "too much", "less");
  r.reader.fault(Code::no_source, "source", "no source");
  EXPECT_EQ(r.faults[0].where.line, 2);
  EXPECT_EQ(r.faults[1].where.line, 1);
  EXPECT_EQ(r.reader.where("b").column, 5);
}

TEST(Reader, LongNamesAreCutInMessages) {
  Reading r("'" + std::string(5000, 'k') + "' = 1\n");
  r.reader.done();
  ASSERT_EQ(r.faults.size(), 1U);
  EXPECT_LT(r.faults[0].message.size(), 120U);
  EXPECT_THAT(r.faults[0].message, HasSubstr("..."));
}

}  // namespace
}  // namespace entente::text
