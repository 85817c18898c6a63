/// The ways a crisis may take, the likeliest first.
///
/// Floor 4; part of campaign.
#pragma once

#include <string>
#include <vector>

#include "campaign/crisis/game.h"

namespace entente::campaign {

/// One way from the start to an end, types not told apart.
struct CrisisPath {
  std::string words;  ///< Moves and chances, with "; " between.
  double p = 0;
  int end = 0;
};

struct CrisisPaths {
  std::vector<CrisisPath> paths;  ///< The likeliest first.
  double told = 0;                ///< Their probability together.
};

/// At most `most` ways of a game that is played so. Best first, over all profiles of types at once,
/// within 100,000 steps. Cost O(steps x profiles x log).
[[nodiscard]] CrisisPaths likely_paths(const scenario::CrisisCase& about, const CrisisGame& game,
                                       const solve::QuantalResponse& play, std::size_t most);

}  // namespace entente::campaign
