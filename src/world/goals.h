/// What alliances are for, and what agreements say they are for.
///
/// Floor 1; uses base. Plain data of `World`.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "world/forces.h"

namespace entente::world {

/// The goals that means are held against, and the two things one would have less of.
inline constexpr std::array<std::string_view, 10> kGoals = {
    "deter",      "assure", "crisis_management", "modernise", "economic_stability", "influence",
    "efficiency", "access", "entanglement",      "cost"};
/// How many of them an agreement may declare: all but the last two.
inline constexpr std::size_t kDeclarableGoals = 8;

/// A goal that an agreement declares in its own text.
struct DeclaredGoal {
  Symbol agreement;
  Symbol goal;
  std::string article;  ///< Where it says so.
  std::string words;    ///< What it says, in our words.
  Symbol source;
  char confidence = 'C';
};

}  // namespace entente::world
