/// Networks whose links are worth something in themselves: war-and-trade-stability.
///
/// Floor 1; uses base. Source: Jackson and Nei (2015), PNAS 112, section on trade. A state with d
/// links has u(d) = f(d) - c d, f concave: here f(d) = v (1 - q^d) / (1 - q), the k-th partner
/// worth v q^(k-1). Who joins an attack on i loses i as a partner and takes spoils.
#pragma once

#include <vector>

#include "solve/war_stability.h"

namespace entente::solve {

/// Assumptions about trade. REQUIRES: value >= 0, 0 < decline < 1, cost >= 0, spoils >= 0.
struct Trade {
  double value = 1;      ///< Of the first partner.
  double decline = 0.5;  ///< What each further partner is worth, of the one before.
  double cost = 0.1;     ///< Of a link.
  double spoils = 0.1;   ///< Of a state that is beaten.
  bool split = false;    ///< Shared equally by the attackers; else for each of them.

  [[nodiscard]] double utility(std::size_t links) const;
  /// What the last of so many links is worth. REQUIRES: links > 0.
  [[nodiscard]] double last_link(std::size_t links) const;
};

/// The strongest of the winning attacks that nobody in them would rather not join, and somebody
/// gains by: led by j, of j and allies of it. Nothing where there is none. Cost O(n d log d).
[[nodiscard]] std::optional<Attack> attack_despite_trade(const Alliances& alliances,
                                                         const Trade& trade, std::size_t state);

/// The three conditions with trade: (1) nobody is vulnerable despite trade; (2) no missing link
/// would make one end better off and the other no worse, and none would leave anybody vulnerable
/// despite trade; (3) neither end of a link would rather be without it, unless it were vulnerable
/// then. Cost O(n^4 d). Throws `Cancelled`.
[[nodiscard]] Stability trade_stability(const Alliances& alliances, const Trade& trade,
                                        const Run& run);

}  // namespace entente::solve
