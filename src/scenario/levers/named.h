/// Levers of the library: one file each, `library/levers/NAME.toml`.
///
/// Floor 3; uses floors 0-2. Part of the levers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/levers/kind.h"

namespace entente::scenario {

/// A lever as its file says it, but for the names in its effects.
struct NamedLever {
  std::string id, name, actor, note;
  world::Uncertain cost;  ///< bn USD of 2025 a year.
  world::Uncertain delay_months;
  std::vector<std::string> excludes;
  std::vector<text::Node> effects;  ///< Each a table with `card`, a kind, and its fields.
  int year = 0;
  std::string source, status;
  char confidence = 'C';
};

/// Reads the file; nothing where it has a fault: those of `SectionReader`, `missing_key` (no
/// effect), `bad_value` (not the name of the file) and `duplicate` (the name of a kind). Effects
/// are not read.
[[nodiscard]] std::optional<NamedLever> read_named_lever(const text::Document& document,
                                                         Faults& faults);

/// The lever of this name in the library, or nothing. Parses its file.
[[nodiscard]] std::optional<NamedLever> find_named_lever(const Library& library,
                                                         std::string_view name);

/// Faults in the files of `library.levers`, each at its place: what `read_named_lever` finds, the
/// effects held against the library, and exclusions of what is no lever (`unknown_name`).
void check_named_levers(const Library& library, Faults& faults);

}  // namespace entente::scenario
