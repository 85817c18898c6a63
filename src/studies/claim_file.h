/// What a study file says of an argument: its sentence, and the conditions under which it holds.
///
/// Floor 5; part of studies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studies/explore_file.h"

namespace entente::studies {

/// How two sums compare.
enum class Relation { above, at_least, below, at_most };

/// An outcome in a sum: a measure under a variant, some times over.
struct ClaimTerm {
  std::string measure, variant;  ///< Variant empty: the baseline.
  double times = 1;
  Where measure_where, variant_where;
};

/// Left compares with right + value, each a sum of outcomes of one future.
struct ClaimCondition {
  std::string name;
  std::vector<ClaimTerm> left, right;  ///< Left has at least one.
  Relation is = Relation::above;
  double value = 0;
  Where where;
};

/// An argument. It holds in a future in which every condition does.
struct ClaimFile {
  std::string says;        ///< The argument in a sentence.
  std::string reads;       ///< What is computed and compared.
  std::string calibrated;  ///< Which reference values were tuned to show it; empty: none.
  std::vector<ClaimCondition> conditions;
  Where where;
};

/// Takes `[claim]` and `[[condition]]` from a study; none where there is no `[claim]`. Faults:
/// those of `SectionReader`; `missing_key` (no condition, nothing on the left, a claim that is not
/// explored, conditions without [claim]); `wrong_type` (a side that is no list of tables);
/// `unknown_name` (a measure that the study does not take); `too_large` (over 16 conditions).
[[nodiscard]] std::optional<ClaimFile> read_claim(text::TableReader& root, const std::string& file,
                                                  const std::optional<ExploreFile>& explore,
                                                  Faults& faults);

/// Whether the condition holds between two sums.
[[nodiscard]] bool holds(const ClaimCondition& condition, double left, double right);

/// The condition in words of the file: `gap of today - gap of partners above .05 gap of today`.
[[nodiscard]] std::string words_of(const ClaimCondition& condition);

}  // namespace entente::studies
