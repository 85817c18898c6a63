#include "analysis/agreements/agreements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace entente::analysis {
namespace {

using card::Arguments;

const scenario::Library& built_in() {
  static const scenario::Library library = scenario::built_in_library().value();
  return library;
}

Result<card::Record> ask(const Arguments& arguments) {
  return agreements.run({built_in(), "", arguments, Run{}});
}

std::string cell(const std::vector<card::Value>& row, std::size_t column) {
  return std::get<std::string>(row.at(column));
}

/// How many parties the agreement has on the day, by its row.
std::size_t parties(const std::string& agreement, const std::string& day) {
  const auto record = ask({{"on", {day}}});
  EXPECT_TRUE(record);
  if (!record) return 0;
  for (const auto& row : record->tables.at(0).rows)
    if (cell(row, 0) == agreement) {
      std::istringstream names(cell(row, 7));
      std::size_t count = 0;
      for (std::string name; names >> name;) ++count;
      return count;
    }
  return 0;
}

std::vector<std::string> in_force(const Arguments& arguments) {
  std::vector<std::string> names;
  const auto record = ask(arguments);
  EXPECT_TRUE(record);
  if (record)
    for (const auto& row : record->tables.at(0).rows) names.push_back(cell(row, 0));
  return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

TEST(Agreements, PartiesOfTheNorthAtlanticTreaty) {
  EXPECT_EQ(parties("nato", "1949-08-23"), 0u);
  EXPECT_EQ(parties("nato", "1949-08-24"), 12u);
  EXPECT_EQ(parties("nato", "1952-02-17"), 12u);
  EXPECT_EQ(parties("nato", "1952-02-20"), 14u);
  EXPECT_EQ(parties("nato", "2024-03-06"), 31u);
  EXPECT_EQ(parties("nato", "2024-03-07"), 32u);
}

TEST(Agreements, OfOneStateAndOfTwo) {
  const auto usa = in_force({{"on", {"2026-07-01"}}, {"state", {"USA"}}});
  EXPECT_TRUE(has(usa, "nato"));
  EXPECT_TRUE(has(usa, "anzus"));
  EXPECT_FALSE(has(usa, "csto"));
  const auto both = in_force({{"on", {"2026-07-01"}}, {"between", {"USA,AUS"}}});
  EXPECT_TRUE(has(both, "anzus"));
  EXPECT_FALSE(has(both, "nato"));
  EXPECT_LT(both.size(), usa.size());
}

TEST(Agreements, TheDayOfTheLibraryIsTheDefault) {
  EXPECT_EQ(in_force({}), in_force({{"on", {to_text(built_in().world.day)}}}));
}

TEST(Agreements, ChangesSinceADay) {
  const auto record = ask({{"on", {"2024-03-07"}}, {"since", {"2023-04-03"}}, {"state", {"SWE"}}});
  ASSERT_TRUE(record);
  ASSERT_EQ(record->tables.size(), 2u);
  const auto& rows = record->tables[1].rows;
  const auto joined = std::ranges::find_if(rows, [](const auto& row) {
    return cell(row, 1) == "nato" && cell(row, 2) == "SWE" && cell(row, 3) == "joined";
  });
  ASSERT_NE(joined, rows.end());
  EXPECT_EQ(cell(*joined, 0), "2024-03-07");
  for (const auto& row : rows) {
    EXPECT_GT(cell(row, 0), "2023-04-03");
    EXPECT_LE(cell(row, 0), "2024-03-07");
  }
  EXPECT_TRUE(std::ranges::is_sorted(rows, {}, [](const auto& row) { return cell(row, 0); }));
}

TEST(Agreements, TheDaySinceIsNotItselfAChange) {
  const auto record = ask({{"on", {"2024-03-07"}}, {"since", {"2024-03-07"}}});
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->tables.at(1).rows.empty());
}

TEST(Agreements, SuspensionsAreChanges) {
  const auto record = ask({{"on", {"1986-08-11"}}, {"since", {"1986-08-10"}}, {"state", {"NZL"}}});
  ASSERT_TRUE(record);
  const auto& rows = record->tables.at(1).rows;
  EXPECT_TRUE(std::ranges::any_of(rows, [](const auto& row) {
    return cell(row, 1) == "anzus" && cell(row, 2) == "NZL" && cell(row, 3) == "suspended";
  }));
}

TEST(Agreements, FaultsAllAtOnce) {
  const auto refused = ask({{"on", {"2020-01-01"}},
                            {"since", {"2021-01-01"}},
                            {"state", {"USB"}},
                            {"between", {"soviet_union"}}});
  ASSERT_FALSE(refused);
  std::vector<Code> codes;
  for (const Error& error : refused.error()) codes.push_back(error.code);
  std::ranges::sort(codes);
  EXPECT_EQ(codes, (std::vector<Code>{Code::bad_argument, Code::not_alive, Code::order_of_dates,
                                      Code::unknown_state}));
}

}  // namespace
}  // namespace entente::analysis
