#include "scenario/landscape_file.h"

#include <gtest/gtest.h>

namespace entente::scenario {
namespace {

std::string first_fault(const Faults& faults) {
  return faults.empty() ? ""
                        : to_text(faults.front()).substr(0, to_text(faults.front()).find('\n'));
}

template <class T>
std::string fault_of(const Result<T>& read) {
  return read ? "sound" : first_fault(read.error());
}

TEST(LandscapeFile, ReadsNumbersAsWritten) {
  const auto sizes = read_sizes("name,size\nA,0.10\nB,2\n", "s.csv");
  const auto ties = read_propensities("name,B,A\nB,0,-1.5\nA,-1.50,0\n", "p.csv");
  ASSERT_TRUE(sizes && ties);
  const auto joined = join_landscape(*sizes, *ties);
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->sizes.names, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(joined->sizes.sizes[0], (text::Decimal{1, 1}));
  EXPECT_EQ(joined->propensities[0][1], (text::Decimal{-15, 1}));
}

TEST(LandscapeFile, RefusesWhatIsNoLandscape) {
  const auto sizes = [](const char* text) { return fault_of(read_sizes(text, "s.csv")); };
  const auto ties = [](const char* text) { return fault_of(read_propensities(text, "p.csv")); };
  EXPECT_EQ(sizes("name,size\nA,-2\n"), "s.csv:2:3: the size of `A` is -2 [bad_value]");
  EXPECT_EQ(sizes("name,size\nA,0\n"), "s.csv:2:3: the size of `A` is 0 [bad_value]");
  EXPECT_EQ(sizes("name,size\nA,1\nA,2\n"), "s.csv:3:1: `A` stands in line 2 as well [duplicate]");
  EXPECT_EQ(sizes("name,sizes\nA,1\n"), "s.csv:1:6: sizes have no column `sizes` [unknown_key]");
  EXPECT_EQ(sizes("name,size\nA,large\n"),
            "s.csv:2:3: `large` is no decimal number of at most 18 digits [wrong_type]");
  EXPECT_EQ(sizes("name\nA\n"), "s.csv:1:1: sizes need the column `size` [missing_key]");
  EXPECT_EQ(sizes("name,size\n"), "s.csv: the table has no rows [empty_file]");
  EXPECT_EQ(ties("name,A,B\nA,0,1\nB,2,0\n"),
            "p.csv:3:3: `B` and `A` have 2 here and 1 in line 2 [bad_value]");
  EXPECT_EQ(ties("name,A,B\nA,1,1\nB,1,0\n"),
            "p.csv:2:3: `A` has a propensity towards itself [bad_value]");
  EXPECT_EQ(ties("name,A,B\nA,0,1\n"),
            "p.csv:1:1: the table is not square: 2 columns and 1 rows of states [bad_value]");
  EXPECT_EQ(ties("name,A,B\nB,0,1\nA,1,0\n"),
            "p.csv:2:1: row 1 is `B`, column 1 is `A` [bad_value]");
}

TEST(LandscapeFile, RefusesNamesThatOnlyOneFileHas) {
  const auto sizes = read_sizes("name,size\nA,1\nC,2\n", "s.csv");
  const auto ties = read_propensities("name,A,B\nA,0,1\nB,1,0\n", "p.csv");
  ASSERT_TRUE(sizes && ties);
  const auto joined = join_landscape(*sizes, *ties);
  ASSERT_FALSE(joined);
  ASSERT_EQ(joined.error().size(), 2u);
  EXPECT_EQ(first_fault(joined.error()), "s.csv:3:1: `C` has no propensities [missing_key]");
}

TEST(LandscapeFile, RefusesMoreStatesThanItCanHold) {
  std::string text = "name,size\n";
  for (std::size_t i = 0; i <= kMostStates; ++i) text += "S" + std::to_string(i) + ",1\n";
  const auto sizes = read_sizes(text, "s.csv");
  ASSERT_FALSE(sizes);
  EXPECT_EQ(first_fault(sizes.error()), "s.csv:302:1: 301 states are too many [too_large]");
}

TEST(LandscapeFile, FaultsOfTheTextsHaveTheLinesOfTheFile) {
  const auto document = text::parse_toml(
      "[landscape]\nname = \"x\"\ntitle = \"t\"\nsource = \"s\"\nconfidence = \"A\"\n"
      "sizes = \"\"\"\nname,size\nA,1\nB,-1\n\"\"\"\n"
      "propensities = \"\"\"\nname,A,B\nA,0,1\nB,1,0\n\"\"\"\n",
      "x.toml");
  ASSERT_TRUE(document);
  EXPECT_EQ(fault_of(read_landscape(*document)), "x.toml:9:3: the size of `B` is -1 [bad_value]");
}

}  // namespace
}  // namespace entente::scenario
