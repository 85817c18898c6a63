/// The states of each year, and where a state or a pair of states stands in a table.
///
/// Floor 4; uses history. Immutable once made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "history/store.h"

namespace entente::panel {

/// Membership of the state system: a state is a member of every year of which it has a day. The
/// published list is cut off at its last year, so later years have the members of that one.
class Members {
 public:
  /// One entry a member and year; entries outside [first, last] are left out. Years after the last
  /// entry repeat its members. REQUIRES: as many numbers as years. Cost O(entries log entries).
  Members(std::span<const std::int64_t> numbers, std::span<const std::int64_t> years, int first,
          int last);

  /// From the table `system_year`. Errors: those of the store.
  [[nodiscard]] static Result<Members> read(const history::Store& store, int first, int last);

  [[nodiscard]] int first() const { return first_; }
  [[nodiscard]] int last() const { return first_ + static_cast<int>(years_.size()) - 1; }
  /// The last year that was listed; years after it repeat it.
  [[nodiscard]] int listed_to() const { return listed_to_; }

  /// Correlates of War numbers of a year, ascending; empty outside the years.
  [[nodiscard]] std::span<const int> in(int year) const;

  /// The place of a state among the members of a year, or -1. O(1).
  [[nodiscard]] int place(std::int64_t year, std::int64_t number) const;

  /// Rows of a table of states, of pairs and of directed pairs by year: as many as there are, and
  /// the row of a state or pair, or -1. Rows ascend by year, then by numbers. O(1).
  [[nodiscard]] std::size_t states() const { return states_; }
  [[nodiscard]] std::size_t pairs(bool directed) const { return directed ? 2 * pairs_ : pairs_; }
  [[nodiscard]] std::ptrdiff_t state_row(std::int64_t year, std::int64_t number) const;
  /// An undirected pair may be named in either order.
  [[nodiscard]] std::ptrdiff_t pair_row(std::int64_t year, std::int64_t a, std::int64_t b,
                                        bool directed) const;

 private:
  struct Year {
    std::vector<int> numbers;
    std::vector<std::int16_t> place;  ///< By number; -1 for no member.
    std::size_t states_before = 0, pairs_before = 0;
  };
  [[nodiscard]] const Year* year(std::int64_t of) const;

  int first_, listed_to_;
  std::vector<Year> years_;
  std::size_t states_ = 0, pairs_ = 0;
};

}  // namespace entente::panel
