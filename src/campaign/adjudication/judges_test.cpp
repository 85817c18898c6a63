// What each judge says, against its formula worked out by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "campaign/adjudication/laws.h"
#include "campaign/adjudication/test_battles.h"

namespace entente::campaign {
namespace {

using test::at_sea;
using test::exact;
using test::judged;
using test::steady;

TEST(Contest, SharesTheOdds) {
  EXPECT_DOUBLE_EQ(judged("contest", steady(1, 1)), 1 / 2.3);
  EXPECT_DOUBLE_EQ(judged("contest", steady(80, 20), {.defence_advantage = 1}), 0.8);
  EXPECT_DOUBLE_EQ(judged("contest", steady(2, 1), {.contest_m = 2, .defence_advantage = 1}), 0.8);
}

TEST(Contest, TakesMeansOverDaysToTheClock) {
  Battle battle = steady(1, 1);
  battle.days = {0, 10};
  battle.horizon = 20;
  battle.clock = 15;
  battle.attacker.strength = {1, 4};
  battle.defender.strength = {0, 3};  // Means (10 + 20) / 15 = 2 and 15 / 15 = 1.
  EXPECT_DOUBLE_EQ(judged("contest", battle, {.defence_advantage = 1}), 2.0 / 3);
  battle.clock = 0;  // To the horizon: 2.5 and 1.5.
  EXPECT_DOUBLE_EQ(judged("contest", battle, {.defence_advantage = 1}), 2.5 / 4);
  battle.clock = 1000;
  EXPECT_DOUBLE_EQ(judged("contest", battle, {.defence_advantage = 1}), 2.5 / 4);
}

TEST(Logistic, IsEvenWhereTheAdvantageIsMatched) {
  EXPECT_DOUBLE_EQ(judged("logistic", steady(1.3, 1)), 0.5);
  EXPECT_DOUBLE_EQ(judged("logistic", steady(2.6, 1), {.force_employment = 0.5}), 0.5);
  EXPECT_NEAR(judged("logistic", steady(2, 1), {.defence_advantage = 1}),
              1 / (1 + std::exp(-2.5 * std::log(2))), 1e-12);
}

TEST(Threshold, HoldsTheTableAtItsRatios) {
  const double ratios[] = {0.5, 2.0 / 3, 1, 1.5, 2, 3}, wins[] = {0.05, 0.2, 0.4, 0.6, 0.8, 0.95};
  for (std::size_t i = 0; i < std::size(ratios); ++i)
    EXPECT_NEAR(judged("threshold", steady(ratios[i], 1)), wins[i], 1e-12) << ratios[i];
}

TEST(Threshold, IsStraightBetweenAndLevelBeyond) {
  EXPECT_NEAR(judged("threshold", steady(std::sqrt(2 * 3), 1)), (0.8 + 0.95) / 2, 1e-12);
  EXPECT_DOUBLE_EQ(judged("threshold", steady(0.01, 1)), 0.05);
  EXPECT_DOUBLE_EQ(judged("threshold", steady(100, 1)), 0.95);
}

/// Under the square law a A^2 (1 - (1 - f_A)^2) = b D^2 (1 - (1 - f_D)^2) where both break at once.
TEST(Lanchester, SquareLawTurnsWhereItsClosedFormDoes) {
  Judgement numbers = exact();
  numbers.lanchester_p = 1;
  numbers.lanchester_q = 0;
  const auto spent = [](double breaks) { return 1 - (1 - breaks) * (1 - breaks); };
  const double turn = std::sqrt(numbers.defence_advantage * spent(numbers.defender_breaks) /
                                spent(numbers.attacker_breaks));
  EXPECT_EQ(judged("lanchester", steady(turn * 1.02, 1), numbers), 1);
  EXPECT_EQ(judged("lanchester", steady(turn * 0.98, 1), numbers), 0);
}

/// Under the linear law the attacker loses phi for each that the defender loses.
TEST(Lanchester, LinearLawTurnsWhereItsClosedFormDoes) {
  Judgement numbers = exact();
  numbers.lanchester_p = numbers.lanchester_q = 1;
  const double turn = numbers.defence_advantage * numbers.defender_breaks / numbers.attacker_breaks;
  EXPECT_EQ(judged("lanchester", steady(turn * 1.02, 1), numbers), 1);
  EXPECT_EQ(judged("lanchester", steady(turn * 0.98, 1), numbers), 0);
}

/// The defender's 40 % are gone on the day on which the closed form has them gone, give or take
/// one.
TEST(Lanchester, ComesTooLateAfterTheClock) {
  Judgement numbers = exact();
  numbers.lanchester_p = 1;
  numbers.lanchester_q = 0;
  numbers.defence_advantage = 1;
  double day = 0;
  while (adjudication::square_law_on(3, 1, 0.02, 0.02, day).second > 0.6) day += 0.01;
  EXPECT_EQ(judged("lanchester", steady(3, 1, day + 0.5), numbers), 1);
  EXPECT_EQ(judged("lanchester", steady(3, 1, day - 0.5), numbers), 0);
}

TEST(Lanchester, ReinforcementsInTimeTurnIt) {
  Battle battle = steady(3, 1);
  battle.days = {0, 5};
  battle.attacker.strength = {3, 3};
  battle.defender.strength = {1, 1};
  EXPECT_EQ(judged("lanchester", battle, exact()), 1);
  battle.defender.strength = {1, 6};
  EXPECT_EQ(judged("lanchester", battle, exact()), 0);
}

TEST(Lanchester, WhoIsNotThereCannotHoldAndWhoHasNotComeDoesNotFight) {
  Battle battle = steady(1, 1);
  battle.days = {0, 5};
  battle.attacker.strength = {1, 1};
  battle.defender.strength = {0, 100};
  EXPECT_EQ(judged("lanchester", battle), 1);
  EXPECT_EQ(judged("epstein", battle), 1);
  battle.attacker.strength = {0, 1};
  EXPECT_EQ(judged("lanchester", battle), 0);
  EXPECT_EQ(judged("epstein", battle), 0);
}

/// 330 against 200: after 8 days the defender has lost 41 %, the attacker 37 %; after 7 days 37 %.
TEST(Epstein, TheDefenderBreaksOnTheDayItDoes) {
  Judgement numbers = exact();
  numbers.attacker_breaks = 0.5;
  numbers.ground_km = 300;
  EXPECT_EQ(judged("epstein", steady(330, 200, 8), numbers), 1);
  EXPECT_EQ(judged("epstein", steady(330, 200, 7), numbers), 0);
  numbers.attacker_breaks = 0.35;
  EXPECT_EQ(judged("epstein", steady(330, 200, 8), numbers), 0);
}

/// On day 11 the same run has reached the scatter of all three points, on day 10 that of the
/// attacker's break alone.
TEST(Epstein, GroundDecidesToo) {
  Judgement numbers;
  numbers.attacker_breaks = 0.5;  // Scattered over .44 to .56,
  numbers.defender_breaks = 0.6;  // .528 to .672,
  numbers.ground_km = 20;         // 17.6 to 22.4 km.
  numbers.break_scatter = 0.12;
  const adjudication::EpsteinEnd end = adjudication::epstein_run(330, 200, {}, 11);
  const double ground = (end.ground_lost - 17.6) / 4.8;
  const double attacker = (1 - end.day.attacker / 330 - 0.44) / 0.12;
  const double defender = (1 - end.day.defender / 200 - 0.528) / 0.144;
  for (const double share : {ground, attacker, defender}) ASSERT_TRUE(share > 0 && share < 1);
  EXPECT_NEAR(judged("epstein", steady(330, 200, 11), numbers),
              (1 - (1 - ground) * (1 - defender)) * (1 - attacker), 1e-12);
  EXPECT_EQ(judged("epstein", steady(330, 200, 10), numbers), 0);
}

TEST(Salvo, FollowsTheExchange) {
  EXPECT_EQ(judged("salvo", at_sea(2, 3)), 0);
  EXPECT_EQ(judged("salvo", at_sea(3, 2)), 1);
}

/// Each loses half of itself in the first exchange; whoever breaks together with the other loses.
TEST(Salvo, EqualsLoseTogether) {
  EXPECT_EQ(judged("salvo", at_sea(1, 1), exact()), 0);
  Judgement tough;
  tough.salvo_offence = 2;  // Nothing gets through.
  EXPECT_EQ(judged("salvo", at_sea(1, 1), tough), 0);
}

TEST(Salvo, ExchangesComeInTime) {
  Judgement numbers = exact();
  numbers.staying_power = 4;
  numbers.salvo_offence = 3.5;
  numbers.defender_breaks = 0.6;
  Battle battle = at_sea(1.2, 1);  // The defender loses 30 % at once and more from day 5 on.
  battle.clock = 5;
  EXPECT_EQ(judged("salvo", battle, numbers), 0);
  battle.clock = 5.5;
  EXPECT_EQ(judged("salvo", battle, numbers), 1);
}

TEST(Guerrilla, WinsWhereTheAmbushLawSaysSo) {
  Judgement numbers = exact();
  const double k = numbers.guerrilla_ratio, guerrillas = 2, aimed = 0.5;
  for (const double force : {5.0, 19.0, 21.0, 60.0}) {
    Battle battle = steady(guerrillas, force);
    battle.irregular = true;
    const auto law =
        adjudication::ambush(force, guerrillas, 2 * aimed / (k * k * guerrillas), aimed);
    EXPECT_EQ(judged("guerrilla", battle, numbers), law.invariant < 0 ? 1 : 0) << force;
  }
}

TEST(Guerrilla, RatioScatters) {
  const auto at = [](double force) {
    Battle battle = steady(1, force);
    battle.irregular = true;
    return judged("guerrilla", battle);
  };
  EXPECT_EQ(at(5), 1);
  EXPECT_DOUBLE_EQ(at(10), 0.5);
  EXPECT_DOUBLE_EQ(at(12.5), 0.25);
  EXPECT_EQ(at(15), 0);
}

}  // namespace
}  // namespace entente::campaign
