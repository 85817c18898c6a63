/// What moves each goal most: one thing that is not known at a time, at both ends.
///
/// Floor 6; part of goals.
#pragma once

#include <vector>

#include "campaign/movers.h"
#include "inquiry/goals/evaluate.h"

namespace entente::inquiry {

/// What moves that which all players together add to a goal, the most first.
struct GoalMovers {
  const Measure* measure = nullptr;
  std::vector<card::Mover> movers;
};

/// One a measure, in their order. Moved are assumptions, the places that are asked for, forces by
/// kind, suppliers, and how reliable those are whose promises play; facts are those of the tables,
/// every state sends its probability's share, and stakes are drawn as often as the record draws.
/// Cost: two coalitions at either end of each factor. Errors: those of levers that cannot be pulled
/// together. Throws `Cancelled`.
[[nodiscard]] Result<std::vector<GoalMovers>> goal_movers(const Played& played);

}  // namespace entente::inquiry
