#include "solve/war_stability.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "solve/trade_stability.h"

namespace entente::solve {
namespace {

Alliances drawn(std::size_t most) {
  const auto n = *rc::gen::inRange<std::size_t>(2, most + 1);
  std::vector<std::int64_t> strengths(n);
  for (auto& one : strengths) one = *rc::gen::inRange<std::int64_t>(1, 8);
  Alliances g(strengths,
              {*rc::gen::inRange<std::int64_t>(1, 4), *rc::gen::inRange<std::int64_t>(1, 4)});
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j) g.set(i, j, *rc::gen::arbitrary<bool>());
  return g;
}

/// Vulnerable by the definition: every j, every subset of its allies with it.
bool plainly_vulnerable(const Alliances& g, std::size_t i, Coalition coalition) {
  const std::size_t n = g.size();
  for (std::size_t set = 1; set < std::size_t{1} << n; ++set) {
    if ((set >> i) & 1) continue;
    bool led = false, clique = true;
    for (std::size_t j = 0; j < n; ++j) {
      if (!((set >> j) & 1)) continue;
      bool all = true;
      for (std::size_t k = 0; k < n; ++k)
        if (k != j && ((set >> k) & 1) && !g.linked(j, k)) all = false;
      led = led || all;
      clique = clique && all;
    }
    if (!(coalition == Coalition::clique ? clique : led)) continue;
    std::int64_t attack = 0, defend = g.strength(i);
    for (std::size_t k = 0; k < n; ++k) {
      if ((set >> k) & 1) attack += g.strength(k);
      if (!((set >> k) & 1) && g.linked(i, k)) defend += g.strength(k);
    }
    if (attack * g.gamma().under > g.gamma().over * defend) return true;
  }
  return false;
}

/// The three conditions by the definition.
bool plainly_stable(Alliances g, Coalition coalition) {
  const std::size_t n = g.size();
  const auto any = [&] {
    for (std::size_t i = 0; i < n; ++i)
      if (plainly_vulnerable(g, i, coalition)) return true;
    return false;
  };
  if (any()) return false;
  for (std::size_t j = 0; j < n; ++j)
    for (std::size_t k = 0; k < j; ++k) {
      const bool link = g.linked(j, k);
      g.set(j, k, !link);
      const bool good =
          link ? plainly_vulnerable(g, j, coalition) && plainly_vulnerable(g, k, coalition)
               : !any();
      g.set(j, k, link);
      if (!good) return false;
    }
  return true;
}

RC_GTEST_PROP(WarStability, IsWhatTheDefinitionSays, ()) {
  const Alliances g = drawn(6);
  const auto coalition = *rc::gen::element(Coalition::neighbours, Coalition::clique);
  const auto found = war_stability(g, coalition, {});
  RC_ASSERT(found.has_value());
  for (std::size_t i = 0; i < g.size(); ++i)
    RC_ASSERT(found->won[i].has_value() == plainly_vulnerable(g, i, coalition));
  RC_ASSERT(found->stable() == plainly_stable(g, coalition));
  RC_ASSERT(found->none_after_adding.checked + found->all_needed.checked ==
            g.size() * (g.size() - 1) / 2);
}

RC_GTEST_PROP(WarStability, AnAttackIsCountedRight, ()) {
  const Alliances g = drawn(7);
  const auto attackers = attackers_of(g, Coalition::neighbours);
  const auto attack = strongest_attack(g, 0, *attackers);
  RC_ASSERT(attack.has_value());
  for (const std::size_t k : attack->attackers)
    RC_ASSERT(k == attack->leader || g.linked(k, attack->leader));
  RC_ASSERT(std::ranges::find(attack->attackers, 0u) == attack->attackers.end());
  RC_ASSERT(wins(g, *attack) == plainly_vulnerable(g, 0, Coalition::neighbours));
}

TEST(WarStability, NoNetworkWithALinkIsWarStable) {
  // Theorem 1 of Jackson and Nei (2015), every network of three to five states.
  const TheoremTried tried = theorem_exhaustively();
  EXPECT_EQ(tried.cases, 23168u);
  EXPECT_EQ(tried.stable_with_links, 0u);
  EXPECT_EQ(tried.empty_differs, 0u);
  const TheoremTried larger = theorem_at_random(2000, 1);
  EXPECT_EQ(larger.cases, 2000u);
  EXPECT_EQ(larger.stable_with_links, 0u);
  EXPECT_EQ(larger.empty_differs, 0u);
}

TEST(WarStability, ThreeEqualsWithoutLinksLastIfDefenceIsTwiceAsStrong) {
  // M_j + M_k <= gamma M_i: 1 + 1 <= 2, but not <= 1.
  EXPECT_TRUE(war_stability(Alliances({1, 1, 1}, {2, 1}), Coalition::neighbours, {})->stable());
  const auto even = war_stability(Alliances({1, 1, 1}, {1, 1}), Coalition::neighbours, {});
  EXPECT_TRUE(even->none_vulnerable.holds());
  EXPECT_EQ(even->none_after_adding.broken, 3u);
}

/// d*-regular networks with d* = 2: a ring of six, two triangles.
Alliances regular(bool ring, Advantage gamma) {
  Alliances g(std::vector<std::int64_t>(6, 1), gamma);
  for (std::size_t i = 0; i < 6; ++i)
    g.set(i, ring ? (i + 1) % 6 : (i / 3) * 3 + (i + 1) % 3, true);
  return g;
}

TEST(TradeStability, PartnersThatAreWorthMoreThanSpoilsKeepThePeace) {
  // Second partner worth 1/2 - .3 = .2 > spoils .1; a third only 1/4 - .3 < 0. Then every network
  // of degree 2 has at most three attackers against three defenders.
  const Trade trade{.value = 1, .decline = 0.5, .cost = 0.3, .spoils = 0.1};
  EXPECT_NEAR(trade.utility(2), 1.5 - 0.6, 1e-12);
  EXPECT_NEAR(trade.last_link(2), 0.2, 1e-12);
  for (const bool ring : {true, false}) {
    const auto at = [&](Advantage gamma) {
      return trade_stability(regular(ring, gamma), trade, {});
    };
    EXPECT_TRUE(at({1, 1}).none_vulnerable.holds()) << ring;
    EXPECT_FALSE(at({9, 10}).none_vulnerable.holds()) << ring;
    // A link more makes its ends glad to lose one. Theorem 2: gamma >= (d* + 1) / (d* - 1) = 3
    // bears that too.
    EXPECT_FALSE(at({1, 1}).none_after_adding.holds()) << ring;
    EXPECT_TRUE(at({3, 1}).stable()) << ring;
    EXPECT_FALSE(war_stability(regular(ring, {3, 1}), Coalition::neighbours, {})->stable()) << ring;
  }
}

TEST(TradeStability, SpoilsThatOutweighAPartnerBreakIt) {
  const Trade greedy{.value = 1, .decline = 0.5, .cost = 0.3, .spoils = 0.5};
  EXPECT_FALSE(trade_stability(regular(true, {1, 1}), greedy, {}).none_vulnerable.holds());
  // Split among three, .5 is no more than the .2 that the partner was worth.
  const Trade split{.value = 1, .decline = 0.5, .cost = 0.3, .spoils = 0.5, .split = true};
  EXPECT_TRUE(trade_stability(regular(true, {1, 1}), split, {}).none_vulnerable.holds());
}

}  // namespace
}  // namespace entente::solve
