/// The experiments in the layout that EMA Workbench and SALib know.
///
/// Floor 6; part of explore.
#pragma once

#include <string>

#include "inquiry/explore/findings.h"

namespace entente::inquiry {

/// Writes to a folder, made where there is none: `experiments.csv` (a column a factor, then
/// `scenario`, `policy` and `model`, as EMA Workbench lays experiments out), `outcomes.csv` (a
/// column a measure, rows in the same order) and `problem.json` (SALib's `num_vars`, `names`,
/// `bounds`, with the design, plans and outputs). Of one policy rows stand in the order in which
/// SALib's analysis of a Saltelli or Morris sample takes them. Faults: `unreadable`.
[[nodiscard]] Faults export_experiments(const Findings& findings, const std::string& folder);

}  // namespace entente::inquiry
