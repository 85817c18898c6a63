/// The ledger over many draws: every figure as one number of a long row, its mean and its errors.
///
/// Floor 5; part of ledger. Draws come in worlds: the draws of one world share its facts and differ
/// in who keeps its word. Exact reduction in order of worlds, so the same bytes for any number of
/// threads.
#pragma once

#include <span>
#include <vector>

#include "base/run.h"
#include "campaign/allocation.h"

namespace entente::analysis {

/// Draws of honour in one world of facts.
inline constexpr int kDrawsPerWorld = 8;

/// Every so many draws of a world the whole allocation is worked out; in the others only gaps.
inline constexpr std::size_t kDetailEvery = 4;

/// What is sampled.
struct Vary {
  bool honour = true, facts = true;
};

/// What is to be worked out.
struct Sweep {
  const campaign::Situation& situation;
  const campaign::Premises& premises;
  const Symbols& symbols;
  std::vector<std::vector<int>> sets;  ///< Answered in full.
  Vary vary;
  std::uint64_t seed = 1;
  std::size_t draws = 1;

  /// Draws that share their facts: all of them where facts are not varied.
  [[nodiscard]] std::size_t per_world() const;
  /// How many of them are worked out in detail.
  [[nodiscard]] std::size_t detail_per_world() const {
    return (per_world() + kDetailEvery - 1) / kDetailEvery;
  }
};

/// Where each figure stands in a row. The head of a row (`head` figures) is had for every draw.
class Columns {
 public:
  explicit Columns(const Sweep& sweep);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t head() const { return 4 * sets_; }
  [[nodiscard]] std::size_t gap(std::size_t set) const { return set; }
  [[nodiscard]] std::size_t required(std::size_t set) const { return sets_ + set; }
  [[nodiscard]] std::size_t unlimited(std::size_t set) const { return 2 * sets_ + set; }
  [[nodiscard]] std::size_t covered(std::size_t set) const { return 3 * sets_ + set; }
  /// The gap with a contingency of a set less the gap without it.
  [[nodiscard]] std::size_t increment(std::size_t set, std::size_t place) const {
    return 4 * sets_ + first_place_[set] + place;
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

/// A figure with its errors. The interval is what drawing more would shrink; the spread is what
/// knowing more would.
struct Estimate {
  double mean = 0;
  double low = 0, high = 0;  ///< 90 % interval of the mean.
  double p05 = 0, p95 = 0;   ///< Of the answer over facts and assumptions; equal where not varied.
};

/// Sums of rows by world.
class Sums {
 public:
  Sums(std::size_t columns, std::size_t worlds, std::size_t per_world);

  /// Takes the row of a draw. Different worlds may be filled from different threads; the draws of
  /// one world come in order.
  void add(std::size_t world, const std::vector<double>& row);

  [[nodiscard]] double mean(std::size_t column) const;

  /// Mean; interval from the variance between worlds; spread: quantiles of the worlds' means, drawn
  /// towards their own mean by the share of their variance that is no sampling error within worlds
  /// (one-way analysis of variance). With one world the interval is that of its draws. Cost
  /// O(worlds log worlds).
  [[nodiscard]] Estimate estimate(std::size_t column) const;

 private:
  struct World {
    double sum = 0, squares = 0;
  };
  std::size_t per_world_;
  std::vector<std::vector<World>> by_world_;  ///< [world][column]
};

/// What all draws gave.
struct Drawn {
  Sums heads;    ///< Of every draw: the head of a row.
  Sums details;  ///< Of the draws worked out in detail: whole rows.
};

/// The head of the row of one draw: optima alone. Cost: one reduced programme a set and element.
[[nodiscard]] std::vector<double> head_of(const Sweep& sweep, const Columns& columns,
                                          const campaign::Numbers& numbers,
                                          const campaign::Kept& kept);

/// The whole row: canonical allocations and increments. Cost: one programme a set and element, and
/// one reduced programme a set, contingency and element.
[[nodiscard]] std::vector<double> row_of(const Sweep& sweep, const Columns& columns,
                                         const campaign::Numbers& numbers,
                                         const campaign::Kept& kept);

/// Heads over draws of honour with the facts of the tables. Throws `scenario::Cancelled`.
[[nodiscard]] Sums head_sweep(const Sweep& sweep, const Columns& columns, std::size_t draws,
                              const Run& run);

/// All draws. Throws `scenario::Cancelled`.
[[nodiscard]] Drawn run_sweep(const Sweep& sweep, const Columns& columns, const Run& run);

}  // namespace entente::analysis
