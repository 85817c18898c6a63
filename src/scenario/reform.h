/// Changes to the library that a scenario asks for.
///
/// Floor 3; uses floors 0-2.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "scenario/library.h"

namespace entente::scenario {

/// The name of the scenario that changes nothing.
inline constexpr std::string_view kReference = "reference_2026";

/// The library as `scenario` (a name or a path; empty: the reference) has it, without the
/// agreements and states named in `without`. Its hash names what was changed as well. Errors: those
/// of the reader, `unknown_name`, `unknown_state`.
[[nodiscard]] Result<Library> reform(const Library& library, std::string_view scenario,
                                     std::span<const std::string> without);

}  // namespace entente::scenario
