/// The tables of the ledger's record.
///
/// Floor 5; part of ledger.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/ledger/ensemble.h"
#include "analysis/ledger/moves.h"
#include "analysis/ledger/structure.h"
#include "analysis/ledger/weights.h"

namespace entente::analysis {

/// Everything that was worked out, for the tables to read.
struct Findings {
  const campaign::Question& question;
  const campaign::Sampling& sampling;
  const Columns& columns;
  const solve::Sums& heads;           ///< Over all draws: gaps.
  const solve::Sums& details;         ///< Over the draws worked out in detail: everything else.
  std::vector<double> kept = {};      ///< Row of the nominal world with all promises kept.
  std::vector<double> expected = {};  ///< Head of its row in the expected-honour programme.
  /// By set: gap over honour with the facts of the tables; empty where nothing is sampled.
  std::vector<solve::Estimate> at_tables = {};
  std::vector<double> head_count = {};  ///< By set: the naive baseline.
  /// By set, [owner * elements + element]: units wanted one by one, and sent to all at once.
  std::vector<std::vector<std::pair<double, double>>> twice = {};
  Structure structure = {};
  /// [owner * places + place]: that the state comes, and by which agreement.
  std::vector<std::pair<double, std::string>> reasons = {};
  std::vector<Move> moves = {};
  std::vector<std::string> files = {};  ///< By set: the exported programme; empty where none.
  std::vector<double> objectives = {};  ///< By set: raw optimum of the expected-honour programme.
  Weights weights = {};
};

[[nodiscard]] std::span<const card::TableSpec> ledger_tables();
[[nodiscard]] std::span<const card::View> ledger_views();

/// Adds all tables to the record.
void add_tables(card::Record& record, const Findings& findings);

/// The sentence that answers the question, with the spread where there is one.
[[nodiscard]] std::string ledger_finding(const Findings& findings);

}  // namespace entente::analysis
