/// Members of ATOP as agreements that the law of this program understands.
///
/// Floor 3; part of history, uses world and treaty.
///
/// Source: Leeds, Ritter, Mitchell and Long (2002), ATOP 5.1. What ATOP codes of a promise becomes
/// a clause: defence and offence `fight`, neutrality `stay_out`, non-aggression `not_attack`,
/// consultation `consult`; who promised it (asymmetric promises stay so); adversaries, where ATOP
/// names them; more than one adversary; no provocation; a war already on. Places, demands and
/// adversaries that it does not name leave a clause that is wider than the treaty: the text of the
/// clause says so, and its confidence is C.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "history/store.h"
#include "treaty/agreement.h"
#include "world/world.h"

namespace entente::history {

/// What a splice did.
struct Spliced {
  std::size_t added = 0;
  std::size_t held = 0;     ///< Alliances that the law already had: its own text stands.
  std::size_t skipped = 0;  ///< Alliances with fewer than two members that the world knows.
};

/// Adds to `law` the alliances of the table `atop_member` that it lacks, with ids `atop_3180`; one
/// that lapsed and was renewed under its number is two agreements (`atop_1020_2`). An
/// alliance is held already where an agreement names its ATOP id, or has the same members and was
/// signed in the same year. Entry is the day of signature (a missing day is the first of its month,
/// a missing day of exit the last); phases of one membership are joined. Indexes both. Errors:
/// those of `Store::read`. Cost: about 0.1 s for all 789.
[[nodiscard]] Result<Spliced> splice_atop(const Store& store, world::World& world,
                                          treaty::Law& law);

}  // namespace entente::history
