#include "campaign/pool_simplex.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::campaign {
namespace {

/// A gain below it, of a largest cost of 1, is none.
constexpr double kGain = 1e-10;
/// Steps before giving up.
constexpr std::size_t kSteps = 50, kStepsPerUnit = 20;

}  // namespace

// ---- Making ------------------------------------------------------------------------------------

void PoolSimplex::clear(std::span<const double> kinks, std::span<const double> costs) {
  variables_.clear();
  pools_.clear();
  entries_.clear();
  of_row_.clear();
  of_column_.clear();
  pairs_.clear();
  cells_.assign(kinks.size(), {});
  for (std::size_t i = 0; i < kinks.size(); ++i) {
    cells_[i].kink = kinks[i];
    cells_[i].cost = costs[i];
    cells_[i].below = costs[i] > 0;
  }
  price_.assign(costs.begin(), costs.end());
  groups_begin_ = cells_.size();
  first_aim_ = open_ = true;
  steps_left_ = kSteps;
}

void PoolSimplex::add_pool() {
  pools_.push_back({0, 0, 0, 0, entries_.size(), of_row_.size(), of_column_.size()});
}

Variable PoolSimplex::add_unit(std::size_t cell, std::span<const double> works) {
  Pool& pool = pools_.back();
  One one;
  one.works = works.data();
  one.cell = static_cast<std::uint32_t>(cell);
  one.cells = static_cast<std::uint32_t>(works.size());
  one.pool = static_cast<std::uint32_t>(pools_.size() - 1);
  one.at = static_cast<std::uint32_t>(pool.columns++);
  variables_.push_back(one);
  of_column_.push_back(static_cast<Variable>(variables_.size() - 1));
  steps_left_ += kStepsPerUnit;
  return of_column_.back();
}

Variable PoolSimplex::add_sum(double most) {
  Pool& pool = pools_.back();
  One one;
  one.most = most;
  one.pool = static_cast<std::uint32_t>(pools_.size() - 1);
  one.at = static_cast<std::uint32_t>(pool.rows++);
  one.row = true;
  variables_.push_back(one);
  of_row_.push_back(static_cast<Variable>(variables_.size() - 1));
  pool.stride = (pool.columns + kLanes - 1) / kLanes * kLanes;
  entries_.resize(entries_.size() + pool.stride, 0.0);
  return of_row_.back();
}

void PoolSimplex::add(Variable sum, Variable unit) {
  const Pool& pool = pools_.back();
  entries_[pool.entries + variables_[sum].at * pool.stride + variables_[unit].at] = 1;
}

// ---- Choosing ----------------------------------------------------------------------------------

bool PoolSimplex::solve() {
  if (!run()) return false;
  for (const Pool& pool : pools_) {
    find_gains(pool);
    for (std::size_t j = 0; j < pool.columns; ++j)
      if (One& one = variables_[of_column_[pool.of_column + j]];
          !one.units() && one.pair == kUnpaired)
        one.price = std::max(0.0, gains_[j]);
  }
  return true;
}

/// Behind the last pool come the tight cells. Ends once nothing helped anywhere in a whole round.
bool PoolSimplex::run() {
  std::size_t clean = 0;
  for (std::size_t at = 0; clean <= pools_.size(); at = at == pools_.size() ? 0 : at + 1) {
    bool any = false;
    if (!improve(at, any)) return false;
    clean = any ? 0 : clean + 1;
  }
  return true;
}

/// Steps until nothing in a pool helps.
bool PoolSimplex::improve(std::size_t pool, bool& any) {
  same_prices_ = false;
  for (;;) {
    const Entering in = pool < pools_.size() ? best_in(pools_[pool]) : best_tight();
    if (in.at == kNoVariable) return true;
    if (steps_left_ == 0 || !step(in)) return false;
    if (same_prices_) carry_gains(in);
    --steps_left_;
    any = true;
  }
}

