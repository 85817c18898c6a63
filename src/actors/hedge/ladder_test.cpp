// A state before its ladder: chances, losses and prices of a year.
#include "actors/hedge/ladder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace entente::actors::hedge {
namespace {

/// Spending, own data, an arsenal on top of latency, accommodation.
Ladder example() {
  Ladder ladder;
  ladder.rungs = {{.cost = 1, .months = 24, .effect = 0.25, .whole_upkeep = true},
                  {.cost = 0.2, .months = 84, .on = Effect::dependency_isr, .effect = -0.5},
                  {.cost = 0.1, .months = 36, .on = Effect::attack_hazard, .effect = -0.05},
                  {.cost = 0.5,
                   .months = 84,
                   .on = Effect::attack_hazard,
                   .effect = -0.5,
                   .sanction = 1.2,
                   .abandonment = 0.25,
                   .builds_on = 2},
                  {.months = 3,
                   .on = Effect::attack_hazard,
                   .effect = -0.3,
                   .abandonment = 0.1,
                   .price = Price::concession}};
  ladder.exposure = {.lost_alone = 0.8,
                     .lost_without = 0.6,
                     .lost_with = 0.2,
                     .dependent_share = 0.1,
                     .dependent_isr = 0.4,
                     .withheld = 0};
  return ladder;
}

solve::YearPayoff year(const Ladder& ladder, solve::Programmes stand, solve::Programmes running,
                       const Point& point) {
  const std::vector<Point> points = {point};
  return problem_of(ladder, points, 10).payoff(stand, running, 0);
}

TEST(Ladder, GivesBackTheChancesItWasGiven) {
  const Ladder ladder = example();
  EXPECT_NEAR(attackers_chance(ladder, 0, 0), 0.6, 1e-12);
  EXPECT_NEAR(attackers_chance(ladder, 1, 0), 0.2, 1e-12);
  EXPECT_NEAR(attackers_chance(ladder, 0.25, 0), 0.25 * 0.2 + 0.75 * 0.6, 1e-12);
}

TEST(Ladder, ForceCountsByItsShareOfAllThatFights) {
  const Ladder ladder = example();
  // Odds of holding .25 alone, 2/3 without the guarantor, 4 with it; a quarter more of .25.
  EXPECT_NEAR(attackers_chance(ladder, 0, 1), 1 / (1 + 2.0 / 3 + 0.0625), 1e-12);
  EXPECT_NEAR(attackers_chance(ladder, 1, 1), 1 / (1 + 4 + 0.0625), 1e-12);
}

TEST(Ladder, WhatIsWithheldIsLessOnceOwnDataStand) {
  Ladder ladder = example();
  ladder.exposure.withheld = 1;
  EXPECT_NEAR(attackers_chance(ladder, 0, 0), 1 / (1 + 0.25 * 0.9 * 0.6 + 5.0 / 12), 1e-12);
  EXPECT_NEAR(attackers_chance(ladder, 0, 2), 1 / (1 + 0.25 * 0.9 * 0.8 + 5.0 / 12), 1e-12);
  EXPECT_NEAR(attackers_chance(ladder, 1, 2), 0.2, 1e-12) << "a guarantor that comes supplies";
}

TEST(Ladder, ALossIsWorkedOutByHand) {
  const Ladder ladder = example();
  const solve::YearPayoff payoff = year(ladder, 0, 0, {0.5, 0.3, 0.7});
  const double value = 0.4 - 0.6 * 0.8 - 0.2 - 0.3 * 0.5;
  const double attack = 0.1 / (1 + std::exp(-5 * value));
  EXPECT_NEAR(payoff.loss_low, attack * (50 + 500 * (0.3 * 0.2 + 0.7 * 0.6)), 1e-12);
  EXPECT_NEAR(payoff.loss_high, attack * (50 + 500 * (0.7 * 0.2 + 0.3 * 0.6)), 1e-12);
  EXPECT_EQ(payoff.cost, 0);
}

TEST(Ladder, LeversPressOnTheAttackerAndMoveTheUmbrella) {
  Ladder ladder = example();
  const Point point{0.5, 0.5, 0.5};
  const double before = year(ladder, 0, 0, point).loss_low;
  // An offer: a fifth fewer attacks, more by half the attacker's chance of .4.
  ladder.exposure.pressure = {.hazard = 0.8, .offer = true};
  EXPECT_NEAR(year(ladder, 0, 0, point).loss_low, before * 0.8 * 1.2, 1e-12);
  ladder.exposure.pressure = {.cost = 0.2};
  EXPECT_LT(year(ladder, 0, 0, point).loss_low, before);
  ladder.exposure.pressure = {};
  ladder.exposure.umbrella = true;
  const double covered = year(ladder, 0, 0, point).loss_low;
  ladder.exposure.umbrella_by = -0.5;
  EXPECT_NEAR(year(ladder, 0, 0, point).loss_low, before, 1e-12);
  EXPECT_GT(before, covered);
}

TEST(Ladder, SanctionsAndTheLossOfTheGuarantorBeginWithTheProgramme) {
  const Ladder ladder = example();
  const Point point{0.8, 0.8, 0.8};
  const solve::YearPayoff before = year(ladder, 0, 0, point), during = year(ladder, 0, 8, point),
                          after = year(ladder, 8, 0, point);
  EXPECT_NEAR(during.cost, 1.7, 1e-12);
  EXPECT_NEAR(after.cost, 1.7, 1e-12);
  EXPECT_GT(during.loss_low, before.loss_low) << "the effect comes later than the price";
  EXPECT_NEAR(after.loss_low, during.loss_low / 2, 1e-9);
  EXPECT_NEAR(reliability_left(ladder.rungs, 8 | 16), 0.75 * 0.9, 1e-12);
}

TEST(Ladder, UpkeepCanBeLessThanTheProgramme) {
  Ladder ladder = example();
  ladder.premises.upkeep = 0.5;
  EXPECT_NEAR(year(ladder, 1 | 2, 0, {}).cost, 1 + 0.1, 1e-12) << "spending goes on whole";
}

TEST(Ladder, AConcessionCostsLessFromStrength) {
  const Ladder ladder = example();
  const Point point{0.3, 0.3, 0.3};
  EXPECT_LT(year(ladder, 1, 16, point).cost - year(ladder, 1, 0, point).cost,
            year(ladder, 0, 16, point).cost);
  EXPECT_NEAR(year(ladder, 0, 16, point).cost, 2 * 0.1 * 500 * (0.27 * 0.2 + 0.73 * 0.6), 1e-9);
}

TEST(Ladder, WhoeverGaveWayIsTriedAgainTheMoreSoFromWeakness) {
  Ladder ladder = example();
  ladder.premises.concession = 1e-9;  // Nothing given up but standing.
  for (Rung& rung : ladder.rungs) rung.abandonment = 0;
  const Point certain{1, 1, 1}, none{0, 0, 0};
  const auto factor = [&](const Point& at) {
    return year(ladder, 16, 0, at).loss_low / year(ladder, 0, 0, at).loss_low;
  };
  EXPECT_NEAR(factor(certain), 0.7 * (1 + 0.5 * 0.2), 1e-6);
  EXPECT_NEAR(factor(none), 0.7 * (1 + 0.5 * 0.6), 1e-6);
  ladder.premises.reputation = 0;
  EXPECT_NEAR(factor(none), 0.7, 1e-6);
}

TEST(Ladder, LeadsAreWholeYearsAndTheThreatGrows) {
  Ladder ladder = example();
  ladder.premises.threat_growth = 0.1;
  const std::vector<Point> points = {{0.5, 0.5, 0.5}};
  const solve::PlanProblem problem = problem_of(ladder, points, 3);
  EXPECT_EQ(problem.programmes[0].lead, 2);
  EXPECT_EQ(problem.programmes[4].lead, 1);
  EXPECT_EQ(lead_where(problem, 3, 4), 4) << "seven years less the three of latency";
  ASSERT_EQ(problem.weight.size(), 3u);
  EXPECT_NEAR(problem.weight[2], 1.21, 1e-12);
}

TEST(Ladder, APointIsAnIntervalOfItsBetaLaw) {
  const Point point = point_of(0.8, 10);
  EXPECT_NEAR(point.low, 0.632, 2e-3);  // Of Beta(8, 2).
  EXPECT_NEAR(point.high, 0.939, 2e-3);
  EXPECT_EQ(point_of(0, 8).high, 0);
  EXPECT_EQ(point_of(1, 8).low, 1);
}

RC_GTEST_PROP(LadderLaw, StandingNeverMakesWarLikelierOrWorse, ()) {
  Ladder ladder = example();
  for (Rung& rung : ladder.rungs) rung.abandonment = 0;
  ladder.exposure.withheld = *rc::gen::inRange(0, 101) / 100.0;
  ladder.premises.reputation = 0;
  ladder.premises.decisiveness = *rc::gen::inRange(5, 31) / 10.0;
  const double at = *rc::gen::inRange(0, 101) / 100.0;
  const auto stand = *rc::gen::inRange<solve::Programmes>(0, 32);
  const auto more = stand | *rc::gen::inRange<solve::Programmes>(0, 32);
  const Point point = point_of(at, 8);
  RC_ASSERT(attackers_chance(ladder, at, more) <= attackers_chance(ladder, at, stand) + 1e-12);
  const auto less = year(ladder, stand, 0, point), with = year(ladder, more, 0, point);
  RC_ASSERT(with.loss_low <= less.loss_low + 1e-9);
  RC_ASSERT(with.loss_high <= less.loss_high + 1e-9);
  RC_ASSERT(less.loss_high <= less.loss_low + 1e-9);
}

}  // namespace
}  // namespace entente::actors::hedge
