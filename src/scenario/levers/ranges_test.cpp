#include "scenario/levers/ranges.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "scenario/levers/test_levers.h"

namespace entente::scenario {
namespace {

using test::expect_range;
using world::Uncertain;

TEST(Ranges, WhatIsKnownMovesTheOtherAndKeepsItsStatus) {
  const Uncertain fact{10, 8.5, 11.5, false, 'B'};
  const Uncertain more = sum(fact, Uncertain::known(5));
  expect_range(more, 15, 13.5, 16.5);
  EXPECT_FALSE(more.assumption);
  EXPECT_EQ(more.confidence, 'B');
  expect_range(difference(Uncertain::known(0), fact), -10, -11.5, -8.5);
  expect_range(product(fact, Uncertain::known(-2)), -20, -23, -17);
  EXPECT_TRUE(sum(Uncertain::known(1), Uncertain::known(2)).fixed());
}

TEST(Ranges, AFactOfNothingIsKnown) {
  const Uncertain none{0, 0, 0, false, 'C'};
  EXPECT_TRUE(sum(none, Uncertain::known(5)).fixed());
  expect_range(sum(none, assumption(2, 1, 4)), 2, 1, 4);
}

TEST(Ranges, TwoThatAreNotKnownAreAnAssumption) {
  const Uncertain both = product({10, 10, 10, false, 'C'}, assumption(2, 1, 3));
  expect_range(both, 20, 6, 42);  // A fact of confidence C is off by 40 %.
  EXPECT_TRUE(both.assumption);
  expect_range(quotient(assumption(6, 4, 8), assumption(2, 1, 4)), 3, 1, 8);
}

TEST(Ranges, ARelativeChangeNeverGoesBelowNothing) {
  expect_range(changed(assumption(4, 3, 5), Uncertain::known(-1)), 0, 0, 0);
  expect_range(changed(assumption(4, 3, 5), assumption(-0.5, -2, 0)), 2, 0, 5);
}

RC_GTEST_PROP(Ranges, HoldWhateverTheirPartsMayBe, ()) {
  const auto ranged = [] {
    const double low = *rc::gen::inRange(1, 50), value = low + *rc::gen::inRange(0, 20),
                 high = value + *rc::gen::inRange(1, 20);
    return assumption(value, low, high);
  };
  const Uncertain a = ranged(), b = ranged();
  const double u = *rc::gen::inRange(0, 11) / 10.0, v = *rc::gen::inRange(0, 11) / 10.0;
  const double x = a.low + u * (a.high - a.low), y = b.low + v * (b.high - b.low);
  const auto holds = [](const Uncertain& range, double number) {
    return range.low <= number + 1e-9 && number <= range.high + 1e-9;
  };
  RC_ASSERT(holds(sum(a, b), x + y));
  RC_ASSERT(holds(difference(a, b), x - y));
  RC_ASSERT(holds(product(a, b), x * y));
  RC_ASSERT(holds(quotient(a, b), x / y));
}

}  // namespace
}  // namespace entente::scenario
