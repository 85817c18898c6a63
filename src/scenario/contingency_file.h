/// Contingencies as tables: files of the library and `[[contingency]]` of a scenario.
///
/// Floor 3; uses floors 0-2. Part of the loader.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/node.h"
#include "world/world.h"

namespace entente::scenario {

/// How strict the reader is and which names it knows beside those of the world.
struct ContingencyRules {
  /// A contingency of the library is complete: name, demand, source, status and confidence of each
  /// amount, and the range of each assumption. A scenario may leave these out: a plain number is
  /// known, and a contingency that the world has keeps what the table does not write.
  bool of_library = false;
  std::span<const std::string> elements;       ///< That only the scenario has.
  std::span<const std::string> contingencies;  ///< That a `theatre` may name.
};

/// Reads one contingency; nothing where it has a fault. Interns names in `world` and looks up
/// elements, contingencies and the event (on the day of the world, which must be indexed). Keys:
/// id, name, event, theatre, weight, loss_clock, source, and the lists demand, host_supply and
/// red_committed of {element, day, amount, low, high, status, confidence, source}; weight and
/// loss_clock have `_low`, `_high`, `_status` and `_confidence`. An amount without a source has
/// that of the contingency. Amounts come sorted by element and day. Faults: those of the reader and
/// of the event (at the place of `event`), `unknown_name`, `bad_value` (a negative amount, day or
/// weight; a bad id), `duplicate` (an element twice on one day), `range_missing`,
/// `unsourced_range`, `no_source`.
[[nodiscard]] std::optional<world::Contingency> read_contingency(const text::Node& table,
                                                                 std::string_view file,
                                                                 world::World& world,
                                                                 const ContingencyRules& rules,
                                                                 Faults& faults);

}  // namespace entente::scenario
