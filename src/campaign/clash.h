/// Who stands against whom in a contingency: the forces of a draw as `win` takes them.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <span>
#include <vector>

#include "campaign/adjudication/win.h"
#include "campaign/terms.h"

namespace entente::campaign {

/// The battles of a set, one a contingency in its order. Strength is the sum over elements of
/// v_k x_k: of the attackers what they commit; of the defenders the host's own forces and, of what
/// is asked beyond them, what comes in the allocation that misses least and, of equals, leaves the
/// least largest unmet share. Attackers whose pools count in several contingencies of the set share
/// them out equally. Cost: one programme an element.
[[nodiscard]] std::vector<Battle> battles(const DrawTerms& terms, std::span<const int> set);

/// One of them if nobody came: the host's own forces alone, each supplier going on.
[[nodiscard]] Battle unaided(const WorldTerms& world, int place);

/// The state whose force that may leave for a contingency weighs most, of those that promised to
/// fight or assist there; -1 where nobody did. Index of its owner.
[[nodiscard]] int patron_of(const Situation& situation, const Numbers& numbers, std::size_t place);

}  // namespace entente::campaign
