/// The ledger over many draws: every figure as one number of a long row, its mean and its errors.
///
/// Floor 5; part of ledger.
#pragma once

#include <vector>

#include "campaign/allocation.h"
#include "campaign/draws.h"
#include "campaign/gaps.h"
#include "campaign/honour_patterns.h"

namespace entente::analysis {

/// What is to be worked out.
struct Sweep {
  const campaign::Question& question;
  const Symbols& symbols;
  campaign::Sampling sampling;
  /// Where given, honour is not drawn: every pattern counts with its probability. Facts are not
  /// varied then.
  const campaign::HonourPatterns* patterns = nullptr;
};

/// Where each figure stands in a row. The head of a row (`head` figures) is had for every draw.
class Columns {
 public:
  explicit Columns(const campaign::Question& question);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t head() const { return 5 * sets_; }
  [[nodiscard]] std::size_t gap(std::size_t set) const { return set; }
  [[nodiscard]] std::size_t required(std::size_t set) const { return sets_ + set; }
  [[nodiscard]] std::size_t unlimited(std::size_t set) const { return 2 * sets_ + set; }
  [[nodiscard]] std::size_t covered(std::size_t set) const { return 3 * sets_ + set; }
  /// The gap as per cent of what the set asks.
  [[nodiscard]] std::size_t missing(std::size_t set) const { return 4 * sets_ + set; }
  /// The gap with a contingency of a set less the gap without it.
  [[nodiscard]] std::size_t increment(std::size_t set, std::size_t place) const {
    return 5 * sets_ + first_place_[set] + place;
  }
  /// Demand, supply and shortage of an element in a contingency of a set; period `periods` is the
  /// last day.
  [[nodiscard]] std::size_t demand(std::size_t set, std::size_t place, std::size_t element,
                                   std::size_t period) const;
  [[nodiscard]] std::size_t supply(std::size_t set, std::size_t place, std::size_t element,
                                   std::size_t period) const;
  [[nodiscard]] std::size_t shortage(std::size_t set, std::size_t place, std::size_t element,
                                     std::size_t period) const;
  /// Units an owner sends.
  [[nodiscard]] std::size_t sent(std::size_t set, std::size_t place, std::size_t element,
                                 std::size_t owner) const;
  [[nodiscard]] std::size_t price(std::size_t set, std::size_t element, std::size_t owner) const;

 private:
  std::size_t cell(std::size_t set, std::size_t place, std::size_t element) const;

  std::size_t sets_ = 0, elements_ = 0, owners_ = 0, periods_ = 0;
  std::vector<std::size_t> first_place_;  ///< By set: places of the sets before it.
  std::size_t cells_at_ = 0, sent_at_ = 0, price_at_ = 0, size_ = 0;
};

/// The head of the row of one draw: optima alone. Cost: one reduced programme a set and element.
/// Throws `Cancelled`, as all below.
[[nodiscard]] std::vector<double> head_of(const campaign::Question& question,
                                          const Columns& columns, const campaign::DrawTerms& terms,
                                          const Run& run);

/// The whole row: canonical allocations and increments. Cost: one programme a set and element, and
/// one reduced programme a set, contingency and element.
[[nodiscard]] std::vector<double> row_of(const campaign::Question& question, const Columns& columns,
                                         const campaign::DrawTerms& terms, const Run& run);

/// Heads over draws of honour with the facts of the tables.
[[nodiscard]] solve::Sums head_sweep(const Sweep& sweep, const Columns& columns, std::size_t draws,
                                     const Run& run);

/// All draws, or those there were when the run was stopped. Throws `Cancelled` where there is
/// nothing to show by then; patterns without the others would be no answer, so of them none are
/// kept.
[[nodiscard]] campaign::Drawn run_sweep(const Sweep& sweep, const Columns& columns, const Run& run);

}  // namespace entente::analysis
