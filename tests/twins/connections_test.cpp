// Holds solve/connections to the figures of its Python twin (connections_twin.py).
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "solve/connections.h"
#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;

TEST(ConnectionsTwin, SameStableNetworksAndWelfare) {
  for (const json& one : vectors("connections")) {
    const auto found = stable_networks(one["n"], {one["delta"], one["cost"]});
    EXPECT_EQ(found.stable.size(), one["stable"].get<std::size_t>()) << one.dump();
    EXPECT_NEAR(found.best, one["best"], 1e-9) << one.dump();
    std::vector<std::size_t> links;
    for (const Neighbours& graph : found.stable) {
      std::size_t twice = 0;
      for (const auto& row : graph) twice += row.size();
      links.push_back(twice / 2);
    }
    std::sort(links.begin(), links.end());
    EXPECT_EQ(json(links), one["links"]) << one.dump();
  }
}

}  // namespace
}  // namespace entente::solve
