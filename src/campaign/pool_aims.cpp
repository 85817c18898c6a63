// Further aims of the simplex method by pools, each over the optima of those before it: a feasible
// point is optimal exactly if what has a price stays where it is (complementary slackness).
#include <algorithm>
#include <cmath>

#include "campaign/pool_simplex.h"

namespace entente::campaign {
namespace {

/// Below it a price is none, of a largest cost of 1.
constexpr double kPriced = 1e-9;
/// Steps of an aim before giving up.
constexpr std::size_t kSteps = 50, kStepsPerVariable = 20;

}  // namespace

/// Whatever has a price at the optimum of the last aim stays. What has none is a choice left open.
void PoolSimplex::freeze() {
  open_ = false;
  for (const Pool& pool : pools_) {
    find_gains(pool);
    for (std::size_t j = 0; j < pool.columns; ++j) {
      One& one = variables_[of_column_[pool.of_column + j]];
      if (one.pair != kUnpaired) continue;
      one.frozen = one.frozen || std::abs(gains_[j]) > kPriced;
      open_ = open_ || !one.frozen;
    }
  }
  for (std::size_t t = 0; t < pairs_.size(); ++t) {
    Cell& cell = cells_[pairs_.rows()[t]];
    const double price = tight_price_[t], most = first_aim_ ? cell.cost : 0;
    cell.may_rise = cell.may_rise && price <= kPriced;
    cell.may_fall = cell.may_fall && price >= most - kPriced;
    open_ = open_ || cell.may_rise || cell.may_fall;
  }
}

bool PoolSimplex::minimise(std::span<const double> cost) {
  freeze();
  if (!open_) return true;
  first_aim_ = false;
  for (One& one : variables_)
    if (one.units()) one.price = 0;
  std::size_t at = 0;
  for (One& one : variables_)
    if (one.units() && at < cost.size()) one.price = cost[at++];
  return aim();
}

bool PoolSimplex::aim() {
  steps_left_ = kSteps + kStepsPerVariable * variables_.size();
  find_prices();
  return run();
}

/// One more pool has one unit: the largest share. A group is a cell that asks for
///   size * largest + sum of part * supply >= sum of part * kink
/// over its cells that may lack something.
bool PoolSimplex::level(const Groups& groups) {
  freeze();
  if (!open_) return true;
  part_.assign(groups_begin_, 0.0);
  group_.assign(groups_begin_, 0);
  cells_.resize(groups_begin_ + groups.size.size());
  price_.resize(cells_.size(), 0.0);
  for (std::size_t i = 0; i < groups_begin_; ++i) {
    Cell& cell = cells_[i];
    if (cell.cost <= 0 || !(cell.pair == kUnpaired ? cell.below : cell.may_fall)) continue;
    part_[i] = groups.part[i];
    group_[i] = static_cast<std::uint32_t>(groups_begin_ + groups.group[i]);
    cells_[group_[i]].kink += part_[i] * cell.kink;
    cells_[group_[i]].value += part_[i] * cell.value;
  }
  double most = 0;
  std::size_t worst = cells_.size();
  for (std::size_t g = 0; g < groups.size.size(); ++g) {
    Cell& group = cells_[groups_begin_ + g];
    group.below = group.may_fall = false;
    group.cost = groups.size[g] > 0 ? 1 : 0;
    const double share = group.cost > 0 ? (group.kink - group.value) / groups.size[g] : 0;
    if (share <= most) continue;
    most = share;
    worst = groups_begin_ + g;
  }
  first_aim_ = false;
  for (One& one : variables_)
    if (one.units()) one.price = 0;
  if (worst == cells_.size()) return true;
  add_pool();
  const Variable largest = add_unit(groups_begin_, groups.size);
  variables_[largest].value = most;
  variables_[largest].price = 1;
  for (std::size_t g = 0; g < groups.size.size(); ++g)
    cells_[groups_begin_ + g].value += most * groups.size[g];
  cells_[worst].value = cells_[worst].kink;
  pair(static_cast<std::uint32_t>(worst), largest);
  return find_pairs() && aim();
}

}  // namespace entente::campaign
