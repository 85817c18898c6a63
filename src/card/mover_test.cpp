// Movers: their order, what is left out, and their cells.
#include "card/mover.h"

#include <gtest/gtest.h>

namespace entente::card {
namespace {

constexpr auto kColumns = mover_columns("%", "Gap with it at its low end.");
constexpr std::array<Column, 1> kGoal = {{{"goal", "", "Which."}}};
constexpr auto kOfGoals = joined(kGoal, kColumns);

TEST(Movers, WhatMovesMostComesFirstAndRoundingIsLeftOut) {
  std::vector<Mover> movers = {{.name = "little", .at_low = 1, .at_high = 2},
                               {.name = "nothing", .at_low = 3, .at_high = 3 + 1e-12},
                               {.name = "much", .at_low = 5, .at_high = 1},
                               {.name = "large rounding", .at_low = 1e9, .at_high = 1e9 + 0.1},
                               {.name = "a little", .at_low = 2, .at_high = 1}};
  put_most_first(movers);
  ASSERT_EQ(movers.size(), 3u);
  EXPECT_EQ(movers[0].name, "much");
  EXPECT_EQ(movers[1].name, "a little");
  EXPECT_EQ(movers[2].name, "little");
}

TEST(Movers, AreRowsOfTheirColumns) {
  Record record;
  Table& table = record.table({"moves", "What moves it.", kOfGoals});
  ASSERT_EQ(table.columns.size(), kMoverColumns + 1);
  add_movers(table,
             {{.name = "n0", .assumption = true, .low = 3, .high = 30, .unit = "wars", .at_low = 2},
              {.name = "forces", .at_low = 1, .at_high = 4}},
             {std::string("deter")});
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0][0], Value(std::string("deter")));
  EXPECT_EQ(table.rows[0][2], Value(std::string("assumption")));
  EXPECT_EQ(table.rows[0][4], Value(30.0));
  EXPECT_EQ(table.rows[0][8], Value(-2.0));
  EXPECT_EQ(table.rows[1][3], Value());
  EXPECT_EQ(table.rows[1][8], Value(3.0));
}

}  // namespace
}  // namespace entente::card
