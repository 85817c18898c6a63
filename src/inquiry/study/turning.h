/// What could turn a comparison round: one assumption or group of facts at a time.
///
/// Floor 6; part of study.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "campaign/factors.h"
#include "studies/cells.h"

namespace entente::inquiry {

/// The difference of the gap of a set between a cell and its baseline, as one thing moves, all
/// else at the facts of the tables, every state sending its likelihood's share.
struct Turn {
  std::size_t cell = 0;
  std::string name;
  double plain = 0;          ///< The difference with nothing moved.
  double low = 0, high = 0;  ///< With the factor at its 5 % and 95 % quantile.
  /// The quantile between them at which the sign turns, and the value there where the factor is one
  /// assumption; none where it does not turn.
  std::optional<double> quantile, value;

  [[nodiscard]] bool turns() const { return quantile || value; }
};

/// The factors that move the difference of each cell most, those that turn it first, at most
/// `most` a cell; of groups of facts about single states only those about the hub. Cost: two
/// programmes a factor, cell and its baseline. Throws `Cancelled`.
[[nodiscard]] std::vector<Turn> what_turns(const std::vector<std::unique_ptr<studies::Cell>>& cells,
                                           const std::vector<int>& set, const std::string& hub,
                                           std::size_t most, const Run& run);

/// The same for what spending takes for granted (kappa, lines of production, money): purchases are
/// planned anew at either end of its range, by few draws. A value at which the sign turns is
/// interpolated between middle and end. Only terms that move something. Errors: those of
/// `make_cells`. Cost: nine times that of `make_cells`.
[[nodiscard]] Result<std::vector<Turn>> what_terms_turn(const studies::Making& making,
                                                        const studies::StudyTerms& terms,
                                                        const std::vector<int>& set);

}  // namespace entente::inquiry
