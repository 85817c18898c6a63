/// The similarity of every pair of states in a span of years.
///
/// Floor 5; uses panel and history. Part of `similarity`.
#pragma once

#include <string>
#include <vector>

#include "card/record.h"
#include "panel/portfolios.h"
#include "scenario/analysis.h"

namespace entente::analysis {

struct Span {
  int first = 0, last = 0;
};

/// What is asked of the years.
struct YearsAsked {
  Span span;
  std::string data;  ///< Of the flag; empty for the default database.
  panel::Ordering ordering = panel::Ordering::atop;
  panel::Comparison comparison;
  bool weighted = true;  ///< By capabilities.
};

/// The ties of every year asked, each with names sorted, and where they come from.
struct YearsRead {
  std::vector<panel::YearTies> years;
  std::vector<std::string> notices, inputs;
  std::string source;
};

/// Years up to the last of the imported promises from the database, later ones (and all, where
/// there is no database and none is named) from the library. Errors: those of the store,
/// `bad_value` for a year that neither knows.
[[nodiscard]] Result<YearsRead> read_years(const YearsAsked& asked,
                                           const scenario::Library& library);

/// Compares all pairs of all years on the threads of the run, and fills the packed table: state_a,
/// state_b, year, s, s_weighted, tau_b, pi, kappa, by year, then by names.
void fill_years(const YearsRead& read, const panel::Comparison& how, const Run& run,
                card::Table& table);

/// One sentence on the first and the last year.
[[nodiscard]] std::string years_finding(const YearsRead& read, const card::Table& table);

}  // namespace entente::analysis
