#include "base/error.h"

#include <gtest/gtest.h>

#include "base/result.h"

namespace entente {
namespace {

TEST(Error, TableIsInOrderOfNamesAndComplete) {
  const auto table = code_table();
  ASSERT_EQ(table.size(), static_cast<std::size_t>(Code::wrong_type) + 1);
  for (std::size_t i = 1; i < table.size(); ++i) EXPECT_LT(table[i - 1].name, table[i].name);
  for (const CodeEntry& entry : table) {
    EXPECT_EQ(code_name(entry.code), entry.name);
    EXPECT_FALSE(entry.meaning.empty());
    EXPECT_NE(entry.meaning.back(), '.');
  }
}

TEST(Error, PrintsPlaceMessageCodeAndHint) {
  EXPECT_EQ(to_text(Error{Code::unknown_state, {"a.toml", 3, 9}, "no such state", "see list"}),
            "a.toml:3:9: no such state [unknown_state]\n  see list");
}

TEST(Error, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(to_text(Error{Code::unreadable, {"a.toml", 0, 0}, "gone", ""}),
            "a.toml: gone [unreadable]");
  EXPECT_EQ(to_text(Error{Code::syntax, {"a.toml", 4, 0}, "odd", ""}), "a.toml:4: odd [syntax]");
  EXPECT_EQ(to_text(Error{Code::syntax, {"", 0, 0}, "odd", ""}), "odd [syntax]");
}

TEST(Error, SortsByPlaceAndDropsRepeats) {
  const Error late{Code::syntax, {"a", 10, 1}, "x", ""};
  const Error early{Code::syntax, {"a", 2, 5}, "x", ""};
  const Error same_place{Code::bad_value, {"a", 2, 5}, "y", ""};
  const Error other_file{Code::syntax, {"b", 1, 1}, "x", ""};
  Faults faults{other_file, early, late, same_place, early};
  sort_faults(faults);
  ASSERT_EQ(faults.size(), 4U);
  EXPECT_EQ(faults[0].message, "y");
  EXPECT_EQ(faults[1].where.line, 2);
  EXPECT_EQ(faults[2].where.line, 10);
  EXPECT_EQ(faults[3].where.file, "b");
}

TEST(Result, HoldsAValueOrFaults) {
  const Result<int> good = 3;
  EXPECT_TRUE(good.has_value());
  EXPECT_EQ(*good, 3);
  const Result<int> bad = Error{Code::syntax, {}, "odd", ""};
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().size(), 1U);
}

}  // namespace
}  // namespace entente
