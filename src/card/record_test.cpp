#include "card/record.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente::card {
namespace {

constexpr Column kColumns[] = {{"state", "", "Who."}, {"gap", "%", "How much."}};
constexpr TableSpec kGap{"gap", "Gaps.", kColumns};

TEST(Record, TableTakesTheColumnsOfItsSpec) {
  Record record;
  Table& table = record.table(kGap);
  table.row({std::string("USA"), 1.5});
  ASSERT_NE(record.find("gap"), nullptr);
  EXPECT_EQ(record.find("gap")->columns[1].unit, "%");
  EXPECT_EQ(record.find("gap")->rows.size(), 1u);
  EXPECT_EQ(record.find("nothing"), nullptr);
}

TEST(Record, APackedTableReadsLikeAnyOther) {
  constexpr Column columns[] = {{"state", "", "Who."}, {"year", "", "When."}, {"s", "", "S."}};
  Record record;
  Table& table = record.table({"s", "S.", columns});
  EXPECT_EQ(table.size(), 0u);
  table.pack({PackedTexts{{"USA", "FRA"}, {1, 0, PackedTexts::kNone}},
              PackedIntegers{{1914, PackedIntegers::kNone, 1816}},
              PackedNumbers{{0.5, -1, std::nan("")}}});
  ASSERT_EQ(table.size(), 3u);
  EXPECT_EQ(table.cell(0, 0), Value(std::string("FRA")));
  EXPECT_EQ(table.cell(2, 0), Value());
  EXPECT_EQ(table.cell(0, 1), Value(std::int64_t{1914}));
  EXPECT_EQ(table.cell(1, 1), Value());
  EXPECT_EQ(table.cell(1, 2), Value(-1.0));
  EXPECT_EQ(table.cell(2, 2), Value());
  const Table two = table.first(2);
  ASSERT_EQ(two.rows.size(), 2u);
  EXPECT_EQ(two.rows[1][0], Value(std::string("USA")));
  EXPECT_EQ(table.first(9).size(), 3u);
  EXPECT_EQ(two.cell(0, 2), Value(0.5));
}

#ifndef NDEBUG
TEST(RecordDeathTest, ShortRowIsOurFault) {
  Record record;
  Table& table = record.table(kGap);
  EXPECT_DEATH(table.row({1.0}), "values.size");
}
#endif

TEST(Argument, LastTextWins) {
  const Arguments arguments{{"on", {"a", "b"}}, {"none", {}}};
  EXPECT_EQ(argument(arguments, "on"), "b");
  EXPECT_EQ(argument(arguments, "none"), "");
  EXPECT_EQ(argument(arguments, "missing"), "");
}

TEST(Card, EverySubjectAndTypeHasAWord) {
  EXPECT_EQ(subject_word(Subject::none), "");
  EXPECT_EQ(subject_word(Subject::case_), "case");
  EXPECT_EQ(subject_word(Subject::patron), "patron");
  for (int i = 0; i <= static_cast<int>(Type::file); ++i) {
    EXPECT_FALSE(type_word(static_cast<Type>(i)).empty());
  }
}

}  // namespace
}  // namespace entente::card
