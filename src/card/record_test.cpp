#include "card/record.h"

#include <gtest/gtest.h>

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
