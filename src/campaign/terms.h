/// What the problems of one world have in common, and those of one draw: worked out once.
///
/// Floor 4; uses floors 0-3. A world is one `Numbers`, a draw one `Kept` in it. All tables are
/// flat; a row of pools is pool * places + place, a cell of demand place * elements + element.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "campaign/honour_draw.h"

namespace entente::campaign {

/// What a pool has for each contingency if its owner comes in full. Points to the situation and the
/// numbers it was made from.
struct WorldTerms {
  const Situation* situation = nullptr;
  const Numbers* numbers = nullptr;
  std::size_t periods = 0, places = 0, elements = 0;
  std::vector<std::vector<std::size_t>> pools;  ///< By element: those that have units.
  std::vector<char> target;                     ///< [owner * places + place]
  std::vector<std::size_t> first;  ///< [row] first period it can be there; periods: never.
  std::vector<double> unit;        ///< [row * periods + period] most there, for one in the pool.
  std::vector<double> all_unit, away_unit;  ///< [pool * periods + period] limits, for one in it.
  std::vector<double> all, away;            ///< The same for all units of the pool.
  std::vector<double> weight;               ///< [cell * periods + period] w v share of time.
  std::vector<double> lefts;                ///< [hold * periods + period] see `lefts`.
};

/// The same with kept promises. Points to the terms of its world.
struct DrawTerms {
  const WorldTerms* world = nullptr;
  std::vector<double> comes;  ///< [row] share of the units that comes; 0 where there is no slot.
  std::vector<double> cap;    ///< [row * periods + period] most units there by then.
  std::vector<double> works;  ///< [((owner * elements + element) * places + place) * periods + ...]
  std::vector<double> host, net;  ///< [cell * periods + period] as far as they work; still asked.

  [[nodiscard]] std::size_t works_at(std::size_t pool, std::size_t place) const;
};

/// `only`, where given, fills the tables for that element alone. Cost O(pools x contingencies x
/// periods), a tenth of a millisecond for the reference world.
[[nodiscard]] WorldTerms world_terms(const Situation& situation, const Numbers& numbers,
                                     std::optional<int> only = std::nullopt);

/// Likewise; for the elements that `world` has.
[[nodiscard]] DrawTerms draw_terms(const WorldTerms& world, const Kept& kept);

}  // namespace entente::campaign
