// Holds solve/war_stability to the figures of its Python twin (stability_twin.py).
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "solve/war_stability.h"
#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;

TEST(StabilityTwin, SameVulnerableStatesAndBreaches) {
  const json cases = vectors("stability");
  ASSERT_GE(cases.size(), 20u);
  for (const json& one : cases) {
    Alliances g(one["strengths"].get<std::vector<std::int64_t>>(), {one["over"], one["under"]});
    for (const json& link : one["links"]) g.set(link[0], link[1], true);
    const auto found = war_stability(
        g, one["coalition"] == "clique" ? Coalition::clique : Coalition::neighbours, {});
    ASSERT_TRUE(found.has_value());
    std::vector<std::size_t> vulnerable;
    for (std::size_t i = 0; i < g.size(); ++i)
      if (found->won[i]) vulnerable.push_back(i);
    EXPECT_EQ(json(vulnerable), one["vulnerable"]) << one.dump();
    EXPECT_EQ(found->none_after_adding.broken, one["s2_broken"].get<std::size_t>()) << one.dump();
    EXPECT_EQ(found->all_needed.broken, one["s3_broken"].get<std::size_t>()) << one.dump();
  }
}

}  // namespace
}  // namespace entente::solve
