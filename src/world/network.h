/// Who has promised what to whom, as a network of one day or year.
///
/// Floor 1; uses base. Plain data: of the library's law or of imported history, read by whoever
/// looks at networks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "world/forces.h"

namespace entente::world {

/// What a promise is worth as a tie: 3 defence, 2 neutrality or non-aggression, 1 anything less.
inline constexpr int kDefenceTie = 3;

/// The highest of the promises of one state to another.
struct Tie {
  std::size_t from = 0, to = 0;  ///< Places in `states`.
  int value = 0;
};

struct NetworkState {
  std::string name;
  Uncertain strength;  ///< 0: not known.
};

struct Network {
  std::string when;                  ///< A day or a year.
  std::vector<NetworkState> states;  ///< Sorted by name.
  std::vector<Tie> ties;             ///< Sorted by from and to; one a pair and direction.
  std::string strength_of, unit;     ///< What the strengths are.
};

}  // namespace entente::world
