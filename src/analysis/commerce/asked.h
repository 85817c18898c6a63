/// What is asked of trade: the ground of the library, and straits that the user names.
///
/// Floor 5; part of commerce.
#pragma once

#include "campaign/trade/ground.h"
#include "scenario/analysis.h"

namespace entente::analysis {

/// The tables, and the sets of the scenario or `--close` in their place. Errors: `unknown_name`
/// where the library has no corridors or for a strait, `bad_argument` for a share.
[[nodiscard]] Result<campaign::CommerceGround> asked_ground(const Request& request);

}  // namespace entente::analysis
