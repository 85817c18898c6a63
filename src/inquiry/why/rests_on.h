/// What a figure rests on: everything that is not known, moved one at a time.
///
/// Floor 6; part of why.
#pragma once

#include <string>
#include <vector>

#include "inquiry/why/cell.h"
#include "scenario/analysis.h"

namespace entente::inquiry {

/// The question that a record answered, ready to be asked again.
struct Retracing {
  const scenario::Analysis* analysis = nullptr;
  std::string subject;
  card::Arguments arguments;
  std::int64_t draws = 0;
  scenario::Library library;  ///< With the scenario of the record.
};

/// An assumption, or a group of facts, that is moved.
struct Ground {
  studies::Axis axis;  ///< An assumption from its low to its high; facts from quantile .05 to .95.
  std::string source;
};

/// What came out with one ground at either end.
struct Moved {
  std::size_t ground = 0;
  double at_low = 0, at_high = 0;
};

struct RestsOn {
  std::vector<Ground> grounds;
  std::vector<Moved> moved;  ///< In the order of the grounds; fewer where the run was stopped.
  double now = 0;            ///< The cell with nothing moved.
};

/// Assumptions that are flags of the analysis and have a range, as `campaign::range_of` where the
/// campaign knows it and else that of the flag; and every group of facts of the scenario. Errors:
/// those of `read_question`.
[[nodiscard]] Result<std::vector<Ground>> grounds_of(const Retracing& question);

/// The cell asked again. `moved` null: as it is; else that ground at `value`. Errors: those of the
/// analysis and of `read_gauge`.
[[nodiscard]] Result<double> ask_again(const Retracing& question, const RecordCell& cell,
                                       const scenario::Analyses& analyses, const Run& run,
                                       const Ground* moved, double value);

/// Asks twice for every ground, on the threads of `run`. A run that is stopped leaves those before.
/// Cost: 2 x grounds runs of the analysis.
[[nodiscard]] Result<RestsOn> rest(const Retracing& question, const RecordCell& cell,
                                   const scenario::Analyses& analyses, const Run& run);

}  // namespace entente::inquiry
