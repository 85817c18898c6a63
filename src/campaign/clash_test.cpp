#include "campaign/clash.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"

namespace entente::campaign::test {
namespace {

/// An attacker with 80 and 30 ships attacks two victims; one helper has 100, of which each victim
/// asks 60 beyond its own 20.
constexpr const char* kText =
    "[scenario]\nname = \"x\"\nempty = true\n"
    "[[state]]\nid = \"red\"\nforces = { heavy_brigade = 80, surface_combatant = 30 }\n"
    "[[state]]\nid = \"d1\"\n[[state]]\nid = \"d2\"\n"
    "[[state]]\nid = \"big\"\nforces = { heavy_brigade = 100 }\n"
    "[[state]]\nid = \"small\"\nforces = { heavy_brigade = 1 }\n"
    "[[contingency]]\nid = \"a\"\nevent = \"red attacks d1\"\nloss_clock = 20\n"
    "demand = [{ element = \"heavy_brigade\", day = 0, amount = 80 },"
    " { element = \"surface_combatant\", day = 0, amount = 20 }]\n"
    "host_supply = [{ element = \"heavy_brigade\", day = 0, amount = 20 }]\n"
    "[[contingency]]\nid = \"b\"\nevent = \"red attacks d2\"\n"
    "demand = [{ element = \"heavy_brigade\", day = 0, amount = 80 }]\n"
    "host_supply = [{ element = \"heavy_brigade\", day = 0, amount = 20 }]\n"
    "red_committed = [{ element = \"heavy_brigade\", day = 0, amount = 10 },"
    " { element = \"heavy_brigade\", day = 30, amount = 50 }]\n"
    "[[commitment]]\npromisor = \"big\"\nbeneficiary = \"d1\"\nkind = \"fight\"\nreliability = 1\n"
    "[[commitment]]\npromisor = \"big\"\nbeneficiary = \"d2\"\nkind = \"fight\"\nreliability = 1\n"
    "[[commitment]]\npromisor = \"small\"\nbeneficiary = \"d1\"\nkind = \"fight\"\n"
    "reliability = 1\n"
    "[element_weights]\nheavy_brigade = 1\nsurface_combatant = 2\n";

class Battles : public testing::Test {
 protected:
  void SetUp() override {
    laid_ = laid_out(reformed(kText));
    ASSERT_NE(laid_, nullptr);
    world_ = shared_world(laid_->situation, laid_->numbers);
    a_ = static_cast<int>(laid_->place("a"));
    b_ = static_cast<int>(laid_->place("b"));
  }
  std::vector<Battle> fought(std::vector<int> set) const {
    return battles(draw_in(*world_, Honour::kept), set);
  }

  std::unique_ptr<Laid> laid_;
  std::unique_ptr<const SharedWorld> world_;
  int a_ = 0, b_ = 0;
};

TEST_F(Battles, PoolsOfTheAttackerCountWhereNothingIsCommitted) {
  const Battle one = fought({a_}).front();
  EXPECT_DOUBLE_EQ(one.attacker.strength.front(), 80 + 2 * 30);
  EXPECT_DOUBLE_EQ(one.attacker.naval.front(), 2 * 30);
  EXPECT_DOUBLE_EQ(one.clock, 20);
}

TEST_F(Battles, WhatIsCommittedIsAStepFunction) {
  const Battle one = fought({b_}).front();
  EXPECT_DOUBLE_EQ(one.attacker.strength.front(), 10);
  EXPECT_DOUBLE_EQ(one.attacker.strength.back(), 50);
  EXPECT_DOUBLE_EQ(one.clock, 0);
}

TEST_F(Battles, DefendersAreTheHostAndWhatComesOfWhatIsAsked) {
  const Battle alone = fought({a_}).front();
  EXPECT_NEAR(alone.defender.strength.front(), 20 + 60, 1e-9);
  EXPECT_NEAR(alone.defender.naval.front(), 0, 1e-12);
  // 101 units against 120 asked: what is missing falls on both alike.
  const std::vector<Battle> both = fought({a_, b_});
  EXPECT_NEAR(both[0].defender.strength.front() + both[1].defender.strength.front(), 141, 1e-6);
  EXPECT_NEAR(both[1].defender.strength.front(), 20 + 50.5, 1e-6);
}

TEST_F(Battles, UnaidedTheHostStandsAlone) {
  EXPECT_DOUBLE_EQ(unaided(world_->terms, a_).defender.strength.front(), 20);
}

TEST_F(Battles, TheSeaWeighsWhatIsAskedThere) {
  // 80 brigades at 1, 20 ships at 2.
  EXPECT_NEAR(fought({a_}).front().at_sea, 40.0 / 120, 1e-12);
  EXPECT_DOUBLE_EQ(fought({b_}).front().at_sea, 0);
}

TEST_F(Battles, ThePatronIsTheStrongestOfThoseBound) {
  const Situation& s = laid_->situation;
  EXPECT_EQ(patron_of(s, laid_->numbers, static_cast<std::size_t>(a_)),
            static_cast<int>(laid_->owner("big")));
  Numbers without = laid_->numbers;
  for (std::size_t p = 0; p < s.pools.size(); ++p)
    if (s.pools[p].owner == static_cast<int>(laid_->owner("big"))) without.amount[p] = 0;
  EXPECT_EQ(patron_of(s, without, static_cast<std::size_t>(a_)),
            static_cast<int>(laid_->owner("small")));
  EXPECT_EQ(patron_of(s, without, static_cast<std::size_t>(b_)), -1);
}

}  // namespace
}  // namespace entente::campaign::test
