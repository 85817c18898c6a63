// Shortages against the canonical allocation.
#include "campaign/shortages.h"

#include <gtest/gtest.h>

#include <cmath>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::reference_laid;

/// The weighted sum, and the largest unmet share of a contingency.
std::pair<double, double> aims(const Problem& p, const std::vector<double>& shortage) {
  double sum = 0, most = 0;
  for (std::size_t c = 0; c < p.set.size(); ++c) {
    double missing = 0, asked = 0;
    for (std::size_t t = 0; t < p.periods; ++t) {
      const std::size_t at = c * p.periods + t;
      sum += p.weight[at] * shortage[at];
      missing += p.time[t] * shortage[at];
      asked += p.time[t] * p.net[at];
    }
    if (asked > 0) most = std::max(most, missing / asked);
  }
  return {sum, most};
}

void agree(const DrawTerms& terms, const std::vector<int>& set) {
  const Situation& s = *terms.world->situation;
  for (int k = 0; k < static_cast<int>(s.elements.size()); ++k) {
    const Problem p = problem_of(terms, set, k);
    const std::vector<double> found = shortages(terms, set, k);
    ASSERT_EQ(found.size(), p.net.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_GE(found[i], 0);
      EXPECT_LE(found[i], p.net[i] * (1 + 1e-12));
    }
    const auto [sum, most] = aims(p, found);
    const Allocation best = allocate(p, s);
    EXPECT_NEAR(sum, best.objective, 1e-9);
    EXPECT_NEAR(most, aims(p, best.shortage).second, 1e-7);
  }
}

TEST(Shortages, HaveTheFirstTwoAimsOfTheCanonicalOptimum) {
  const auto& laid = reference_laid();
  const std::vector<int> all{0, 1, 2, 3, 4, 5};
  for (std::uint64_t draw = 0; draw < 3; ++draw) {
    const auto world = shared_world(laid.situation, laid.world({1, draw}));
    const DrawTerms terms = draw_in(*world, Honour::drawn, 1, draw);
    for (const auto& set :
         {all, std::vector<int>{0, 1}, std::vector<int>{3}, std::vector<int>{2, 5, 1}})
      agree(terms, set);
  }
  const WorldTerms nominal = world_terms(laid.situation, laid.numbers);  // Equal weights: ties.
  agree(draw_terms(nominal, laid.kept()), all);
}

}  // namespace
}  // namespace entente::campaign
