/// The record of a run that was stopped before its end.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "card/record.h"

namespace entente::campaign {

/// Marks a record as what there was when its run was stopped, and says how much that is:
/// `done` of `wanted` draws, or whatever `counted` names.
inline void mark_stopped(card::Record& record, std::size_t done, std::size_t wanted,
                         std::string_view counted = "draws") {
  record.partial = true;
  record.notices.push_back("Stopped before its end: " + std::to_string(done) + " of " +
                           std::to_string(wanted) + " " + std::string(counted) +
                           "; what would have come after them is left out.");
}

}  // namespace entente::campaign
