/// The canonical allocation by the method of our own.
///
/// Floor 4; part of campaign.
#pragma once

#include <optional>

#include "campaign/allocation.h"
#include "campaign/small_programme.h"

namespace entente::campaign {

/// That of `allocate`; none where the method gives up or an optimum is not proved.
[[nodiscard]] std::optional<Allocation> canonical(const Problem& problem,
                                                  const Situation& situation,
                                                  SmallProgramme& small);

}  // namespace entente::campaign
