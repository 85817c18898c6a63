/// What a scenario asks: the sets of contingencies that come due at once.
///
/// Floor 3; uses base and text. Part of the loader.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/symbol.h"
#include "text/node.h"

namespace entente::scenario {

/// Reads the value of `sets`: a list of lists of contingencies, `known` by name. Names are interned
/// in `symbols`; those of a set keep their order. Faults: `wrong_type` (no list of lists of texts),
/// `unknown_name` with the nearest, `duplicate` (a contingency twice in a set, or a set twice in
/// any order), `bad_value` (a set without contingencies). A faulty set is left out.
[[nodiscard]] std::vector<std::vector<Symbol>> read_sets(const text::Node& sets,
                                                         std::string_view file,
                                                         std::span<const std::string> known,
                                                         Symbols& symbols, Faults& faults);

}  // namespace entente::scenario
