// Holds solve/cooperative_game to the figures of its Python twin (goals_twin.py).
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "solve/cooperative_game.h"
#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;
using Figures = std::vector<double>;

void expect_same(const Figures& got, const json& wanted, const json& of) {
  ASSERT_EQ(got.size(), wanted.size()) << of.dump();
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], wanted[i], 1e-12) << of.dump();
}

TEST(GoalsTwin, SameValuesOfEveryGame) {
  for (const json& one : vectors("goals")) {
    const auto values = one["values"].get<Figures>();
    expect_same(shapley(values), one["shapley"], one["unions"]);
    expect_same(banzhaf(values), one["banzhaf"], one["unions"]);
    expect_same(owen(values, one["unions"].get<std::vector<int>>()), one["owen"], one["unions"]);
    expect_same(interactions(values), one["interactions"], one["unions"]);
  }
}

}  // namespace
}  // namespace entente::solve
