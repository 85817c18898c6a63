/// The linear programme of one element in one set.
///
/// Floor 4; part of campaign.
#pragma once

#include <vector>

#include "campaign/allocation.h"

namespace entente::campaign {

/// Columns of shortage, then of units there by period, then of units that move; rows of coverage,
/// of order in time (what came from home by a period is no less than before) and of the pools'
/// limits, under which units on the way count. Rows that the bounds of their columns already keep
/// are left out.
class Programme {
 public:
  /// `with_largest` adds a column that is at least the unmet share of every contingency.
  Programme(const Problem& problem, bool with_largest);

  [[nodiscard]] const solve::LinearProgramme& lp() const { return lp_; }
  // Each -1 where there is no such column or row.
  [[nodiscard]] int short_column(std::size_t at) const { return short_[at]; }
  [[nodiscard]] int unit_column(std::size_t slot, std::size_t t) const { return units_[slot][t]; }
  [[nodiscard]] int move_column(std::size_t move) const { return moves_[move]; }
  [[nodiscard]] int cover_row(std::size_t at) const { return cover_[at]; }
  [[nodiscard]] int largest() const { return largest_; }
  [[nodiscard]] int all_row(std::size_t limit, std::size_t t) const { return all_[limit][t]; }
  [[nodiscard]] int away_row(std::size_t limit, std::size_t t) const { return away_[limit][t]; }
  [[nodiscard]] int stay_row(std::size_t slot, std::size_t t) const { return stay_[slot][t]; }

 private:
  void add_shortage();
  void add_slot(const Slot& slot);
  void add_move(const Move& move);
  void cover();
  void add_limit(const Limit& limit);
  int limit_row(const Limit& limit, std::size_t t, double most, bool away_only);
  [[nodiscard]] bool own(const Limit& limit, std::size_t slot) const;
  void add_largest();

  const Problem& p_;
  solve::LinearProgramme lp_;
  std::vector<int> short_, cover_, moves_;
  std::vector<std::vector<int>> units_, stay_, all_, away_;
  int largest_ = -1;
};

}  // namespace entente::campaign
