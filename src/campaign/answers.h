/// Who may answer a contingency, and why: the law's answer, before any likelihood.
///
/// Floor 4; uses floors 0-3. States with a triggered duty to fight, assist or consult towards a
/// target, or to supply it under a statute; and, named as such, states that have declared what they
/// would send (participation) without a promise. Nobody else.
#pragma once

#include <vector>

#include "scenario/library.h"
#include "world/commitment.h"

namespace entente::campaign {

/// One state that may come.
struct Helper {
  Symbol state;
  world::Duty duty = world::Duty::none;     ///< The strongest triggered one; none: ad hoc.
  std::vector<world::Commitment> promises;  ///< Triggered ones; the most reliable counts.
  bool tripwire = false;                    ///< Has forward forces inside or next to the theatre.

  [[nodiscard]] bool ad_hoc() const { return promises.empty(); }
};

/// A contingency as the law sees it.
struct Answer {
  const world::Contingency* contingency = nullptr;
  std::vector<Symbol> targets;    ///< Sorted by name.
  std::vector<Symbol> attackers;  ///< Sorted by name.
  double severity = 0;            ///< Of the means, on the ladder from 0 to 7.
  bool irregular = false;         ///< No attacker is a state.
  std::vector<Helper> helpers;    ///< By name of the state; no target is among them.
};

/// The answers to all contingencies of the scenario, in their order. Errors: those of the events,
/// and `bad_value` for a contingency that nobody answers and that has no host supply. Cost: one
/// judgement a contingency.
[[nodiscard]] Result<std::vector<Answer>> answers(const scenario::Library& library);

}  // namespace entente::campaign
