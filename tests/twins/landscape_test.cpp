// Holds solve/landscape to the figures of its Python twin (landscape_twin.py), in landscape.json.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "solve/landscape.h"
#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;

TEST(LandscapeTwin, SameMinimaEnergiesAndBasins) {
  const json cases = vectors("landscape");
  ASSERT_GE(cases.size(), 10u);
  for (const json& one : cases) {
    Landscape landscape;
    landscape.states = one["weights"].size();
    for (const json& row : one["weights"])
      for (const json& weight : row) landscape.weights.push_back(weight);
    Sought sought;
    sought.camps = one["camps"];
    sought.ties = one["ties"] == "weak" ? Ties::weak : Ties::strict;
    const Minima minima = all_minima(landscape, sought, {});
    ASSERT_EQ(minima.found.size(), one["minima"].size()) << one.dump();
    for (std::size_t i = 0; i < minima.found.size(); ++i) {
      EXPECT_EQ(json(minima.found[i].camps), one["minima"][i]["camps"]);
      EXPECT_EQ(json(minima.found[i].energy), one["minima"][i]["energy"]);
      EXPECT_EQ(json(minima.found[i].basin), one["minima"][i]["basin"]) << one.dump();
    }
  }
}

}  // namespace
}  // namespace entente::solve
