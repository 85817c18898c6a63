#include "campaign/programme.h"

#include <algorithm>

namespace entente::campaign {

Programme::Programme(const Problem& problem, bool with_largest) : p_(problem) {
  add_shortage();
  for (const Slot& slot : p_.slots) add_slot(slot);
  for (const Move& move : p_.moves) add_move(move);
  cover();
  for (const Limit& limit : p_.limits) add_limit(limit);
  if (with_largest) add_largest();
}

void Programme::add_shortage() {
  for (std::size_t i = 0; i < p_.net.size(); ++i)
    short_.push_back(p_.net[i] > 0 && p_.weight[i] > 0 ? lp_.column(p_.weight[i], 0, p_.net[i])
                                                       : -1);
}

void Programme::add_slot(const Slot& slot) {
  std::vector<int>& columns = units_.emplace_back(p_.periods, -1);
  std::vector<int>& stay = stay_.emplace_back(p_.periods, -1);
  for (std::size_t t = slot.first; t < p_.periods; ++t) {
    columns[t] = lp_.column(0, 0, slot.cap[t]);
    if (t == slot.first) continue;
    stay[t] = lp_.row(0, solve::kInfinity);  // What is there stays.
    lp_.entry(stay[t], columns[t], 1);
    lp_.entry(stay[t], columns[t - 1], -1);
  }
}

void Programme::add_move(const Move& move) {
  const int column = lp_.column(0, 0, p_.slots[move.from].cap[move.depart - 1]);
  moves_.push_back(column);
  lp_.entry(stay_[move.from][move.depart], column, 1);
  int& there = stay_[move.to][move.arrive];
  if (there < 0) {  // Nobody was there before.
    there = lp_.row(0, solve::kInfinity);
    lp_.entry(there, units_[move.to][move.arrive], 1);
  }
  lp_.entry(there, column, -1);
}

void Programme::cover() {
  for (std::size_t i = 0; i < p_.net.size(); ++i) {
    cover_.push_back(-1);
    if (short_[i] < 0) continue;
    cover_[i] = lp_.row(p_.net[i], solve::kInfinity);
    lp_.entry(cover_[i], short_[i], 1);
  }
  for (std::size_t j = 0; j < p_.slots.size(); ++j)
    for (std::size_t t = p_.slots[j].first; t < p_.periods; ++t) {
      const int row = cover_[p_.slots[j].place * p_.periods + t];
      if (row >= 0 && p_.slots[j].works[t] > 0) lp_.entry(row, units_[j][t], p_.slots[j].works[t]);
    }
}

/// Rows that no sum of caps can reach are left out.
void Programme::add_limit(const Limit& limit) {
  std::vector<int>& all = all_.emplace_back(p_.periods, -1);
  std::vector<int>& away = away_.emplace_back(p_.periods, -1);
  for (std::size_t t = 0; t < p_.periods; ++t) {
    away[t] = limit_row(limit, t, limit.away[t], true);
    if (limit.inside) all[t] = limit_row(limit, t, limit.all[t], false);
  }
}

int Programme::limit_row(const Limit& limit, std::size_t t, double most, bool away_only) {
  double caps = 0;
  for (std::size_t j = limit.begin; j < limit.end; ++j)
    if (units_[j][t] >= 0 && !(away_only && own(limit, j))) caps += p_.slots[j].cap[t];
  const auto first_from = [&](std::size_t slot) {
    const auto found = std::ranges::lower_bound(p_.moves, slot, {}, &Move::from);
    return static_cast<std::size_t>(found - p_.moves.begin());
  };
  const std::size_t first = first_from(limit.begin), last = first_from(limit.end);
  if (caps <= most && first == last) return -1;
  const int row = lp_.row(-solve::kInfinity, most);
  for (std::size_t m = first; m < last; ++m)
    if (p_.moves[m].depart <= t && t < p_.moves[m].arrive) lp_.entry(row, moves_[m], 1);
  for (std::size_t j = limit.begin; j < limit.end; ++j)
    if (units_[j][t] >= 0 && !(away_only && own(limit, j))) lp_.entry(row, units_[j][t], 1);
  return row;
}

bool Programme::own(const Limit& limit, std::size_t slot) const {
  return limit.inside && p_.slots[slot].inside;
}

/// A column at least as large as the unmet share of every contingency.
void Programme::add_largest() {
  largest_ = lp_.column(0, 0, solve::kInfinity);
  for (std::size_t c = 0; c < p_.set.size(); ++c) {
    double asked = 0;
    const int row = lp_.row(0, solve::kInfinity);
    for (std::size_t t = 0; t < p_.periods; ++t) {
      const std::size_t at = c * p_.periods + t;
      if (short_[at] < 0) continue;
      asked += p_.time[t] * p_.net[at];
      lp_.entry(row, short_[at], -p_.time[t]);
    }
    if (asked > 0) lp_.entry(row, largest_, asked);
  }
}

}  // namespace entente::campaign
