#include "solve/binary_game.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

namespace entente::solve {
namespace {

constexpr double kRounding = 1e-9;  // A gain that falls by less has not fallen.

Acting bit(int q) { return Acting{1} << q; }
Acting everybody(int players) { return bit(players) - 1; }

}  // namespace

Acting upward(int players, const Gain& gain, Acting from) {
  Acting acting = from;
  for (bool moved = true; moved;) {
    Acting next = acting;
    for (int q = 0; q < players; ++q)
      if ((acting & bit(q)) == 0 && gain(q, acting | bit(q)) > 0) next |= bit(q);
    moved = next != acting;
    acting = next;
  }
  return acting;
}

Acting downward(int players, const Gain& gain, Acting from) {
  Acting acting = from;
  for (bool moved = true; moved;) {
    Acting next = acting;
    for (int q = 0; q < players; ++q)
      if ((acting & bit(q)) != 0 && gain(q, acting) <= 0) next &= ~bit(q);
    moved = next != acting;
    acting = next;
  }
  return acting;
}

Ends ends(int players, const Gain& gain) {
  return {upward(players, gain), downward(players, gain, everybody(players))};
}

bool stable(int players, const Gain& gain, Acting acting) {
  for (int q = 0; q < players; ++q)
    if ((gain(q, acting | bit(q)) > 0) != ((acting & bit(q)) != 0)) return false;
  return true;
}

std::vector<Acting> pure_equilibria(int players, const Gain& gain) {
  assert(players <= kMostPlayers);
  std::vector<Acting> found;
  for (Acting acting = 0; acting <= everybody(players); ++acting)
    if (stable(players, gain, acting)) found.push_back(acting);
  return found;
}

Monotone monotone(int players, const Gain& gain) {
  Monotone result;
  for (Acting acting = 0; acting <= everybody(players); ++acting)
    for (int q = 0; q < players; ++q)
      for (int other = 0; other < players; ++other) {
        if ((acting & bit(q)) == 0 || (acting & bit(other)) != 0) continue;
        const double fall = gain(q, acting) - gain(q, acting | bit(other));
        ++result.tested;
        if (fall > kRounding) ++result.violated;
        result.worst = std::max(result.worst, fall);
      }
  if (result.violated == 0) result.worst = 0;
  return result;
}

std::optional<Acting> least_shock(int players, const Gain& gain, Acting from, Acting to) {
  const Acting rest = to & ~from;
  std::vector<Acting> shocks;  // Subsets of the rest, smallest first.
  for (Acting shock = rest;; shock = (shock - 1) & rest) {
    shocks.push_back(shock);
    if (shock == 0) break;
  }
  std::ranges::sort(shocks, {}, [](Acting one) { return std::pair(std::popcount(one), one); });
  for (const Acting shock : shocks)
    if ((upward(players, gain, from | shock) & to) == to) return shock;
  return std::nullopt;
}

}  // namespace entente::solve
