#include "actors/pressure.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "actors/aggressor/aggressor.h"

namespace entente::actors {
namespace {

TEST(Pressure, NoneChangesNothing) {
  const Stakes before, after = pressed(before, {}, 0.7);
  EXPECT_EQ(after.status_quo, before.status_quo);
  EXPECT_EQ(after.base_rate_attack, before.base_rate_attack);
}

TEST(Pressure, MovesEveryModelTheSameWay) {
  const std::array<Outcome, 2> outcomes{Outcome{0.8, 0}, Outcome{0.3, 1}};
  const Prospect seen{outcomes, 0.9, 0.5, true, 0.01};
  for (const double hazard : {0.8, 1.25})
    for (const AggressorModel* model : aggressor::all()) {
      const double before = model->gain(seen, {});
      const double after = model->gain(seen, pressed({}, {.hazard = hazard}, 0.5));
      if (model->card.name == "satisficer") {
        EXPECT_LE((after - before) * (hazard < 1 ? 1 : -1), 0);
      } else {
        EXPECT_LT((after - before) * (hazard < 1 ? 1 : -1), 0) << model->card.name;
      }
    }
}

TEST(Pressure, IsWorthItsLogarithm) {
  const Stakes after =
      pressed({}, {.hazard = 0.85, .conceded = 0.1, .cost = 0.05, .slip = 0.02}, 1);
  EXPECT_NEAR(after.status_quo, 0.1 - std::log(0.85) / 5, 1e-12);
  EXPECT_NEAR(after.base_rate_attack, 0.02 * 0.85, 1e-12);
  EXPECT_NEAR(after.cost, 0.25, 1e-12);
  EXPECT_NEAR(after.slip_incident, 0.03, 1e-12);
}

TEST(Pressure, AnOfferFromStrengthDetersAndFromWeaknessInvites) {
  const Pressure offer{.hazard = 0.9, .offer = true};
  EXPECT_LT(hazard_factor(offer, 0.1), 1);
  EXPECT_GT(hazard_factor(offer, 0.8), 1);
  const double turns = offer_turns_at(offer);
  EXPECT_NEAR(turns, (1 / 0.9 - 1) / 0.5, 1e-12);
  EXPECT_NEAR(hazard_factor(offer, turns), 1, 1e-12);
  // It reads the balance only where it is an offer.
  EXPECT_EQ(hazard_factor({.hazard = 0.9}, 0.8), 0.9);
  EXPECT_TRUE(std::isinf(offer_turns_at({.hazard = 0.9})));
}

}  // namespace
}  // namespace entente::actors
