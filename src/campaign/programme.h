/// The linear programme of one element in one set.
///
/// Floor 4; part of campaign.
#pragma once

#include <string>
#include <vector>

#include "campaign/allocation.h"

namespace entente::campaign {

/// Columns of shortage, then of units there by period; rows of coverage, of order in time and of
/// the pools' limits. Rows that the bounds of their columns already keep are left out.
class Programme {
 public:
  /// `with_largest` adds a column that is at least the unmet share of every contingency.
  Programme(const Problem& problem, bool with_largest);

  [[nodiscard]] const solve::LinearProgramme& lp() const { return lp_; }
  // Each -1 where there is no such column or row.
  [[nodiscard]] int short_column(std::size_t at) const { return short_[at]; }
  [[nodiscard]] int unit_column(std::size_t slot, std::size_t t) const { return units_[slot][t]; }
  [[nodiscard]] int cover_row(std::size_t at) const { return cover_[at]; }
  [[nodiscard]] int largest() const { return largest_; }
  [[nodiscard]] int all_row(std::size_t limit, std::size_t t) const { return all_[limit][t]; }
  [[nodiscard]] int away_row(std::size_t limit, std::size_t t) const { return away_[limit][t]; }
  [[nodiscard]] int stay_row(std::size_t slot, std::size_t t) const { return stay_[slot][t]; }

 private:
  void add_shortage();
  void add_slot(const Slot& slot);
  void cover();
  void add_limit(const Limit& limit);
  int limit_row(const Limit& limit, std::size_t t, double most, bool away_only);
  [[nodiscard]] bool own(const Limit& limit, std::size_t slot) const;
  void add_largest();

  const Problem& p_;
  solve::LinearProgramme lp_;
  std::vector<int> short_, cover_;
  std::vector<std::vector<int>> units_, stay_, all_, away_;
  int largest_ = -1;
};

/// The programmes of all elements of a set as one, with a name for every row and column.
struct NamedProgramme {
  solve::LinearProgramme lp;
  std::vector<std::string> rows, columns;
};

/// Names: KIND.SET.ELEMENT.dDAY.WHO, joined by dots, contingencies of the set by `+`. KIND of a
/// column is `short` or `there`, of a row `cover`, `stay`, `all` or `away`.
[[nodiscard]] NamedProgramme named_programme(const Situation& situation, const Numbers& numbers,
                                             const Kept& kept, std::span<const int> set);

}  // namespace entente::campaign
