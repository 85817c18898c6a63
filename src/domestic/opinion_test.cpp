#include "domestic/opinion.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace entente::domestic {
namespace {

TEST(Opinion, TenTimesTheCasualtiesCostFifteenPoints) {
  const Movers movers;
  Opinion start;
  start.settled = 0.7;
  const Opinion few = moved(start, {.casualties = 100}, movers);
  const Opinion many = moved(few, {.casualties = 900}, movers);
  EXPECT_DOUBLE_EQ(few.support(), 0.7 - 0.3);
  EXPECT_DOUBLE_EQ(many.support(), few.support() - 0.15);  // Mueller (1973).
  EXPECT_DOUBLE_EQ(moved(start, {.casualties = 1}, movers).support(), 0.7);
}

TEST(Opinion, CasualtiesCountOnceHoweverTheyCome) {
  const Movers movers;
  Opinion slow;
  slow.settled = 0.9;
  const Opinion at_once = moved(slow, {.casualties = 500}, movers);
  for (int i = 0; i < 50; ++i) slow = moved(slow, {.days = 10, .casualties = 10}, movers);
  EXPECT_NEAR(slow.support(), at_once.support(), 1e-12);
}

TEST(Opinion, CampaignsComeBackByHalfInSixtyDays) {
  const Movers movers;
  const Opinion hit = moved({}, {.reach = 0.8, .resilience = 0.25}, movers);
  EXPECT_DOUBLE_EQ(hit.support(), 0.5 - 0.05 * 0.8 * 0.75);
  EXPECT_DOUBLE_EQ(moved(hit, {.days = 60}, movers).support(), 0.5 - 0.05 * 0.8 * 0.75 / 2);
  EXPECT_DOUBLE_EQ(moved({}, {.reach = 1, .resilience = 1}, movers).support(), 0.5);
}

TEST(Opinion, ARallyFadesByHalfInFourMonths) {
  const Movers movers;
  const Opinion up = moved({}, {.rally = 1}, movers);
  EXPECT_DOUBLE_EQ(up.support(), 0.6);
  EXPECT_DOUBLE_EQ(moved(up, {.days = 4 * kDaysMonth}, movers).support(), 0.55);
}

TEST(Opinion, ThreatAndTaxes) {
  const Movers movers;
  EXPECT_DOUBLE_EQ(moved({}, {.threat_change = 0.5}, movers).support(), 0.6);
  EXPECT_DOUBLE_EQ(moved({}, {.tax_change = 1}, movers).support(), 0.42);
  EXPECT_DOUBLE_EQ(moved({}, {.tax_change = -1}, movers).support(), 0.58);
}

TEST(Opinion, NoHalfLifeLeavesNothing) {
  EXPECT_DOUBLE_EQ(faded(0.4, 1, 0), 0);
  EXPECT_DOUBLE_EQ(faded(0.4, 0, 0), 0.4);
}

TEST(Movers, DefaultsAreThoseOfTheFields) {
  const Movers movers;
  for (const Mover& one : kMovers)
    EXPECT_DOUBLE_EQ(std::stod(std::string(one.field.fallback)), movers.*one.value)
        << one.field.name;
}

/// A number in [low, high].
double any(double low, double high) {
  return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
}

/// Each mover somewhere in its range.
Movers any_movers() {
  Movers made;
  for (const Mover& one : kMovers) made.*one.value = any(one.field.low, one.field.high);
  return made;
}

Opinion any_opinion() {
  return {.settled = any(0, 1),
          .rally = any(0, 1),
          .campaign = any(0, 1),
          .casualties = static_cast<double>(*rc::gen::inRange(0, 100000))};
}

Happening any_step() {
  return {.days = any(0, 1000),
          .threat_change = any(-1, 1),
          .casualties = static_cast<double>(*rc::gen::inRange(0, 100000)),
          .tax_change = any(-5, 5),
          .reach = any(0, 1),
          .resilience = any(0, 1),
          .rally = any(0, 1)};
}

RC_GTEST_PROP(OpinionLaw, StaysBetweenNoneAndAll, ()) {
  const Movers movers = any_movers();
  Opinion now = any_opinion();
  for (int i = 0; i < 8; ++i) {
    now = moved(now, any_step(), movers);
    for (const double part : {now.support(), now.settled, now.rally, now.campaign})
      RC_ASSERT(0 <= part && part <= 1);
  }
}

/// Holds that more of one part of a step never lowers support (`sign` 1) or never raises it (-1).
void holds_direction(double Happening::*part, double most, int sign) {
  const Movers movers = any_movers();
  const Opinion before = any_opinion();
  const Happening less = any_step();
  Happening more = less;
  more.*part = less.*part + any(0, 1) * (most - less.*part);
  const double change =
      moved(before, more, movers).support() - moved(before, less, movers).support();
  RC_ASSERT(sign * change >= 0);
}

RC_GTEST_PROP(OpinionLaw, RisesWithThreat, ()) { holds_direction(&Happening::threat_change, 1, 1); }
RC_GTEST_PROP(OpinionLaw, RisesWithRally, ()) { holds_direction(&Happening::rally, 1, 1); }
RC_GTEST_PROP(OpinionLaw, RisesWithResilience, ()) {
  holds_direction(&Happening::resilience, 1, 1);
}
RC_GTEST_PROP(OpinionLaw, FallsWithCasualties, ()) {
  holds_direction(&Happening::casualties, 1e6, -1);
}
RC_GTEST_PROP(OpinionLaw, FallsWithTaxes, ()) { holds_direction(&Happening::tax_change, 5, -1); }
RC_GTEST_PROP(OpinionLaw, FallsWithReach, ()) { holds_direction(&Happening::reach, 1, -1); }

}  // namespace
}  // namespace entente::domestic
