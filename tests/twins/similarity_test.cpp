// Holds the measures of similarity to the figures of their Python twin (similarity_twin.py), kept
// in similarity.json.
#include "solve/similarity.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;

Portfolios portfolios_of(const json& row) {
  Portfolios both(row["levels"][0], row["levels"][1]);
  for (std::size_t k = 0; k < row["a"].size(); ++k)
    both.add(row["a"][k], row["b"][k], row["weights"][k]);
  return both;
}

std::optional<double> value(const Portfolios& both, const json& asked) {
  const std::string name = asked[0], word = asked[1];
  const auto counting = asked[2] ? Counting::weighted : Counting::once;
  const auto how = word == "nominal"    ? Disagreement::nominal
                   : word == "absolute" ? Disagreement::absolute
                                        : Disagreement::squared;
  if (name == "tau_b") return both.tau_b();
  if (name == "s") return both.s(how, counting);
  return name == "pi" ? both.pi(how, counting) : both.kappa(how, counting);
}

TEST(SimilarityTwin, SameMeasures) {
  const json all = vectors("similarity");
  ASSERT_EQ(all.size(), 8u);
  for (const json& row : all) {
    const Portfolios both = portfolios_of(row);
    for (const json& asked : row["measures"]) {
      const auto found = value(both, asked);
      ASSERT_EQ(found.has_value(), !asked[3].is_null()) << asked << row;
      EXPECT_NEAR(found.value_or(0), found ? asked[3].get<double>() : 0, 1e-12) << asked << row;
    }
  }
}

}  // namespace
}  // namespace entente::solve
