// Holds solve/robust_plan to the figures of its Python twin (robust_plan_twin.py).
#include "solve/robust_plan.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;

TEST(RobustPlanTwin, SameValues) {
  const json kept = vectors("robust_plan");
  for (const json& one : kept.at("plans")) {
    PlanProblem p;
    const auto costs = one["costs"].get<std::vector<double>>();
    const auto spared = one["spared"].get<std::vector<double>>();
    const auto belief = one["belief"].get<std::vector<double>>();
    const double upkeep = one["upkeep"], loss = one["loss"];
    for (std::size_t x = 0; x < costs.size(); ++x)
      p.programmes.push_back({static_cast<int>(one["leads"][x].get<double>()),
                              static_cast<int>(one["builds_on"][x].get<double>())});
    p.years = static_cast<int>(one["years"].get<double>());
    p.at_once = static_cast<int>(one["at_once"].get<double>());
    p.discount = one["discount"];
    p.pessimism = one["alpha"];
    p.weight = one["weight"].get<std::vector<double>>();
    p.payoff = [=](Programmes stand, Programmes running, std::size_t) {
      YearPayoff year{loss * (1 - belief[0]), loss * (1 - belief[1]), 0};
      for (std::size_t x = 0; x < costs.size(); ++x) {
        const bool stands = (stand >> x & 1) != 0;
        if (stands) year.loss_low *= 1 - spared[x];
        if (stands) year.loss_high *= 1 - spared[x];
        if (stands) year.cost += costs[x] * upkeep;
        if ((running >> x & 1) != 0) year.cost += costs[x];
      }
      return year;
    };
    EXPECT_NEAR(robust_plan(p).value[0], one["value"], 1e-9) << one.dump();
  }
}

}  // namespace
}  // namespace entente::solve
