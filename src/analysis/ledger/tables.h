/// The tables of the ledger's record.
///
/// Floor 5; part of ledger.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/ledger/moves.h"

namespace entente::analysis {

/// Everything that was worked out, for the tables to read.
struct Findings {
  const Question& question;
  const Columns& columns;
  const Sums& heads;    ///< Over all draws: gaps.
  const Sums& details;  ///< Over the draws worked out in detail: everything else.
  std::vector<double> kept = {},
                      expected = {};    ///< Rows of the nominal world: all promises kept; expected.
  std::vector<double> at_tables = {};   ///< By set: mean gap over honour, facts of the tables.
  std::vector<double> head_count = {};  ///< By set: the naive baseline.
  /// By set, [owner * elements + element]: units wanted one by one, and sent to all at once.
  std::vector<std::vector<std::pair<double, double>>> twice = {};
  /// [owner * places + place]: that the state comes, and by which agreement.
  std::vector<std::pair<double, std::string>> reasons = {};
  std::vector<Move> moves = {};
  std::vector<std::string> files = {};  ///< By set: the exported programme; empty where none.
  std::vector<double> objectives = {};  ///< By set: raw optimum of the expected-honour programme.
};

[[nodiscard]] std::span<const card::TableSpec> ledger_tables();
[[nodiscard]] std::span<const card::View> ledger_views();

/// Adds all tables to the record.
void add_tables(card::Record& record, const Findings& findings);

/// The sentence that answers the question, with the spread where there is one.
[[nodiscard]] std::string ledger_finding(const Findings& findings);

/// Sets by how much is asked of them: the index of the one with most contingencies, the first of
/// equals.
[[nodiscard]] std::size_t largest_set(const Question& question);

/// The gap by counting heads: everything that states that may come own, at once, anywhere, against
/// the demand of the set; no time, no readiness, no doubt. In the unit of the gap.
[[nodiscard]] double head_count_gap(const Question& question, const campaign::Numbers& numbers,
                                    const std::vector<int>& set);

}  // namespace entente::analysis
