// Holds solve/collective_choice to the figures of its Python twin (negotiate_twin.py).
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "solve/collective_choice.h"
#include "twins/vectors.h"

namespace entente::solve {
namespace {

using nlohmann::json;
using Figures = std::vector<double>;

/// Where a word stands in a list; the end of it where it does not.
template <std::size_t N>
std::size_t place_of(const std::string& word, const char* const (&words)[N]) {
  return static_cast<std::size_t>(std::ranges::find(words, word) - words);
}

TEST(NegotiateTwin, SameElections) {
  constexpr const char* kVotes[] = {"proportional", "binary", "cubic"};
  constexpr const char* kVictories[] = {"linear", "square", "quartic"};
  const json all = vectors("negotiate");
  for (const json& one : all["elections"]) {
    ChoiceRules rules;
    rules.range = one["range"];
    rules.exponent = one["exponent"];
    rules.vote = static_cast<Vote>(place_of(one["vote"], kVotes));
    rules.victory = static_cast<Victory>(place_of(one["victory"], kVictories));
    std::vector<Chooser> choosers;
    const auto weights = one["weights"].get<Figures>(), ideals = one["ideals"].get<Figures>();
    for (std::size_t a = 0; a < weights.size(); ++a)
      choosers.push_back({.weight = weights[a], .ideal = ideals[a]});
    const auto options = one["options"].get<Figures>();
    const auto odds = contests(choosers, options, rules);
    const auto p = condorcet_election(odds, options.size());
    for (std::size_t i = 0; i < options.size(); ++i) {
      EXPECT_NEAR(p[i], one["p"][i], 1e-9) << one.dump();
      for (std::size_t j = 0; j < options.size(); ++j)
        EXPECT_NEAR(odds[i * options.size() + j], one["beats"][i][j], 1e-12) << one.dump();
    }
    EXPECT_NEAR(weighted_mean(choosers), one["mean"], 1e-12);
    EXPECT_EQ(weighted_median(choosers), one["median"].get<double>());
  }
}

}  // namespace
}  // namespace entente::solve
