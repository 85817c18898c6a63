#include "actors/grey_zone.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente::actors {
namespace {

Stakes stakes(double slip) {
  Stakes made;
  made.incidents_month = 2;
  made.step_incident = 0.1;
  made.slip_incident = slip;
  made.cost_incident = 0.01;
  return made;
}

TEST(GreyZone, WithoutSlipsItTakesStepByStep) {
  const Campaign found = campaign(5, 0.5, -3, stakes(0));
  EXPECT_DOUBLE_EQ(found.incidents, 10);
  EXPECT_NEAR(found.taken, 1 - std::pow(0.95, 10), 1e-12);
  EXPECT_DOUBLE_EQ(found.slip, 0);
  EXPECT_NEAR(found.gain, found.taken - 0.1, 1e-12);
}

TEST(GreyZone, ASlipEndsItWithAClash) {
  const Campaign found = campaign(1, 1, -3, stakes(0.5));  // Two incidents.
  EXPECT_DOUBLE_EQ(found.incidents, 1.5);
  EXPECT_DOUBLE_EQ(found.slip, 0.75);
  // At the first with nothing taken, at the second with .1, else both done.
  EXPECT_NEAR(found.taken, 0.25 * 0.1 + 0.25 * 0.19, 1e-12);
  EXPECT_NEAR(found.gain, found.taken - 0.75 * 3 - 1.5 * 0.01, 1e-12);
}

TEST(GreyZone, NoTimeNoCampaign) {
  const Campaign found = campaign(0, 1, -3, stakes(0.1));
  EXPECT_DOUBLE_EQ(found.incidents, 0);
  EXPECT_DOUBLE_EQ(found.gain, 0);
}

}  // namespace
}  // namespace entente::actors
