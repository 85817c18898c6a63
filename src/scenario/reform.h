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

/// The library as `scenario` has it, without the agreements and states named in `without`. A
/// scenario is the name of one of `library.scenarios`, or the path of a file; empty or `kReference`
/// changes nothing. Its base comes first: by name, or a path beside the file. The hash of the
/// result names what was changed as well; where nothing was, it is that of the library. Errors:
/// those of the reader, `unknown_name`, `unreadable`, and `bad_value` where bases go in a circle.
[[nodiscard]] Result<Library> reform(const Library& library, std::string_view scenario,
                                     std::span<const std::string> without);

}  // namespace entente::scenario
