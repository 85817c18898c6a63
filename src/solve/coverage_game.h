/// Coverage games: a coalition has of each thing the largest value that one of its members brings.
///
/// Floor 1; uses base. Such a game is a sum of games that one of some players suffices to win,
/// whose values are known in closed form: so the values of any number of players are exact up to
/// rounding, without enumeration. Source: derived from Shapley (1953), additivity; for one thing it
/// is the airport game of Littlechild and Owen (1973).
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace entente::solve {

/// One thing: what it is worth with no player, and with each who brings something.
struct Coverage {
  double otherwise = 0;
  std::vector<std::pair<std::size_t, double>> by;  ///< Player and value; the largest of a player.
};

/// Values as of `cooperative_game.h`. [player]; the pairs [i * players + j].
struct CoverageValues {
  std::vector<double> shapley, banzhaf, owen, interactions;
};

/// Cost O(things x (players of it)^2). `unions` as for `owen`. REQUIRES: players < unions.size().
[[nodiscard]] CoverageValues coverage_values(std::span<const Coverage> things,
                                             std::span<const int> unions);

}  // namespace entente::solve
