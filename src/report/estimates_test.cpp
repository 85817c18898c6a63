#include "report/estimates.h"

#include <gtest/gtest.h>

#include "report/text.h"

namespace entente::report {
namespace {

using card::Value;

card::Table example() {
  card::Table table{"gap",
                    {{"set", "", ""},
                     {"gap", "%", ""},
                     {"gap_lo", "%", ""},
                     {"gap_hi", "%", ""},
                     {"gap_p05", "%", ""},
                     {"gap_p95", "%", ""},
                     {"kept", "%", ""}},
                    {}};
  table.row({std::string("a+b"), 31.234, 29.96, 32.4, 20.0, 140.2, 19.0978});
  table.row({std::string("a"), 2.0, 2.0, 2.0, Value(), Value(), 0.00123});
  return table;
}

TEST(Estimates, StandInOneCell) {
  const card::Table shown = gather_estimates(example());
  ASSERT_EQ(shown.columns.size(), 3u);
  EXPECT_EQ(std::get<std::string>(shown.rows[0][1]), "31.2 [30, 32.4] {20, 140}");
  EXPECT_EQ(std::get<double>(shown.rows[0][2]), 19.1);
}

TEST(Estimates, WhatIsKnownHasNoBrackets) {
  const card::Table shown = gather_estimates(example());
  EXPECT_EQ(std::get<std::string>(shown.rows[1][1]), "2");
  EXPECT_EQ(std::get<double>(shown.rows[1][2]), 0.0012);
}

TEST(Estimates, OtherTablesStayAsTheyAre) {
  card::Table table{"t", {{"state_lo", "", ""}, {"value", "", ""}}, {}};
  table.row({std::string("x"), 1.23456});
  EXPECT_EQ(gather_estimates(table).rows, table.rows);
  EXPECT_EQ(legend(std::vector{table}), "");
}

TEST(Estimates, TheLegendNamesWhatIsShown) {
  card::Table table = example();
  EXPECT_NE(legend(std::vector{table}).find("[ ]"), std::string::npos);
  EXPECT_NE(legend(std::vector{table}).find("{ }"), std::string::npos);
  for (auto& row : table.rows) row[4] = row[5] = Value();
  EXPECT_EQ(legend(std::vector{table}).find("{ }"), std::string::npos);
}

TEST(Estimates, ThreeDigits) {
  EXPECT_EQ(three_digits(0), "0");
  EXPECT_EQ(three_digits(1e-13), "0");
  EXPECT_EQ(three_digits(0.5), "0.5");
  EXPECT_EQ(three_digits(9.994), "9.99");
  EXPECT_EQ(three_digits(9.996), "10");
  EXPECT_EQ(three_digits(-99.96), "-100");
  EXPECT_EQ(three_digits(1234.5), "1234");
  EXPECT_EQ(three_digits(0.00456), "0.0046");
}

TEST(Views, LeadingShowsTheRowsOfTheFirstValue) {
  card::Record record;
  record.finding = "f";
  card::Table table{"t", {{"set", "", ""}, {"state", "", ""}}, {}};
  table.row({std::string("big"), std::string("A")});
  table.row({std::string("small"), std::string("B")});
  table.row({std::string("big"), std::string("C")});
  record.tables = {table};
  const card::View views[] = {{.mark = card::Mark::leading, .table = "t", .x = "set"}};
  const std::string text = to_text(record, views);
  EXPECT_NE(text.find("t: big"), std::string::npos) << text;
  EXPECT_EQ(text.find("small"), std::string::npos) << text;
  EXPECT_NE(text.find("... and 1 more lines"), std::string::npos) << text;
}

TEST(Views, CountedShowsNoRows) {
  card::Record record;
  record.finding = "f";
  card::Table table{"t", {{"state", "", ""}}, {}};
  table.row({std::string("ABC")});
  record.tables = {table};
  const card::View views[] = {{.mark = card::Mark::counted, .table = "t"}};
  EXPECT_EQ(to_text(record, views).find("ABC"), std::string::npos);
  EXPECT_NE(to_text(record, views).find("t: 1 lines"), std::string::npos);
}

}  // namespace
}  // namespace entente::report
