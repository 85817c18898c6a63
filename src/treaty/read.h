/// Reads an agreement from its file: every fault at once, with its place.
///
/// Floor 2; uses base, text and world. The format is described in docs/agreements.md.
#pragma once

#include "text/node.h"
#include "treaty/agreement.h"

namespace entente::treaty {

/// Reads one agreement. Names are interned into `world.symbols`; states, groups, polygons, kinds of
/// means and the days of parties are checked against the world, areas against the file and
/// `shared`, readings against `readings`. Errors: those of the reader, and `unknown_state`,
/// `unknown_area`, `unknown_name`, `predicate`, `order_of_dates`, `overlap`, `duplicate`,
/// `no_source`, `dangling_exception`, `exception_circle`, `clash`.
[[nodiscard]] Result<Agreement> read_agreement(const text::Document& document, world::World& world,
                                               const std::vector<Area>& shared,
                                               const std::vector<Reading>& readings);

/// Reads `areas.toml`: shared areas and polygons. Polygons go into `world`.
[[nodiscard]] Result<std::vector<Area>> read_areas(const text::Document& document,
                                                   world::World& world);

/// Reads `readings.toml`.
[[nodiscard]] Result<std::vector<Reading>> read_readings(const text::Document& document,
                                                         Symbols& symbols);

/// Exceptions that cannot stand together (docs/agreements.md): dangling, circular, or two on one
/// rule that can hold at once and differ. Appends to `faults`.
void check_exceptions(const Agreement& agreement, const Symbols& symbols, Faults& faults);

}  // namespace entente::treaty
