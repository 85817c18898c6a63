/// Games in which each player acts or does not, and gains by it depending on who else acts.
///
/// Floor 1; uses base. Players are bits of a mask. A player acts where its gain is above 0. In a
/// supermodular game (nobody loses by another's acting) the pure equilibria form a lattice with a
/// least and a greatest one, which best replies from nobody and from everybody reach. Source:
/// Topkis (1979), Equilibrium points in nonzero-sum n-person submodular games; Milgrom and Roberts
/// (1990), Econometrica 58; Vives (1990).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace entente::solve {

/// Players who act: bit q is player q.
using Acting = std::uint32_t;

/// gain(q, acting): what q gains by acting when `acting`, q among them, act. Asked only where q is
/// in the mask; may be slow, so nothing is asked twice in vain.
using Gain = std::function<double(int q, Acting acting)>;

/// Where best replies end that only add players (`upward`) or only take them away.
[[nodiscard]] Acting upward(int players, const Gain& gain, Acting from = 0);
[[nodiscard]] Acting downward(int players, const Gain& gain, Acting from);

/// The two ends. In a supermodular game they are the least and the greatest equilibrium; elsewhere
/// an end may be none, which `stable` tells. Cost: at most players + 1 sweeps each.
struct Ends {
  Acting least = 0, greatest = 0;
};
[[nodiscard]] Ends ends(int players, const Gain& gain);

/// Whether nobody would rather change: all who act gain, nobody else would.
[[nodiscard]] bool stable(int players, const Gain& gain, Acting acting);

/// Of games that are enumerated.
inline constexpr int kMostPlayers = 12;

/// Every pure equilibrium, ascending. Cost: 2^players masks. REQUIRES: players <= kMostPlayers.
[[nodiscard]] std::vector<Acting> pure_equilibria(int players, const Gain& gain);

/// Pairs of masks, one with one more player, and a third player who gains less in the larger.
struct Monotone {
  int tested = 0, violated = 0;
  double worst = 0;  ///< Largest fall of a gain.
};
[[nodiscard]] Monotone monotone(int players, const Gain& gain);

/// The fewest players of `to` whose acting, for reasons of their own, moves best replies from
/// `from` to all of `to`; the first by mask of equals. None where even all of `to` together do not.
/// They need not gain themselves; nobody outside `to` is moved. Cost: up to 2^|to \ from| runs of
/// `upward`.
[[nodiscard]] std::optional<Acting> least_shock(int players, const Gain& gain, Acting from,
                                                Acting to);

}  // namespace entente::solve
