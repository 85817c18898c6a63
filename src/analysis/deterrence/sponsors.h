/// Attacks by groups that a state stands behind: what is owed against the one and the other.
///
/// Floor 5; part of deterrence.
#pragma once

#include <array>
#include <vector>

#include "analysis/deterrence/sweep.h"

namespace entente::analysis {

/// How a sponsor stands in the three readings that are set side by side.
enum class Blame { hidden, as_it_is, named };
inline constexpr std::size_t kBlames = 3;

/// The readings of a player, in that order.
[[nodiscard]] std::array<actors::Proxy, kBlames> readings_of(const actors::Proxy& proxy);

/// A player with a sponsor.
struct Sponsored {
  std::size_t player = 0;
  Symbol sponsor;
  std::size_t bound_against_group = 0;    ///< States bound to fight or assist if the group attacks.
  std::size_t bound_against_sponsor = 0;  ///< The same, were it the sponsor that attacks.
};

/// One for each player with a sponsor; the law is asked of both events.
[[nodiscard]] Result<std::vector<Sponsored>> sponsored(const Asked& asked,
                                                       const scenario::Library& library);

}  // namespace entente::analysis
