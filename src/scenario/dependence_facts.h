/// Reads who depends on whom, and what doing without costs, into a world.
///
/// Floor 3; uses base, text and world. Part of the loader; as the functions of force_facts.h.
#pragma once

#include <string_view>

#include "world/world.h"

namespace entente::scenario {

/// Faults besides those of force_facts.h: `bad_value` where a supplier supplies itself, alone or in
/// a circle of rows for the same element and service, once a circle, at the row that closes it.
/// Nuclear forces count as an element here.
bool read_dependency(std::string_view bytes, std::string_view file, world::World& world,
                     Faults& faults);

/// What a user pays and waits for to do without a row of dependency, which is read before.
/// Faults besides: `unknown_name` where there is no such row.
bool read_substitutes(std::string_view bytes, std::string_view file, world::World& world,
                      Faults& faults);

/// `USA - JPN - USA`: a circle of supply in words.
[[nodiscard]] std::string circle_words(const std::vector<Symbol>& circle, const Symbols& symbols);

}  // namespace entente::scenario
