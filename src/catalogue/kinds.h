/// The kinds of things a library holds, and the names of each.
///
/// Floor 7; uses world, treaty and scenario.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/library.h"

namespace entente::catalogue {

/// One name of the library.
struct Entry {
  std::string name;
  std::string_view kind;  ///< Singular: "state".
  std::string title;
  std::string note;
};

/// A kind of thing.
struct Kind {
  std::string_view plural;  ///< What `list` takes: "states".
  std::string_view singular;
  std::string_view meaning;
  std::vector<Entry> (*entries)(const scenario::Library&);  ///< Sorted by name, each name once.
};

/// All kinds, sorted by their plural.
[[nodiscard]] std::span<const Kind> kinds();

/// Every name that `describe` knows, for hints.
[[nodiscard]] std::vector<std::string> every_name(const scenario::Library& library);

}  // namespace entente::catalogue
