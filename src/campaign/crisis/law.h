/// What the law says in a crisis: at each question, which allies are bound.
///
/// Floor 4; part of campaign.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "scenario/crisis_file.h"
#include "scenario/library.h"

namespace entente::campaign {

/// An ally at one question.
struct Bound {
  std::size_t player = 0;  ///< In the order of the case.
  bool owes = false;       ///< To fight or to assist; no other duty makes it a mover.
  std::string duty, agreement, article, discretion, because;
  std::optional<double> theta;  ///< Believed reliability of the promise; empty where none is owed.
};

/// One `ask` of the case, judged.
struct Trigger {
  std::string node, event;
  std::vector<Bound> allies;  ///< Every player marked as an ally, in the order of the case.
};

/// Judges every `ask` of a case by the library's law and day. Errors: those of the event, at the
/// place of its node; `unknown_state` for a player that is none.
[[nodiscard]] Result<std::vector<Trigger>> triggers_of(const scenario::CrisisCase& about,
                                                       const scenario::Library& library);

}  // namespace entente::campaign
