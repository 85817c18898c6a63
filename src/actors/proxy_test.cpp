// A group's attack with a state behind it.
#include "actors/proxy.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace entente::actors {
namespace {

double share(int tenths) { return tenths / 10.0; }

TEST(Proxy, AnOpenSponsorOfAllIsTheAttackerItself) {
  const Stakes open = proxied({}, {.link = 1, .attribution = 1});
  EXPECT_EQ(open.loss, Stakes{}.loss);
  EXPECT_EQ(open.cost_patron, Stakes{}.cost_patron);
  EXPECT_EQ(open.nuclear_cost, Stakes{}.nuclear_cost);
}

TEST(Proxy, AGroupOfItsOwnPaysButIsNotThreatenedWithNuclearWar) {
  const Stakes own = proxied({}, {.link = 0, .attribution = 0.3});
  EXPECT_EQ(own.loss, Stakes{}.loss);
  EXPECT_EQ(own.nuclear_cost, 0);
}

TEST(Proxy, ByHand) {
  const Stakes half = proxied({}, {.link = 0.5, .attribution = 0.4});
  EXPECT_DOUBLE_EQ(half.loss, 0.8 * 0.7);
  EXPECT_DOUBLE_EQ(half.cost_patron, 0.3 * 0.7);
  EXPECT_DOUBLE_EQ(half.nuclear_cost, 0.1 * 0.2);
  EXPECT_EQ(half.prize, Stakes{}.prize);
  EXPECT_EQ(half.cost, Stakes{}.cost);
}

RC_GTEST_PROP(Proxy, AttributionNeverMakesAnAttackCheaper, ()) {
  const double link = share(*rc::gen::inRange(0, 11));
  const int less = *rc::gen::inRange(0, 10);
  const Stakes hidden = proxied({}, {link, share(less)});
  const Stakes named = proxied({}, {link, share(less + 1)});
  RC_ASSERT(named.loss >= hidden.loss);
  RC_ASSERT(named.nuclear_cost >= hidden.nuclear_cost);
}

}  // namespace
}  // namespace entente::actors
