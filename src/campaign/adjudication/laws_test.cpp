#include "campaign/adjudication/laws.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace entente::campaign::adjudication {
namespace {

TEST(SquareLaw, EndsAsWorkedOut) {
  const SquareEnd end = square_law(1000, 800, 0.01, 0.01);
  EXPECT_NEAR(end.left.first, 600, 1e-9);
  EXPECT_EQ(end.left.second, 0);
  EXPECT_NEAR(end.days, 109.8612, 1e-4);
}

TEST(SquareLaw, IsTheSameSeenFromTheOtherSide) {
  const SquareEnd end = square_law(500, 900, 0.02, 0.01), back = square_law(900, 500, 0.01, 0.02);
  EXPECT_EQ(end.left.first, back.left.second);
  EXPECT_EQ(end.left.second, back.left.first);
  EXPECT_EQ(end.days, back.days);
}

TEST(SquareLaw, EqualsNeverEnd) {
  const SquareEnd end = square_law(10, 10, 0.01, 0.01);
  EXPECT_EQ(end.left.first, 0);
  EXPECT_EQ(end.left.second, 0);
  EXPECT_TRUE(std::isinf(end.days));
  EXPECT_EQ(square_law(0, 0, 0.01, 0.01).days, 0);
}

TEST(SquareLaw, PathBeginsAndEndsWhereItShould) {
  const Two begin = square_law_on(1000, 800, 0.01, 0.02, 0);
  EXPECT_EQ(begin.first, 1000);
  EXPECT_EQ(begin.second, 800);
  const SquareEnd end = square_law(1000, 300, 0.01, 0.02);
  const Two last = square_law_on(1000, 300, 0.01, 0.02, end.days);
  EXPECT_NEAR(last.first, end.left.first, 1e-9);
  EXPECT_NEAR(last.second, 0, 1e-9);
}

RC_GTEST_PROP(SquareLaw, KeepsItsInvariantOnTheWay, ()) {
  const auto positive = rc::gen::inRange(1, 1000);
  const double a = *positive * 1e-4, b = *positive * 1e-4;
  const double first = *positive, second = *positive;
  const SquareEnd end = square_law(first, second, a, b);
  if (std::isinf(end.days)) return;
  const Two half = square_law_on(first, second, a, b, end.days / 2);
  const double size = a * first * first + b * second * second;
  const double at_first = a * first * first - b * second * second;
  RC_ASSERT(std::abs(a * half.first * half.first - b * half.second * half.second - at_first) <
            1e-9 * size);
}

TEST(Salvo, EndsAsWorkedOut) {
  const Two left = salvo_exchange({2, 4, 3, 2}, {3, 4, 3, 2});
  EXPECT_EQ(left.first, 0);
  EXPECT_EQ(left.second, 3);
}

TEST(Salvo, LosesWhatIsNotStopped) {
  const Two left = salvo_exchange({10, 2, 1, 2}, {8, 3, 1, 4});
  EXPECT_DOUBLE_EQ(left.first, 10 - (3 * 8 - 1 * 10) / 2.0);
  EXPECT_DOUBLE_EQ(left.second, 8 - (2 * 10 - 1 * 8) / 4.0);
}

TEST(Epstein, RunsAsWorkedOut) {
  const EpsteinDay seventh = epstein_run(330e3, 200e3, {}, 6).day;
  EXPECT_NEAR(seventh.attacker, 234570, 0.5);
  EXPECT_NEAR(seventh.defender, 136380, 0.5);
  const EpsteinDay nineteenth = epstein_run(330e3, 200e3, {}, 18).day;
  EXPECT_NEAR(nineteenth.attacker, 114649, 0.5);
  EXPECT_NEAR(nineteenth.defender, 56432, 0.5);
  EXPECT_NEAR(epstein_run(330e3, 200e3, {}, 30).ground_lost, 144.690, 5e-4);
}

TEST(Epstein, StandsStillBelowWhatIsBorne) {
  const EpsteinEnd end = epstein_run(100, 300, {}, 30);
  EXPECT_EQ(end.ground_lost, 0);
  EXPECT_LT(end.day.attacker, 100);
}

TEST(Epstein, ADefenderOverwhelmedIsGone) {
  const EpsteinEnd end = epstein_run(1000, 1, {}, 3);
  EXPECT_EQ(end.day.defender, 0);
  EXPECT_LE(end.day.withdrawal, Epstein{}.withdrawal_most);
}

TEST(Deitchman, EndsAsWorkedOut) {
  const Ambush end = ambush(100, 20, 0.001, 0.5);
  EXPECT_NEAR(end.invariant, -5, 1e-12);
  EXPECT_NEAR(end.guerrillas_left, 10, 1e-12);
  EXPECT_EQ(end.force_left, 0);
}

TEST(Deitchman, OneMoreForTheForceIsEnoughAtTheBorder) {
  const double border = std::sqrt(2 * 0.5 * 20 / 0.001);
  EXPECT_GT(ambush(border - 1, 20, 0.001, 0.5).guerrillas_left, 0);
  EXPECT_GT(ambush(border + 1, 20, 0.001, 0.5).force_left, 0);
}

/// The invariant of the law holds along a fine numerical solution of its equations.
TEST(Deitchman, SurvivorsAreThoseOfTheEquations) {
  const double a = 0.001, r = 0.5, h = 1e-4;
  double force = 150, guerrillas = 20;
  while (force > 0 && guerrillas > 1e-3) {
    const double middle_force = force - h / 2 * r * guerrillas;
    const double middle = guerrillas - h / 2 * a * force * guerrillas;
    force -= h * r * middle;
    guerrillas -= h * a * middle_force * middle;
  }
  EXPECT_NEAR(force, ambush(150, 20, a, r).force_left, 0.1);
}

}  // namespace
}  // namespace entente::campaign::adjudication
