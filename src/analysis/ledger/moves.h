/// Which assumptions and facts move the gap most: one at a time, from low to high.
///
/// Floor 5; part of ledger. All are screened on the expected-honour programme; the first few are
/// then worked out again over draws of honour, the same draws at either end.
#pragma once

#include <string>
#include <vector>

#include "analysis/ledger/question.h"

namespace entente::analysis {

/// Something that is not known, as one: its streams are pushed together.
struct Factor {
  std::string name;  ///< The flag of an assumption, or words for a group of facts.
  bool assumption = false;
  std::vector<std::uint64_t> keys;
  std::vector<bool> elements;  ///< Which elements it touches; empty: all.
};

/// Every factor of a question, by name.
[[nodiscard]] std::vector<Factor> factors_of(const Question& question);

/// The gap with a factor at its 5 % and at its 95 % quantile, all else as in the tables.
struct Move {
  Factor factor;
  double screened = 0;       ///< Change of the expected-honour gap from low to high.
  double low = 0, high = 0;  ///< The gap over draws of honour; only of the first few.
  bool drawn = false;
};

/// Factors that move the gap of `set`, the largest move first; the first `drawn` worked
/// out over `draws` draws. Cost: two programmes a factor and element it touches, and two sweeps of
/// one set for each of the first few. Throws `scenario::Cancelled`.
[[nodiscard]] std::vector<Move> what_moves(const Question& question, const std::vector<int>& set,
                                           const Symbols& symbols, std::size_t drawn,
                                           std::size_t draws, const Run& run);

}  // namespace entente::analysis
