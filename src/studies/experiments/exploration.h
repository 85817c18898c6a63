/// What is explored: plans, factors and measures, checked against the cards of the analyses.
///
/// Floor 5; part of studies.
#pragma once

#include <string>
#include <vector>

#include "studies/experiments/gauge.h"
#include "studies/study_file.h"

namespace entente::studies {

/// A variant of the study as a world: its levers pulled, its money spent.
struct Option {
  std::string id, name;
  scenario::Library library;
};

struct Exploration {
  StudyFile study;
  std::vector<Option> options;  ///< In the order of the study; at least one.
  std::size_t baseline = 0;     ///< The option that others are compared with.
  std::vector<Axis> axes;       ///< At least one.
  std::vector<Gauge> gauges;    ///< At least one.
  std::vector<Asking> askings;  ///< Distinct runs that the gauges take.
  std::vector<std::string> notices;
  const scenario::Analyses* analyses = nullptr;
  std::uint64_t seed = 1;
};

/// Outcomes of one point: [option * gauges + gauge].
using Outcomes = std::vector<double>;

/// Reads everything a study says about exploring, with every fault at once. `library` has the
/// scenario of the study. Errors: `missing_key` (no [explore]); `unknown_name` (analysis, table,
/// column, flag, group of facts, with the nearest); `bad_value` (an analysis that asks nothing of
/// one scenario, a range outside that of its flag); `range_missing`; `excluded` (a factor and a
/// variant that set one assumption); those of levers and of `make_cells`. Cost: purchases of
/// variants that spend are planned once, where `buying`.
[[nodiscard]] Result<Exploration> read_exploration(StudyFile study, scenario::Library library,
                                                   const scenario::Request& request, bool buying);

/// Runs every asking at one point, in every option. Errors: those of the analyses, in the place of
/// the measure that asks, and of `setting_at`. Throws `Cancelled`.
[[nodiscard]] Result<Outcomes> outcomes_at(const Exploration& exploration, const double* values,
                                           const Run& run);

/// The values of all factors where none is moved.
[[nodiscard]] std::vector<double> plain_values(const Exploration& exploration);

}  // namespace entente::studies