PoolSimplex::Entering PoolSimplex::best_in(const Pool& pool) {
  if (!same_prices_) find_gains(pool);
  Entering best;
  best.gain = kGain;
  for (std::size_t j = 0; j < pool.columns; ++j) {
    if (std::abs(gains_[j]) <= best.gain) continue;
    const Variable at = of_column_[pool.of_column + j];
    const One& one = variables_[at];
    const double sign = one.units() ? 1 : -1;
    if (sign * gains_[j] > 0 && one.pair == kUnpaired && !one.frozen)
      best = {at, false, std::abs(gains_[j]), sign};
  }
  return best;
}

/// The gain of the one that entered goes to those that make it up.
void PoolSimplex::carry_gains(const Entering& in) {
  const One& one = variables_[in.at];
  const Pool& pool = pools_[one.pool];
  const double* row = &entries_[pool.entries + one.at * pool.stride];
  const double gain = in.sign * in.gain;
  gains_[entered_] = 0;
  add_line(gains_.data(), row, gain, pool.stride);
}

PoolSimplex::Entering PoolSimplex::best_tight() const {
  Entering best;
  best.gain = kGain;
  for (std::size_t t = 0; t < pairs_.size(); ++t) {
    const std::uint32_t at = pairs_.rows()[t];
    const Cell& cell = cells_[at];
    const double rise = -tight_price_[t], fall = tight_price_[t] - (first_aim_ ? cell.cost : 0);
    if (cell.may_rise && rise > best.gain) best = {at, true, rise, 1};
    if (cell.may_fall && fall > best.gain) best = {at, true, fall, -1};
  }
  return best;
}

/// What one more unit is worth at the prices of the cells it serves.
double PoolSimplex::worth(const One& units) const {
  double sum = first_aim_ ? 0 : -units.price;
  for (std::size_t i = 0; i < units.cells; ++i) sum += units.works[i] * price_[units.cell + i];
  return sum;
}

/// What one more of each variable outside the basis of a pool is worth.
void PoolSimplex::find_gains(const Pool& pool) {
  gains_.resize(pool.columns + kLanes);
  double* gains = gains_.data();
  for (std::size_t j = 0; j < pool.columns; ++j) {
    const One& one = variables_[of_column_[pool.of_column + j]];
    gains[j] = one.units() ? worth(one) : 0;
  }
  for (std::size_t i = 0; i < pool.rows; ++i) {
    const One& one = variables_[of_row_[pool.of_row + i]];
    if (!one.units()) continue;
    const double k = worth(one);
    if (k == 0) continue;
    const double* row = &entries_[pool.entries + i * pool.stride];
    add_line(gains, row, k, pool.stride);
  }
}

double PoolSimplex::gain_of(Variable at) const {
  const One& one = variables_[at];
  const Pool& pool = pools_[one.pool];
  double sum = one.units() ? worth(one) : 0;
  for (std::size_t i = 0; i < pool.rows; ++i) {
    const double k = entries_[pool.entries + i * pool.stride + one.at];
    if (k == 0) continue;
    const One& basic = variables_[of_row_[pool.of_row + i]];
    if (basic.units()) sum += k * worth(basic);
  }
  return sum;
}

/// Tight cells have the prices at which what balances them is worth nothing.
void PoolSimplex::find_prices() {
  for (const std::uint32_t at : pairs_.rows()) price_[at] = 0;
  if (!first_aim_) std::ranges::fill(price_, 0.0);
  side_.clear();
  for (const Variable one : pairs_.columns()) side_.push_back(-gain_of(one));
  pairs_.solve_left(side_);
  tight_price_ = pairs_.found();
  for (std::size_t t = 0; t < pairs_.size(); ++t) price_[pairs_.rows()[t]] = tight_price_[t];
  if (groups_begin_ == cells_.size()) return;
  for (std::size_t i = 0; i < groups_begin_; ++i)
    if (part_[i] != 0) price_[i] += part_[i] * price_[group_[i]];
}

}  // namespace entente::campaign
