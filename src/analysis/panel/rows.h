/// The rows and columns of one panel.
///
/// Floor 5; uses panel and history. Part of `panel`.
#pragma once

#include <string>
#include <vector>

#include "card/record.h"
#include "panel/state_names.h"
#include "panel/variable.h"

namespace entente::analysis {

enum class Unit { state_year, dyad_year, alliance_year };

struct PanelAsked {
  Unit unit = Unit::state_year;
  bool directed = false;
  int first = 0, last = 0;
  std::vector<const entente::panel::Variable*> variables;
};

/// How a variable is filled for a unit; null where the unit has no such variable. In a panel of
/// pairs a variable of states is filled by its states, once a side (`of_states`).
struct Chosen {
  const entente::panel::Way* way = nullptr;
  bool of_states = false;
};
[[nodiscard]] Chosen way_of(const entente::panel::Variable& variable, Unit unit);

/// The tables that a panel needs, each once, sorted.
[[nodiscard]] std::vector<std::string_view> tables_of(const PanelAsked& asked);

/// A column on its way into a table, with what it means.
struct PanelColumn {
  card::RecordColumn column;
  card::Packed cells;
  std::string source;  ///< Tables it is made from.
};

/// The columns that name a row, then those of each variable in the order asked. Errors: those of
/// the store. Cost: rows times columns, and reading the tables.
[[nodiscard]] Result<std::vector<PanelColumn>> make_columns(const PanelAsked& asked,
                                                            entente::panel::Sources& sources,
                                                            const world::World& world);

}  // namespace entente::analysis
