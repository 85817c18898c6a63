/// The entries of a linear programme sorted by column. Included by sources of solve only.
///
/// Floor 1.
#pragma once

#include <vector>

#include "solve/linear_programme.h"

namespace entente::solve {

/// Column j has the entries start[j] <= k < start[j + 1], in the order in which they were given.
struct ByColumn {
  std::vector<int> start;  ///< One more than columns.
  std::vector<int> row;
  std::vector<double> value;
};

/// By counting, in time of entries + rows + columns. REQUIRES: each (row, column) once, within
/// the programme, and finite.
[[nodiscard]] ByColumn by_column(const LinearProgramme& programme);

}  // namespace entente::solve
