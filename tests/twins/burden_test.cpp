// Holds solve/public_good and solve/aggregation to the figures of their Python twin
// (burden_twin.py).
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "solve/aggregation.h"
#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;

constexpr double kTolerance = 2e-4;  // The twin searches.

std::vector<Contributor> everyone(const json& row) {
  std::vector<Contributor> all;
  for (const json& one : row["everyone"]) all.push_back({one[0], one[1], one[2]});
  return all;
}

void expect_gifts(const json& row, const Provision& found) {
  ASSERT_EQ(row["nash"].size(), found.gifts.size());
  for (std::size_t i = 0; i < found.gifts.size(); ++i)
    EXPECT_NEAR(found.gifts[i], row["nash"][i].get<double>(), kTolerance) << row.dump();
}

TEST(BurdenTwin, SameGiftsAndSameEfficientTotal) {
  const json cases = vectors("burden");
  for (const json& row : cases["sum"]) {
    const auto all = everyone(row);
    expect_gifts(row, voluntary(all));
    if (row.contains("efficient")) {
      EXPECT_NEAR(lindahl(all).total, row["efficient"].get<double>(), kTolerance) << row.dump();
    }
  }
}

TEST(BurdenTwin, SameGiftsOfConstantElasticity) {
  const json cases = vectors("burden");
  for (const json& row : cases["ces"]) {
    TechnologyTerms terms;
    terms.rho = row["rho"].get<double>();
    expect_gifts(row, provide(Technology::ces, everyone(row), terms).gifts);
  }
}

}  // namespace
}  // namespace entente::solve
