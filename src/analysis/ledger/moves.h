/// Which assumptions and facts move the gap most: one at a time, from low to high.
///
/// Floor 5; part of ledger. All are screened on the expected-honour programme; the first few are
/// then worked out again over draws of honour, the same draws at either end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/run.h"
#include "campaign/factors.h"
#include "solve/sums.h"

namespace entente::analysis {

/// The gap with a factor at its 5 % and at its 95 % quantile, all else as in the tables.
struct Move {
  campaign::Factor factor = {};
  double screened = 0;  ///< Change of the expected-honour gap from low to high.
  /// Low, high and high less low over the same draws of honour; only of the first few.
  std::optional<solve::Sums> drawn = {};
};

/// Factors that move the gap of `set`, the largest move first; the first `drawn` worked
/// out over `draws` draws. Cost: two programmes a factor and element it touches, and two sweeps of
/// one set for each of the first few. Throws `Cancelled`.
[[nodiscard]] std::vector<Move> what_moves(const campaign::Question& question,
                                           const std::vector<int>& set, const Symbols& symbols,
                                           std::size_t drawn, std::size_t draws, const Run& run);

}  // namespace entente::analysis
