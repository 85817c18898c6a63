#include "analysis/allies/allies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace entente::analysis {
namespace {

const scenario::Library& built_in() {
  static const scenario::Library library = scenario::built_in_library().value();
  return library;
}

Result<card::Record> ask(const std::string& state, const std::string& day,
                         const std::vector<std::pair<std::string, std::string>>& switches = {}) {
  scenario::Library library = built_in();
  for (const auto& [reading, value] : switches)
    library.readings.emplace_back(library.world.symbols.find(reading),
                                  library.world.symbols.find(value));
  return allies.run({library, state, {{"on", {day}}}, Run{}});
}

/// The states of one status.
std::set<std::string> states(const card::Record& record, const std::string& status) {
  std::set<std::string> found;
  for (const auto& row : record.tables.at(0).rows)
    if (std::get<std::string>(row[1]) == status) found.insert(std::get<std::string>(row[0]));
  return found;
}

TEST(Allies, OfTheUnitedStates) {
  const auto record = ask("USA", "2026-07-01");
  ASSERT_TRUE(record);
  const auto allied = states(*record, "ally");
  EXPECT_EQ(allied.size(), 53u);
  EXPECT_TRUE(allied.contains("VEN"));
  EXPECT_TRUE(allied.contains("JPN"));
  EXPECT_TRUE(allied.contains("FRA"));
  EXPECT_FALSE(allied.contains("NZL"));  // The leg has not run since 1986.
  EXPECT_NE(record->finding.find("USA has 53 treaty allies"), std::string::npos) << record->finding;
}

TEST(Allies, DependOnReadingsOfDisputedMembership) {
  const auto record = ask("USA", "2026-07-01", {{"rio_membership_of_venezuela", "does_not_count"}});
  ASSERT_TRUE(record);
  EXPECT_EQ(states(*record, "ally").size(), 52u);
  EXPECT_FALSE(states(*record, "ally").contains("VEN"));
}

TEST(Allies, RunBothWays) {
  const auto of_japan = ask("JPN", "2026-07-01");
  ASSERT_TRUE(of_japan);
  EXPECT_TRUE(states(*of_japan, "ally").contains("USA"));
}

TEST(Allies, NobodyIsBothAllyAndPartner) {
  for (const char* state : {"USA", "NZL", "RUS", "PRK"}) {
    const auto record = ask(state, "2026-07-01");
    ASSERT_TRUE(record) << state;
    for (const auto& partner : states(*record, "partner"))
      EXPECT_FALSE(states(*record, "ally").contains(partner)) << state << " " << partner;
  }
}

TEST(Allies, RowsAreAlliesFirstThenByName) {
  const auto record = ask("USA", "2026-07-01");
  ASSERT_TRUE(record);
  const auto& rows = record->tables.at(0).rows;
  EXPECT_TRUE(std::ranges::is_sorted(rows, {}, [](const auto& row) {
    return std::pair(std::get<std::string>(row[1]), std::get<std::string>(row[0]));
  }));
}

TEST(Allies, TitlesOfTheDay) {
  const auto record = ask("DEU", "1914-07-01");
  ASSERT_TRUE(record);
  EXPECT_NE(record->finding.find("germany has"), std::string::npos) << record->finding;
  EXPECT_TRUE(states(*record, "ally").contains("austria_hungary"));
}

TEST(Allies, FaultsOfTheSubject) {
  const auto unknown = ask("USB", "2026-07-01");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().front().code, Code::unknown_state);
  EXPECT_NE(unknown.error().front().hint.find("USA"), std::string::npos);
  const auto dead = ask("soviet_union", "2026-07-01");
  ASSERT_FALSE(dead);
  EXPECT_EQ(dead.error().front().code, Code::not_alive);
}

}  // namespace
}  // namespace entente::analysis
