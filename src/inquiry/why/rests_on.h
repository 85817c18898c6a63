/// What a figure rests on: everything that is not known, moved one at a time.
///
/// Floor 6; part of why.
#pragma once

#include <optional>
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

/// What came out with one ground at either end; none where the cell is empty or the analysis can
/// not be asked.
struct Moved {
  std::size_t ground = 0;
  std::optional<double> at_low = {}, at_high = {};
};

/// The cell as the analysis gives it.
struct Answer {
  std::optional<double> value = {};  ///< None where the cell is empty.
  bool exact = true;                 ///< Nothing was sampled for it.
};

struct RestsOn {
  std::vector<Ground> grounds;
  std::vector<Moved> moved;  ///< In the order of the grounds; fewer where the run was stopped.
  double now = 0;            ///< The cell with nothing moved.
  bool exact = true;         ///< Nothing was sampled for it.
};

/// Assumptions that are flags of the analysis (scenarios may narrow them, or they are marked as
/// ours) and have a range, as `campaign::range_of` where the campaign knows it and else that of the
/// flag; and every group of facts of the scenario. Errors: those of `read_question`.
[[nodiscard]] Result<std::vector<Ground>> grounds_of(const Retracing& question);

/// The cell asked again. `moved` null: as it is; else that ground at `value`. Errors: those of the
/// analysis.
[[nodiscard]] Result<Answer> ask_again(const Retracing& question, const RecordCell& cell,
                                       const scenario::Analyses& analyses, const Run& run,
                                       const Ground* moved, double value);

/// Asks twice for every ground, on the threads of `run`. A run that is stopped leaves those before.
/// Errors: those of the analysis with nothing moved; `bad_value` for a cell that is empty then.
/// Cost: 2 x grounds runs of the analysis.
[[nodiscard]] Result<RestsOn> rest(const Retracing& question, const RecordCell& cell,
                                   const scenario::Analyses& analyses, const Run& run);

}  // namespace entente::inquiry
