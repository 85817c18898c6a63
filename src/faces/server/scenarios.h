/// Scenarios that people keep on the server: what is checked before the store takes one.
///
/// Floor 9; uses base, text, scenario and catalogue. A scenario that was sent is a text; nothing in
/// it reaches the file system: it builds on scenarios by name, and adds agreements by name.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "scenario/library.h"

namespace entente::server {

/// Names and texts, as a library holds them.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// Finds the text of a scenario that is kept.
using Lookup = std::function<std::optional<std::string>(const std::string& name)>;

/// A scenario that was sent, checked.
struct CheckedScenario {
  std::string name;
  std::string toml;  ///< As sent; the canonical layout where JSON was sent.
};

/// Checks a text as a scenario. `file` is how faults name it. Errors: those of `reform` (all faults
/// with line and column), and `bad_value` for a path where a name is needed. Cost: a copy of the
/// library and its changes.
[[nodiscard]] Result<CheckedScenario> check_scenario(std::string_view text, std::string_view file,
                                                     const scenario::Library& library,
                                                     const Lookup& kept);

/// The texts of `name` and of all it builds on that are not of the library; empty where `name` is
/// of the library. Errors: `unknown_name` at `where`, and what `check_scenario` says of paths.
[[nodiscard]] Result<NamedTexts> texts_of(const std::string& name, const Where& where,
                                          const scenario::Library& library, const Lookup& kept);

/// Whether the library itself has a scenario of this name.
[[nodiscard]] bool is_of_library(const scenario::Library& library, std::string_view name);

/// The library with further scenarios, by name.
[[nodiscard]] scenario::Library with_texts(const scenario::Library& library,
                                           const NamedTexts& texts);

}  // namespace entente::server
