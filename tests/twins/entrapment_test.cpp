// Holds promises, dilemmas and chain gangs to the figures of their Python twin
// (entrapment_twin.py), kept in entrapment.json.
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "actors/chain_gang.h"
#include "actors/contract.h"
#include "actors/dilemma.h"
#include "twins/vectors.h"

namespace entente::actors {
namespace {

using nlohmann::json;

TEST(EntrapmentTwin, SameWindows) {
  const json all = vectors("entrapment");
  ASSERT_GT(all["windows"].size(), 5u);
  for (const json& row : all["windows"]) {
    const Contract made{row["p0"],   row["cost"],  row["crisis"],
                        row["gain"], row["value"], row["kappa"]};
    const Window free = window(made, false), bound = window(made, true);
    EXPECT_NEAR(free.deters, row["deters"], 1e-12) << row.dump();
    if (row["emboldens"].is_null()) {
      EXPECT_TRUE(std::isinf(free.emboldens)) << row.dump();
    } else {
      EXPECT_NEAR(free.emboldens, row["emboldens"], 1e-12) << row.dump();
    }
    EXPECT_NEAR(free.low, row["low"], 1e-12) << row.dump();
    EXPECT_NEAR(free.high, row["high"], 1e-12) << row.dump();
    EXPECT_NEAR(bound.high, row["high_conditional"], 1e-12) << row.dump();
    EXPECT_EQ(free.opens, row["opens"].get<bool>()) << row.dump();
    EXPECT_EQ(bound.opens, row["opens_conditional"].get<bool>()) << row.dump();
  }
}

TEST(EntrapmentTwin, SameCommitments) {
  const json all = vectors("entrapment");
  for (const json& row : all["dilemmas"]) {
    const json& of = row["of"];
    EXPECT_NEAR(balanced_commitment({of[0], of[1], of[2], of[3], of[4], of[5]}), row["commitment"],
                1e-5)
        << row.dump();
  }
}

TEST(EntrapmentTwin, SameDecisions) {
  const json all = vectors("entrapment");
  ASSERT_GT(all["decisions"].size(), 7u);
  for (const json& row : all["decisions"]) {
    const Alignment at{row["self"], row["ally"], row["attacker"]};
    EXPECT_NEAR(joining_over_waiting(at, {}, row["perceived"]), row["over_waiting"], 1e-11)
        << row.dump();
    const auto turns = crossover(at, {});
    ASSERT_EQ(turns.has_value(), !row["crossover"].is_null()) << row.dump();
    if (turns) {
      EXPECT_NEAR(*turns, row["crossover"], 2e-4 * *turns) << row.dump();
    }
  }
}

}  // namespace
}  // namespace entente::actors
