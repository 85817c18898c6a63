/// What a panel may hold: one flat card and its functions a variable.
///
/// Floor 4; uses history. A new variable: its row in a file of `variables/`, grouped by data set.
#pragma once

#include <span>
#include <string_view>

#include "panel/sources.h"

namespace entente::panel {

/// How a column of one unit is filled, and the tables that takes. Null where the unit has no such
/// variable.
struct Way {
  Result<Cells> (*fill)(Sources&) = nullptr;
  std::span<const std::string_view> tables = {};
};

struct Variable {
  std::string_view name = {};
  std::string_view unit = {};
  std::string_view help = {};  ///< One sentence: what a cell says.
  bool whole = false;          ///< Whole numbers only.
  Way states = {};     ///< By `Members::state_row`; in a panel of pairs twice, `_a` and `_b`.
  Way pairs = {};      ///< By `Members::pair_row`.
  Way alliances = {};  ///< By `Sources::alliance_row`.
};

/// All variables, sorted by name.
[[nodiscard]] std::span<const Variable* const> variables();

/// The variable called `name`, or null.
[[nodiscard]] const Variable* find_variable(std::string_view name);

}  // namespace entente::panel
