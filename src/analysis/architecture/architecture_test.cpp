#include "analysis/architecture/architecture.h"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/architecture/tables.h"

namespace entente::analysis {
namespace {

const scenario::Library& library() {
  static const auto built_in = scenario::built_in_library();
  return built_in.value();
}

Result<card::Record> asked(card::Arguments arguments, int threads = 1) {
  for (const card::Field& field : architecture.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name),
                            std::vector<std::string>{std::string(field.fallback)});
  arguments.try_emplace("vary", std::vector<std::string>{"all"});
  entente::Run run;
  run.draws = 16;
  run.threads = threads;
  return architecture.run({library(), "", arguments, run});
}

double number(const card::Value& value) { return std::get<double>(value); }

TEST(Architecture, TheHubIsTheStateWithMostPromisesAndItsWithdrawalCostsSecurity) {
  const auto record = asked({{"pacts", {"1"}}});
  ASSERT_TRUE(record.has_value());
  EXPECT_NE(record->finding.find("If USA withdrew"), std::string::npos) << record->finding;
  const card::Table& withdrawal = *record->find("withdrawal");
  ASSERT_EQ(withdrawal.rows.size(), 6u);
  EXPECT_EQ(number(withdrawal.rows[0][7]), 0);  // No withdrawal changes nothing.
  EXPECT_LT(number(withdrawal.rows[4][7]), 0);  // The whole of it costs.
  EXPECT_LT(number(withdrawal.rows[5][7]),
            number(withdrawal.rows[4][7]));  // Support as well: more.
  EXPECT_LT(number(withdrawal.rows[4][12]), number(withdrawal.rows[0][12]));
  for (const auto& row : record->find("dependence")->rows) {
    EXPECT_GE(number(row[1]), 0);
    EXPECT_LE(number(row[1]), 1);
    if (number(row[1]) > 0) {
      EXPECT_NEAR(number(row[11]), 1 - number(row[6]) / number(row[1]), 1e-9)
          << std::get<std::string>(row[0]);
    }
  }
  EXPECT_EQ(record->find("next_pact")->rows.size(), 1u);
  EXPECT_FALSE(record->exact);
}

TEST(Architecture, AHubThatWouldComeAnywayIsMissedMore) {
  const auto record = asked({{"pacts", {"0"}}});
  ASSERT_TRUE(record.has_value());
  const card::Table& moves = *record->find("moves");
  ASSERT_FALSE(moves.rows.empty());
  const auto at = [&](std::string_view name) {
    for (const auto& row : moves.rows)
      if (std::get<std::string>(row[0]) == name) return number(row[7]);
    ADD_FAILURE() << name << " moves nothing";
    return 0.0;
  };
  // A change below 0 is what is lost: the more reliable the hub, the more.
  EXPECT_LT(at("reliability of USA"), 0);
  double last = 1e300;
  for (const auto& row : moves.rows) {
    EXPECT_LE(std::abs(number(row[7])), last);
    last = std::abs(number(row[7]));
  }
  const auto still = asked({{"pacts", {"0"}}, {"vary", {"none"}}});
  ASSERT_TRUE(still.has_value());
  EXPECT_TRUE(still->find("moves")->rows.empty());
}

TEST(Architecture, TheSameForAnyNumberOfThreads) {
  const auto one = asked({{"pacts", {"1"}}, {"hub", {"FRA"}}}, 1);
  const auto three = asked({{"pacts", {"1"}}, {"hub", {"FRA"}}}, 3);
  ASSERT_TRUE(one && three);
  for (std::size_t t = 0; t < one->tables.size(); ++t)
    EXPECT_EQ(one->tables[t].rows, three->tables[t].rows) << one->tables[t].name;
}

TEST(Architecture, AHubThatIsNoStateIsAFault) {
  const auto made = asked({{"hub", {"ATLANTIS"}}});
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().front().code, Code::unknown_state);
}

TEST(Architecture, APromiseOfDefenceInEitherDirectionIsALink) {
  world::Network network;
  network.states = {{"A", {}}, {"B", {}}, {"C", {}}};
  network.ties = {{0, 1, 3}, {1, 0, 3}, {2, 0, 3}, {1, 2, 2}};
  const auto graph = defence_links(network);
  EXPECT_EQ(graph[0], (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(graph[1], (std::vector<std::size_t>{0}));
  EXPECT_EQ(graph[2], (std::vector<std::size_t>{0}));
}

}  // namespace
}  // namespace entente::analysis
