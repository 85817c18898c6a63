/// What a study file says about exploring: what is not known, what is looked at, by which design.
///
/// Floor 5; part of studies.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/node.h"
#include "text/reader.h"

namespace entente::studies {

/// What a factor sets.
enum class Sets {
  assumption,  ///< An assumption of the models, by its flag.
  facts,       ///< A group of facts, at a quantile of what is not known of them.
  argument,    ///< A flag of the analyses that are run.
  lever        ///< A field of a lever that every variant pulls.
};

/// One thing that nobody controls. Either a range or a list of values.
struct ExploreFactor {
  std::string id, name;
  Sets sets = Sets::assumption;
  std::string target;  ///< Flag, group of facts, or field of the lever.
  text::Node lever;    ///< Its table without the field.
  std::optional<double> low, high;
  std::vector<text::Node> values;  ///< Numbers or texts, in their order.
  std::optional<double> plain;     ///< Its value where other factors are moved one at a time.
  bool whole = false;
  Where where;         ///< Of the section.
  Where target_where;  ///< Of what it sets.
};

/// One thing that is looked at: a cell, or several cells of one column of a table.
struct ExploreMeasure {
  std::string id, name;
  std::string analysis, subject, table, column;
  std::vector<std::pair<std::string, std::string>> rows;  ///< Column and the text it must have.
  std::vector<std::pair<std::string, std::string>> arguments;  ///< Flags of the analysis.
  std::string aggregate;                                       ///< Empty: one cell.
  std::optional<int> draws;
  bool more = false;                        ///< More is better.
  std::optional<double> at_most, at_least;  ///< What a plan is asked for.
  Where where, analysis_where, table_where, column_where, rows_where, arguments_where;
};

struct ExploreFile {
  std::string design;  ///< A word of `kDesignNames`.
  std::optional<int> size;
  std::string belief;  ///< The belief under which is explored; empty: the first.
  bool second_order = false;
  std::vector<ExploreFactor> factors;
  std::vector<ExploreMeasure> measures;
  Where where, belief_where;
};

/// Takes `[explore]`, `[[factor]]` and `[[measure]]` from a study; none where there is no
/// `[explore]`. Faults: those of `SectionReader`; `missing_key` (no factor, no measure, a factor
/// that sets nothing or moves a lever without its field, sections without [explore]);
/// `range_missing`; `excluded` (a factor that sets two things, or two that set the same one);
/// `duplicate` (ids); `bad_value` (a range upside down, fewer than two values, a threshold both
/// ways); `too_large` (over 64 factors or 32 measures).
[[nodiscard]] std::optional<ExploreFile> read_explore(text::TableReader& root,
                                                      const std::string& file, Faults& faults);

}  // namespace entente::studies
