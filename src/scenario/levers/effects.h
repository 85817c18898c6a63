/// Reads what a lever does from a table, by the keys of its kind.
///
/// Floor 3; uses floors 0-2. Part of the levers.
#pragma once

#include "scenario/levers/names.h"

namespace entente::scenario {

/// Reads the fields of `kind` out of `table`, which may hold the keys of `beside` too. Faults:
/// those of `SectionReader`, of the names and of the kind.
[[nodiscard]] Effect read_effect(const LeverKind& kind, std::span<const ScenarioKey> beside,
                                 const text::Node& table, std::string_view file, NameCheck& names,
                                 Faults& faults);

/// Levers with their faults: one that has any keeps its card and what it excludes, but no effects,
/// so that it can still be held against the others; one of an unknown card is left out.
struct LeversRead {
  std::vector<Lever> levers;
  Faults faults;
};

/// As `read_levers`, with what could be read.
[[nodiscard]] LeversRead read_what_levers(std::span<const text::Node> tables, std::string_view file,
                                          const Library& library);

/// True where `key` is a key of `keys`, or one end of its range.
[[nodiscard]] bool takes(std::span<const ScenarioKey> keys, std::string_view key);

}  // namespace entente::scenario
