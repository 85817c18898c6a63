#include "actors/aggressor/aggressor.h"

#include <gtest/gtest.h>

#include <array>

namespace entente::actors {
namespace {

constexpr std::array kOutcomes = {Outcome{0.8, 0}, Outcome{0.2, 1}};

Prospect prospect() { return {kOutcomes, 0.9, 0.5, true, 0.01}; }

double gain(std::string_view model, const Prospect& seen, const Stakes& stakes = {}) {
  return aggressor::find(model)->gain(seen, stakes);
}

TEST(Aggressor, ExpectedUtilityWeighsEveryOutcome) {
  // Won with .8 and nobody comes: .8 - .2 * .8 - .2 - .1 * .5; won with .2 against the patron:
  // .2 - .8 * .8 - .2 - .3 - .05.
  EXPECT_NEAR(gain("expected_utility", prospect()), ((0.8 - 0.16 - 0.25) + (0.2 - 0.64 - 0.55)) / 2,
              1e-12);
}

TEST(Aggressor, TheStatusQuoCounts) {
  Stakes stakes;
  stakes.status_quo = -0.2;
  EXPECT_NEAR(gain("expected_utility", prospect(), stakes),
              gain("expected_utility", prospect()) + 0.2, 1e-12);
}

TEST(Aggressor, OneThatIgnoresAlliesSeesTheTargetAlone) {
  EXPECT_NEAR(gain("ignores_allies", prospect()), 0.9 - 0.1 * 0.8 - 0.2, 1e-12);
}

TEST(Aggressor, LossesWeighHeavier) {
  const Outcome even{0.5, 0};
  Prospect seen = prospect();
  seen.outcomes = std::span(&even, 1);
  seen.umbrella = 0;
  // Wins .8, or loses 1.0 at 2.25 times the weight.
  EXPECT_NEAR(gain("loss_averse", seen), 0.5 * 0.8 - 0.5 * 2.25 * 1.0, 1e-12);
  Stakes neutral;
  neutral.loss_aversion = 1;
  EXPECT_NEAR(gain("loss_averse", seen, neutral), gain("expected_utility", seen, neutral), 1e-12);
}

TEST(Aggressor, SatisficerCountsChancesOfBeingBetterOff) {
  EXPECT_NEAR(gain("satisficer", prospect()), 0.5 - 0.6, 1e-12);
  Stakes dear;
  dear.cost = 1;  // Not even winning pays.
  EXPECT_NEAR(gain("satisficer", prospect(), dear), -0.6, 1e-12);
}

TEST(Aggressor, HazardIsARateThatAPactMultiplies) {
  EXPECT_NEAR(gain("empirical_hazard", prospect()), 0.02 * 0.82 - 0.01, 1e-12);
  Prospect alone = prospect();
  alone.pact = false;
  EXPECT_NEAR(gain("empirical_hazard", alone), 0.02 - 0.01, 1e-12);
}

TEST(Aggressor, NobodyIsCalledByAnotherName) {
  EXPECT_EQ(aggressor::find("nobody"), nullptr);
  for (const std::string_view name : aggressor::kNames) EXPECT_NE(aggressor::find(name), nullptr);
  EXPECT_EQ(aggressor::all().size(), std::size(aggressor::kNames));
}

}  // namespace
}  // namespace entente::actors
