// Holds the index of capability and Spearman's coefficient to the figures of their Python twin
// (capabilities_twin.py), kept in capabilities.json.
#include "panel/capabilities.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "solve/ranks.h"
#include "twins/vectors.h"

namespace entente {
namespace {

using nlohmann::json;

TEST(CapabilitiesTwin, SameIndex) {
  const json worlds = vectors("capabilities")["worlds"];
  ASSERT_EQ(worlds.size(), 2u);
  for (const json& world : worlds) {
    std::vector<std::int64_t> years;
    std::array<std::vector<double>, 6> components;
    for (const json& state : world) {
      years.push_back(state["year"]);
      for (std::size_t c = 0; c < components.size(); ++c) {
        const json& own = state["components"][c];
        components[c].push_back(own.is_null() ? std::numeric_limits<double>::quiet_NaN()
                                              : own.get<double>());
      }
    }
    const std::vector<double> found = panel::index_of_capability(years, components);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const json& expected = world[i]["index"];
      ASSERT_EQ(std::isnan(found[i]), expected.is_null()) << i;
      if (expected.is_null()) continue;
      EXPECT_NEAR(found[i], expected.get<double>(), 1e-12) << i;
    }
  }
}

TEST(CapabilitiesTwin, SameRanks) {
  const json all = vectors("capabilities")["series"];
  ASSERT_EQ(all.size(), 3u);
  for (const json& row : all)
    EXPECT_NEAR(
        solve::spearman(row["a"].get<std::vector<double>>(), row["b"].get<std::vector<double>>()),
        row["spearman"].get<double>(), 1e-12)
        << row;
}

}  // namespace
}  // namespace entente
