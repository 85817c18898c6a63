// Holds the judges to the figures of their Python twin (adjudication_twin.py), kept in
// adjudication.json.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "campaign/adjudication/judge.h"
#include "twins/vectors.h"

namespace entente::campaign {
namespace {

using nlohmann::json;

Side side(const json& battle, const std::string& name) {
  return {battle[name], battle.value(name + "_naval", std::vector<double>{})};
}

Battle battle_of(const json& row) {
  return {.days = row["days"],
          .horizon = row["horizon"],
          .clock = row["clock"],
          .attacker = side(row, "attacker"),
          .defender = side(row, "defender"),
          .irregular = row["irregular"]};
}

Judgement numbers_of(const json& row) {
  Judgement numbers;
  for (const JudgementField& one : kJudgements)
    numbers.*one.value = row.value(std::string(one.field.name), numbers.*one.value);
  return numbers;
}

/// Points of a grid of 60 and steps of half a day leave so much.
constexpr double kGrid = 0.02;

TEST(AdjudicationTwin, SameWins) {
  const json all = vectors("adjudication");
  ASSERT_GT(all.size(), 9u);
  for (const json& row : all)
    for (const auto& [name, expected] : row["wins"].items()) {
      const bool closed = name == "contest" || name == "logistic" || name == "threshold";
      EXPECT_NEAR(
          win(*adjudication::find(name), battle_of(row["battle"]), numbers_of(row["numbers"])),
          expected.get<double>(), closed ? 1e-8 : kGrid)
          << name << ' ' << row.dump();
    }
}

}  // namespace
}  // namespace entente::campaign
