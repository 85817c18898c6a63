/// A measure of an exploration, ready to be taken: which analysis is run, and what is read.
///
/// Floor 5; part of studies.
#pragma once

#include <string>
#include <vector>

#include "studies/experiments/axis.h"

namespace entente::studies {

/// A run that several measures may share.
struct Asking {
  const scenario::Analysis* analysis = nullptr;
  std::string subject;
  card::Arguments arguments;
  std::int64_t draws = 0;
  Where where;  ///< Where its arguments stand, for what is wrong with them.
};

struct Gauge {
  ExploreMeasure measure = {};
  std::size_t asking = 0;
  std::string unit = {};

  [[nodiscard]] const std::string& id() const { return measure.id; }
  /// What is wrong with an outcome, in its unit: less is better.
  [[nodiscard]] double loss(double outcome) const { return measure.more ? -outcome : outcome; }
  /// What a plan is asked for, as a loss that it may not pass.
  [[nodiscard]] std::optional<double> bound() const;
};

/// Reads a measure off a record. Errors, at the place of the measure: `unknown_name` (a table, a
/// column, a row that is not there, with the nearest), `wrong_type` (a column of texts),
/// `bad_value` (several rows and no aggregate, an empty cell).
[[nodiscard]] Result<double> read_gauge(const card::Record& record, const Gauge& gauge);

}  // namespace entente::studies
