/// Tables and finding of goals.
///
/// Floor 6; part of goals.
#pragma once

#include <span>
#include <string>

#include "card/record.h"
#include "inquiry/goals/audit.h"
#include "inquiry/goals/moves.h"

namespace entente::inquiry {

struct GoalFindings {
  const Played& played;
  const Attribution& attribution;
  const Audit& audit;
  std::vector<GoalMovers> movers = {};  ///< Empty where facts are not varied.
};

[[nodiscard]] std::span<const card::TableSpec> goal_tables();
[[nodiscard]] std::span<const card::View> goal_views();
void add_tables(card::Record& record, const GoalFindings& findings);
[[nodiscard]] std::string goal_finding(const GoalFindings& findings);

}  // namespace entente::inquiry
