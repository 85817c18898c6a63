/// The cells of a study: every variant under every belief, each a world of its own.
///
/// Floor 5; part of studies.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "studies/portfolio.h"

namespace entente::studies {

/// Assumptions of the study itself.
struct StudyTerms {
  double kappa = 0.15, lines_today = 6, lines_pooled = 3;
  double money = 0;  ///< bn USD a year, for variants that name no amount.
};

/// A variant under a belief, laid out. The question points into the library.
struct Cell {
  const StudyVariant* variant = nullptr;
  const StudyBelief* belief = nullptr;
  scenario::Library library = {};
  campaign::Question question = {};
  Portfolio portfolio = {};
  double spent = 0;  ///< bn USD a year.
  int hub_owner = -1, hub_supplier = -1;
  int baseline = -1;  ///< The cell with the same belief that it is compared with; -1 for that one.
};

/// What cells are made from.
struct Making {
  const StudyFile& study;
  const scenario::Library& library;  ///< The scenario of the study, with `hub_allies` known.
  const card::Arguments& arguments;
  std::uint64_t seed = 1;
  std::size_t plan_draws = 32;  ///< Of honour, by which purchases are planned; 0: none are made.
  const Run& run;
};

/// Adds the group `hub_allies`: states that owe the hub, or are owed by it, fight or assistance
/// under a treaty in force, and are attacked in some contingency of the scenario, or have promised
/// something that it triggers, be it to consult. Returns
/// them by name. Errors: those of `lay_out`, `unknown_state` for the hub.
[[nodiscard]] Result<std::vector<Symbol>> name_hub_allies(const StudyFile& study,
                                                          scenario::Library& library);

/// Every variant under every belief for which it is looked at, by belief. All weigh shortfalls as
/// the scenario of the study does. Errors, all at once: those of levers, of `lay_out`, and
/// `unknown_name` for those who spend.
[[nodiscard]] Result<std::vector<std::unique_ptr<Cell>>> make_cells(const Making& making,
                                                                    const StudyTerms& terms);

/// The cost of the levers of a cell that are in effect, bn USD a year, if all erred at quantile u.
[[nodiscard]] double lever_cost(const Cell& cell, double u);

}  // namespace entente::studies
