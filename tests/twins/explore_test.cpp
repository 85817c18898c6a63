// Holds designs, indices, effects, boxes and regret to the figures of their Python twin
// (explore_twin.py).
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "solve/designs.h"
#include "solve/morris.h"
#include "solve/prim.h"
#include "solve/regret.h"
#include "solve/sobol_indices.h"
#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;

TEST(ExploreTwin, SameSequence) {
  const json rows = vectors("explore").at("sobol");
  std::vector<std::string> names;
  for (std::size_t j = 0; j < 8; ++j) names.push_back("dimension " + std::to_string(j));
  const Design design = sobol_points(rows.size(), {1, names});
  // The first point of the sequence is 0, so what stands there is the shift.
  const auto high = [](double x) { return static_cast<unsigned>(x * 256); };
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < 8; ++j)
      EXPECT_EQ(high(design.at(i, j)) ^ high(design.at(0, j)), rows[i]["points"][j]) << i;
}

TEST(ExploreTwin, SameIndices) {
  for (const json& one : vectors("explore", "indices")) {
    const auto answers = one["answers"].get<std::vector<double>>();
    const SobolIndices found =
        sobol_indices(answers, one["factors"], one["second"], 0, Stream(1, 0, "twin", "bootstrap"));
    EXPECT_NEAR(found.mean, one["mean"], 1e-12);
    EXPECT_NEAR(found.variance, one["variance"], 1e-12);
    const auto same = [&](const std::vector<Index>& ours, const char* name) {
      ASSERT_EQ(ours.size(), one[name].size());
      for (std::size_t i = 0; i < ours.size(); ++i)
        EXPECT_NEAR(ours[i].value, one[name][i], 1e-12) << name << i;
    };
    same(found.first, "first");
    same(found.total, "total");
    same(found.second, "pairs");
  }
}

TEST(ExploreTwin, SameEffects) {
  for (const json& one : vectors("explore", "effects")) {
    const std::size_t k = one["factors"];
    const Design design{k, k + 1, one["rows"].get<std::vector<double>>()};
    const auto answers = one["answers"].get<std::vector<double>>();
    const auto found = morris_effects(design, answers, 0, Stream(1, 0, "twin", "bootstrap"));
    for (std::size_t j = 0; j < k; ++j) {
      EXPECT_NEAR(found[j].mu, one["mu"][j], 1e-12);
      EXPECT_NEAR(found[j].mu_star.value, one["mu_star"][j], 1e-12);
      EXPECT_NEAR(found[j].sigma * found[j].sigma, one["variance"][j], 1e-12);
    }
  }
}

TEST(ExploreTwin, SamePeels) {
  for (const json& one : vectors("explore", "boxes")) {
    PrimCases cases{one["factors"], one["values"].get<std::vector<double>>(), {}};
    for (const int hit : one["interest"]) cases.interest.push_back(static_cast<char>(hit));
    const double n = static_cast<double>(cases.interest.size());
    const PrimSearch found = prim(cases);
    ASSERT_EQ(found.trajectory.size(), one["hits"].size());
    for (std::size_t i = 0; i < found.trajectory.size(); ++i) {
      const double hits = one["hits"][i], held = one["held"][i], all = one["hits"][0];
      EXPECT_NEAR(found.trajectory[i].mass, held / n, 1e-12);
      EXPECT_NEAR(found.trajectory[i].density, hits / held, 1e-12);
      EXPECT_NEAR(found.trajectory[i].coverage, hits / all, 1e-12);
    }
    for (std::size_t j = 0; j < cases.factors; ++j) {
      EXPECT_EQ(found.trajectory.back().low[j], one["low"][j]);
      EXPECT_EQ(found.trajectory.back().high[j], one["high"][j]);
    }
    EXPECT_NEAR(
        binomial_tail(one["hits"].back(), one["held"].back(), one["hits"][0].get<double>() / n),
        one["tail"], 1e-12);
  }
}

TEST(ExploreTwin, SameRegret) {
  for (const json& one : vectors("explore", "regret")) {
    const auto losses = one["losses"].get<Losses>();
    const auto found = regrets(losses);
    Losses by_future(losses.front().size());
    for (const auto& plan : losses)
      for (std::size_t x = 0; x < plan.size(); ++x) by_future[x].push_back(plan[x]);
    const auto beaten = dominated(by_future);
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_NEAR(found[i].mean, one["mean"][i], 1e-12);
      EXPECT_EQ(found[i].most, one["most"][i]);
      EXPECT_NEAR(found[i].p90, one["p90"][i], 1e-12);
      EXPECT_EQ(beaten[i] != 0, one["beaten"][i].get<bool>());
    }
  }
}

}  // namespace
}  // namespace entente::solve
