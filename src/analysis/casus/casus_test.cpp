#include "analysis/casus/casus.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente::analysis {
namespace {

const scenario::Library& built_in() {
  static const scenario::Library library = scenario::built_in_library().value();
  return library;
}

Result<card::Record> ask(const std::string& event, const std::vector<std::string>& given = {}) {
  const card::Arguments arguments{{"given", given}};
  return casus.run({built_in(), event, arguments, Run{}});
}

std::string cell(const std::vector<card::Value>& row, std::size_t column) {
  return std::get<std::string>(row.at(column));
}

/// True where the table has a row that begins with these cells.
bool has(const card::Record& record, std::string_view table,
         const std::vector<std::string>& cells) {
  const auto* found = record.find(table);
  if (found == nullptr) return false;
  return std::ranges::any_of(found->rows, [&](const auto& row) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (cell(row, i) != cells[i]) return false;
    return true;
  });
}

TEST(Casus, VerdictsAndSilencesOfOneEvent) {
  const auto record = ask("PRK attacks USA at guam on 2017-08-10");
  ASSERT_TRUE(record);
  EXPECT_TRUE(has(*record, "verdicts", {"AUS", "fight", "anzus", "art4", "own_judgement"}));
  EXPECT_FALSE(has(*record, "verdicts", {"NZL", "fight", "anzus"}));
  EXPECT_TRUE(has(*record, "silent", {"NZL", "anzus"}));
  EXPECT_TRUE(has(*record, "silent", {"FRA", "nato", "art5"}));
  EXPECT_FALSE(has(*record, "verdicts", {"FRA", "fight", "nato"}));
  EXPECT_EQ(record->finding.rfind("If PRK attacks USA at guam by armed_force on 2017-08-10: ", 0),
            0u)
      << record->finding;
  EXPECT_EQ(record->finding.back(), '.');
}

TEST(Casus, EveryRowHasAReason) {
  const auto record = ask("RUS attacks EST at narva");
  ASSERT_TRUE(record);
  ASSERT_EQ(record->tables.size(), 3u);
  EXPECT_FALSE(record->find("verdicts")->rows.empty());
  for (const auto& row : record->find("verdicts")->rows) EXPECT_NE(cell(row, 5), "");
  for (const auto& row : record->find("silent")->rows) EXPECT_NE(cell(row, 3), "");
}

TEST(Casus, AWordInTheNameOfATitleIsANotice) {
  const auto record = ask("DEU attacks FRA on 1914-08-03");
  ASSERT_TRUE(record);
  EXPECT_NE(std::ranges::find(record->notices, "DEU on 1914-08-03 is germany"),
            record->notices.end());
  EXPECT_TRUE(has(*record, "verdicts", {"russian_empire", "fight"}));
}

TEST(Casus, DaysDecide) {
  EXPECT_TRUE(has(ask("UKR attacks RUS at kursk on 2024-12-10").value(), "verdicts", {"PRK"}));
  EXPECT_FALSE(
      has(ask("UKR attacks RUS at kursk on 2024-08-06").value(), "verdicts", {"PRK", "fight"}));
}

TEST(Casus, AQuietCaseSaysSo) {
  const auto record = ask("CHE attacks BTN");
  ASSERT_TRUE(record);
  EXPECT_NE(record->finding.find("no state owes anything under any agreement"), std::string::npos)
      << record->finding;
  EXPECT_TRUE(record->find("verdicts")->rows.empty());
}

TEST(Casus, FactsGivenArePartOfTheQuestion) {
  const auto alone = ask("russian_empire attacks austria_hungary on 1914-08-06");
  const auto joined = ask("russian_empire attacks austria_hungary on 1914-08-06",
                          {"FRA at war with austria_hungary since 1914-08-06"});
  ASSERT_TRUE(alone);
  ASSERT_TRUE(joined);
  EXPECT_TRUE(has(*alone, "verdicts", {"germany", "fight"}));
}

TEST(Casus, FaultsOfEventAndFactsAllAtOnce) {
  const auto refused = ask("RUZ attacks EST at narwa", {"FRA loves DEU", "FRB at war with RUS"});
  ASSERT_FALSE(refused);
  std::vector<Code> codes;
  for (const Error& error : refused.error()) codes.push_back(error.code);
  std::ranges::sort(codes);
  EXPECT_EQ(codes, (std::vector<Code>{Code::syntax, Code::unknown_place, Code::unknown_state,
                                      Code::unknown_state}));
}

TEST(Casus, TheEventStandsInTheParametersWithItsDefaults) {
  const auto record = ask("RUS attacks EST at narva");
  ASSERT_TRUE(record);
  ASSERT_EQ(record->params.size(), 1u);
  EXPECT_EQ(record->params[0].first, "event");
  const auto& event = std::get<card::Params>(record->params[0].second.held);
  ASSERT_EQ(event.size(), 9u);
  EXPECT_EQ(std::get<std::vector<std::string>>(event[0].second.held),
            std::vector<std::string>{"RUS"});
  EXPECT_EQ(std::get<card::Value>(event[3].second.held), card::Value(std::string("armed_force")));
  EXPECT_EQ(std::get<card::Value>(event[5].second.held),
            card::Value(to_text(built_in().world.day)));
}

TEST(Casus, TwoRunsGiveTheSameRecord) {
  const auto one = ask("IRN attacks ISR,SAU").value();
  const auto two = ask("IRN attacks ISR,SAU").value();
  EXPECT_EQ(one.finding, two.finding);
  ASSERT_EQ(one.tables.size(), two.tables.size());
  for (std::size_t i = 0; i < one.tables.size(); ++i)
    EXPECT_EQ(one.tables[i].rows, two.tables[i].rows);
}

}  // namespace
}  // namespace entente::analysis
