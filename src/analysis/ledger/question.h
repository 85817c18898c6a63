/// What a ledger is asked: the scenario laid out, the sets, and what is sampled.
///
/// Floor 5; part of ledger.
#pragma once

#include <string>
#include <vector>

#include "analysis/ledger/ensemble.h"
#include "scenario/analysis.h"

namespace entente::analysis {

struct Question {
  campaign::Situation situation;
  campaign::Premises premises;
  std::vector<std::vector<int>> sets;  ///< As the scenario lists them.
  Vary vary;
  std::size_t draws = 1;
  std::string export_to;  ///< Folder for programmes; empty: none.

  /// `baltic+taiwan`: the contingencies of a set in its order.
  [[nodiscard]] std::string title(const std::vector<int>& set) const;
};

/// The fields of the card: belief, campaign, and what is exported.
[[nodiscard]] std::span<const card::Field> ledger_fields();

/// Reads a request. Errors: those of `lay_out`; `missing_key` for a scenario without contingencies;
/// `unknown_name` for an uncertainty that nothing has; `too_large` for over 12 contingencies in a
/// set.
[[nodiscard]] Result<Question> read_question(const Request& request);

}  // namespace entente::analysis
