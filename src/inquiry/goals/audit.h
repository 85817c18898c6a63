/// Declared goals held against contributed ones, and contributions against cost.
///
/// Floor 6; part of goals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inquiry/goals/attribute.h"
#include "world/goals.h"

namespace entente::inquiry {

/// When a declared goal counts as displaced: it gets less than `below` % of what all give to it,
/// while the player takes more than `above` % of the cost.
struct Displacement {
  double below = 5, above = 10;
};
inline constexpr card::Field kDisplacement[] = {
    {.name = "displaced_below",
     .type = card::Type::number,
     .unit = "%",
     .help = "A goal counts as displaced where less than this share of its value comes from a "
             "player that costs much.",
     .source = "Assumption of this project; the audit is told at both ends of the range too",
     .fallback = "5",
     .low = 1,
     .high = 10},
    {.name = "displaced_above",
     .type = card::Type::number,
     .unit = "%",
     .help = "A player costs much where more than this share of the cost is its.",
     .source = "Assumption of this project; the audit is told at both ends of the range too",
     .fallback = "10",
     .low = 5,
     .high = 20},
};

/// A player and a goal, or one of them alone.
struct Audited {
  std::optional<std::size_t> player;  ///< None: a goal that nobody serves.
  std::string goal;                   ///< Empty: a player that serves none.
  const world::DeclaredGoal* declared = nullptr;
  solve::Estimate value;             ///< Shapley value; zeros where it is a dummy.
  const Measure* measure = nullptr;  ///< Null: nothing measures the goal.
  double share = 0, cost_share = 0;  ///< %.
  solve::Estimate cost;
  bool displaced = false;
  bool displaced_somewhere = false;  ///< At some corner of the ranges.
  std::string reading;
};

/// Signs that means have become ends, over all players.
struct Ends {
  std::size_t idle = 0;       ///< Players that no goal needs: leaving one out changes none.
  std::size_t serving = 0;    ///< Players with some value for a goal.
  solve::Estimate with_cost;  ///< Correlation over players of cost share and mean goal share.
  solve::Estimate with_size;  ///< The same of the number of promises.
};

struct Audit {
  std::vector<Audited> rows;  ///< By player, then goal; goals that nobody serves last.
  Ends ends;
};
[[nodiscard]] Audit audit_of(const Played& played, const Attribution& attribution,
                             const Displacement& displacement);

}  // namespace entente::inquiry
