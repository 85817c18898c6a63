/// What moves the answer of a design most: one thing that is not known at a time, at both ends.
///
/// Floor 6; part of design.
#pragma once

#include <vector>

#include "campaign/movers.h"
#include "inquiry/design/outcomes.h"

namespace entente::inquiry {

/// Of what the portfolio betters over nothing, and of the aim with it; forces by kind, not by
/// owner.
struct DesignMovers {
  std::vector<card::Mover> gain, best;
};

/// Facts as in the tables, every state sending its probability's share; attacks over as many draws
/// of stakes as the design has. Cost: two outcomes at either end of each factor. REQUIRES: the
/// portfolio can be pulled. Throws `Cancelled`.
[[nodiscard]] DesignMovers design_movers(const scenario::Request& request,
                                         const Candidates& candidates, const Outcomes& outcomes,
                                         Portfolio portfolio);

}  // namespace entente::inquiry
