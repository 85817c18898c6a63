// Holds link formation and logistic regression to the figures of their Python twin
// (forecast_twin.py).
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "solve/link_formation.h"
#include "solve/logistic_regression.h"
#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;

TEST(ForecastTwin, SameLawOfMicroSteps) {
  for (const json& one : vectors("forecast", "steps")) {
    const auto rungs = one["ties"].get<std::vector<std::vector<int>>>();
    const auto worth = one["worth"].get<std::vector<std::vector<double>>>();
    ValuedTies ties(rungs.size());
    Formation model{.worth = {},
                    .closure = one["closure"],
                    .degree = one["degree"],
                    .keep = one["keep"],
                    .highest = one["highest"],
                    .counts_from = one["counts_from"]};
    for (std::size_t i = 0; i < rungs.size(); ++i)
      for (std::size_t j = 0; j < rungs.size(); ++j) {
        model.worth.push_back(worth[i][j]);
        if (i != j) ties.set(i, j, rungs[i][j]);
      }
    const std::size_t actor = one["actor"];
    EXPECT_NEAR(satisfaction(ties, model, actor), one["objective"].get<double>(), 1e-9);
    // The law read off by where an option begins and ends among the choices.
    double from = 1;
    for (const json& option : one["law"]) from -= option[2].get<double>();
    for (const json& option : one["law"]) {
      const double tried = option[2], done = option[3], to = from + tried;
      for (const double choice : {from + 1e-8, to - 1e-8}) {
        if (tried < 1e-6) continue;
        for (const double consent : {done / tried - 1e-8, done / tried + 1e-8}) {
          ValuedTies after = ties;
          const MicroStep step = micro_step(after, model, actor, choice, consent);
          EXPECT_EQ(step.other, option[0].get<std::size_t>());
          EXPECT_EQ(step.change, option[1].get<int>());
          EXPECT_EQ(step.done, step.change < 0 || consent < done / tried);
          EXPECT_EQ(after == ties, !step.done);
        }
      }
      from = to;
    }
  }
}

TEST(ForecastTwin, SameRegressions) {
  for (const json& one : vectors("forecast", "fits")) {
    const auto x = one["x"].get<std::vector<std::vector<double>>>();
    Observed data{.columns = x.front().size(), .x = {}, .trials = {}, .ones = {}};
    for (std::size_t r = 0; r < x.size(); ++r)
      data.add(x[r], one["y"][r].get<double>(), one["count"][r].get<double>());
    const LogisticFit fit = fit_logistic(data, 0);
    EXPECT_TRUE(fit.converged);
    for (std::size_t c = 0; c < data.columns; ++c) {
      const double b = one["b"][c], error = one["error"][c];
      EXPECT_NEAR(fit.b[c], b, 1e-8 * (1 + std::abs(b)));
      EXPECT_NEAR(fit.error[c], error, 1e-8 * (1 + error));
    }
  }
}

}  // namespace
}  // namespace entente::solve
