/// Games of players who act or do not, as Gambit reads them.
///
/// Floor 1; uses base.
#pragma once

#include <string>
#include <vector>

#include "solve/binary_game.h"

namespace entente::solve {

/// A normal form in Gambit's format .nfg (payoff version): two strategies each, 1 does not act, 2
/// acts; who does not act has payoff 0. Profiles stand with the first player's strategy running
/// fastest. Quotes in names are escaped. Cost: players 2^players gains. REQUIRES: at least one
/// player, at most kMostPlayers.
[[nodiscard]] std::string nfg(const std::string& title, const std::vector<std::string>& players,
                              const Gain& gain);

}  // namespace entente::solve
