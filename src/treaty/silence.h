/// Why everybody else is not bound: rows of silence, written after the verdicts.
///
/// Floor 2; private to the room.
#pragma once

#include <span>
#include <vector>

#include "treaty/steps.h"

namespace entente::treaty {

/// All outcomes of one state under one agreement.
struct Weighed {
  const Agreement* agreement;
  Symbol state;
  bool promises = false;          ///< Some article binds this state.
  std::vector<Outcome> outcomes;  ///< One an article that binds it.
};

/// Rows for every state that is bound to nothing under an agreement, for states outside the
/// agreements that protect a target, for agreements that concern no target, and for states without
/// any tie.
[[nodiscard]] std::vector<Silence> silences(const Case& c, std::span<const Weighed> weighed,
                                            std::span<const Verdict> verdicts);

/// Pairs of duties of one state that cannot both be kept (docs/agreements.md, step 10).
[[nodiscard]] std::vector<Conflict> conflicts(const Case& c, std::span<const Verdict> verdicts);

}  // namespace entente::treaty
