/// The library with imported alliances beside its own law.
///
/// Floor 7; uses history and scenario.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "card/card.h"
#include "card/record.h"
#include "scenario/library.h"

namespace entente::catalogue {

/// Whether a card can ask for imported alliances and these arguments do (`--history`, `--data`).
[[nodiscard]] bool asks_for_history(const card::Card& card, const card::Arguments& arguments);

/// A copy of the library with the alliances of ATOP that it lacks, and a notice that says so. Adds
/// the data set to `inputs`. Errors: those of `history::Store::open_with` and `splice_atop`.
[[nodiscard]] Result<scenario::Library> with_history(const scenario::Library& library,
                                                     std::string_view data,
                                                     std::vector<std::string>& inputs);

}  // namespace entente::catalogue
