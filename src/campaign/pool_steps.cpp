// Steps of the simplex method by pools: how far one goes, and what enters and leaves.
#include <algorithm>
#include <cmath>
#include <limits>

#include "campaign/pool_simplex.h"

namespace entente::campaign {
namespace {

/// A gain below it, of a largest cost of 1, is none.
constexpr double kGain = 1e-10;
/// Entries below it are no pivots.
constexpr double kPivot = 1e-9;
/// Breaks closer than this count as one: the largest entry is taken.
constexpr double kSameStep = 1e-13;
/// Below it an entry of the row of a pivot is rounding; entries are 1 or shares near 1.
constexpr double kRounding = 1e-13;
/// A variable of its own pool is exchanged rather than one that balances a cell, unless its entry
/// is this much smaller.
constexpr double kMuchSmaller = 0.1;

}  // namespace

/// Moves one that is not basic until a bound stops it, or so many kinks that it gains no more.
bool PoolSimplex::step(const Entering& in) {
  find_moves(in);
  Break end = first_bound(in.sign);
  find_kinks(in.sign, end.step);
  double gain = in.gain;
  same_prices_ = true;
  for (std::size_t passed = 0; passed < kinks_.size(); ++passed) {
    std::swap(kinks_[passed], kinks_[first_kink(passed)]);
    const Break& kink = kinks_[passed];
    if (kink.step > end.step || (kink.step == end.step && kink.size < end.size)) break;
    Cell& cell = cells_[kink.at];
    gain -= cell.cost * kink.size;
    if (!first_aim_ || gain <= kGain) {
      end = kink;
      break;
    }
    cell.below = !cell.below;
    price_[kink.at] = cell.below ? cell.cost : 0;
    same_prices_ = false;
  }
  if (end.at == kNoVariable) return false;
  move(in, end);
  return exchange(end, in);
}

// ---- Moving ------------------------------------------------------------------------------------

/// How all basic variables and all cells move with one more of the one that enters.
void PoolSimplex::find_moves(const Entering& in) {
  moves_.clear();
  supply_.assign(cells_.size(), 0.0);
  if (!in.cell) add_moves(in.at, 1);
  if (pairs_.empty() && groups_begin_ == cells_.size()) return;
  side_.clear();
  for (const std::uint32_t at : pairs_.rows())
    side_.push_back((in.cell && at == in.at ? 1 : 0) - supply_of(at));
  pairs_.solve(side_);
  for (std::size_t s = 0; s < pairs_.size(); ++s) {
    const double by = pairs_.found()[s];
    if (by == 0) continue;
    add_move(pairs_.columns()[s], by);
    add_moves(pairs_.columns()[s], by);
  }
  for (std::size_t at = groups_begin_; at < cells_.size(); ++at)
    supply_[at] = supply_of(static_cast<std::uint32_t>(at));
  for (const std::uint32_t at : pairs_.rows()) supply_[at] = in.cell && at == in.at ? 1 : 0;
}

/// With so much more of a variable outside the basis of its pool.
void PoolSimplex::add_moves(Variable at, double by) {
  const One& one = variables_[at];
  const Pool& pool = pools_[one.pool];
  if (one.units()) add_supply(one, by);
  const double* entry = &entries_[pool.entries + one.at];
  for (std::size_t i = 0; i < pool.rows; ++i, entry += pool.stride) {
    if (*entry == 0) continue;
    const double k = by * *entry;
    const Variable basic = of_row_[pool.of_row + i];
    if (pairs_.empty())
      moves_.push_back({basic, k});
    else
      add_move(basic, k);
    if (variables_[basic].units()) add_supply(variables_[basic], k);
  }
}

void PoolSimplex::add_move(Variable at, double by) {
  One& one = variables_[at];
  if (one.move < moves_.size() && moves_[one.move].variable == at) {
    moves_[one.move].by += by;
    return;
  }
  one.move = static_cast<std::uint32_t>(moves_.size());
  moves_.push_back({at, by});
}

void PoolSimplex::add_supply(const One& units, double by) {
  for (std::size_t i = 0; i < units.cells; ++i) supply_[units.cell + i] += by * units.works[i];
}

/// That of a group is what was added to it alone, and its parts of the cells.
double PoolSimplex::supply_of(std::uint32_t cell) const {
  double sum = supply_[cell];
  if (cell >= groups_begin_)
    for (std::size_t i = 0; i < groups_begin_; ++i)
      if (part_[i] != 0 && group_[i] == cell) sum += part_[i] * supply_[i];
  return sum;
}

/// Where the first basic variable meets its bound.
PoolSimplex::Break PoolSimplex::first_bound(double sign) const {
  Break first{std::numeric_limits<double>::infinity(), 0, kNoVariable, false};
  for (const Move& one : moves_) {
    const double a = sign * one.by;
    const One& of = variables_[one.variable];
    if (of.units() ? a > -kPivot : a < kPivot) continue;
    const double left = of.units() ? of.value : of.most - of.value, size = std::abs(a);
    const double step = left > 0 ? left / size : 0;
    if (step < first.step - kSameStep || (step <= first.step + kSameStep && size > first.size))
      first = {step, size, one.variable, false};
  }
  return first;
}

/// Where cells meet their kinks before that.
void PoolSimplex::find_kinks(double sign, double end) {
  kinks_.clear();
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (supply_[i] == 0) continue;
    const double a = sign * supply_[i], size = std::abs(a);
    const Cell& cell = cells_[i];
    if (size < kPivot || cell.below != (a > 0) || cell.cost <= 0 || cell.pair != kUnpaired)
      continue;
    const double left = std::max(0.0, cell.below ? cell.kink - cell.value : cell.value - cell.kink);
    if (left <= (end + kSameStep) * size)
      kinks_.push_back({left / size, size, static_cast<std::uint32_t>(i), true});
  }
}

/// Few are passed, so they are not sorted.
std::size_t PoolSimplex::first_kink(std::size_t from) const {
  std::size_t best = from;
  for (std::size_t i = from + 1; i < kinks_.size(); ++i) {
    const double ahead = kinks_[best].step - kinks_[i].step;
    if (ahead > kSameStep || (ahead >= -kSameStep && kinks_[i].size > kinks_[best].size)) best = i;
  }
  return best;
}

void PoolSimplex::move(const Entering& in, const Break& end) {
  const double by = in.sign * end.step;
  for (const Move& one : moves_) variables_[one.variable].value += by * one.by;
  for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].value += by * supply_[i];
  if (in.cell) {
    Cell& cell = cells_[in.at];
    cell.below = in.sign < 0;
    price_[in.at] = first_aim_ && cell.below ? cell.cost : 0;
  } else {
    variables_[in.at].value += by;
  }
  if (end.cell) {
    Cell& cell = cells_[end.at];
    cell.value = cell.kink;
    if (!first_aim_) {  // It may not change sides.
      cell.may_rise = !cell.below;
      cell.may_fall = cell.below;
    }
  } else {
    variables_[end.at].value = variables_[end.at].units() ? 0 : variables_[end.at].most;
  }
}

// ---- Exchanging --------------------------------------------------------------------------------

bool PoolSimplex::exchange(const Break& out, const Entering& in) {
  bool same_pairs = false;
  if (!in.cell) entered_ = variables_[in.at].at;
  if (out.cell && in.cell) {
    replace_cell(in.at, out.at);
  } else if (out.cell) {
    pair(out.at, in.at);
  } else if (variables_[out.at].row) {
    same_pairs = !in.cell && pools_[variables_[out.at].pool].balances == 0 &&
                 variables_[in.at].pool == variables_[out.at].pool;
    leave_pool(out.at, in);
  } else if (in.cell) {
    unpair(in.at, out.at);
  } else {
    replace_balance(out.at, in.at);
  }
  if (!same_pairs && !find_pairs()) return false;
  same_prices_ = same_prices_ && same_pairs;
  if (!same_prices_ && (!pairs_.empty() || !first_aim_)) find_prices();
  return true;
}

/// A variable of the basis of a pool leaves; the other one enters wherever it is.
void PoolSimplex::leave_pool(Variable leaves, const Entering& in) {
  const One& out = variables_[leaves];
  const Pool& pool = pools_[out.pool];
  const double* row = &entries_[pool.entries + out.at * pool.stride];
  Variable by = kNoVariable;
  double most = 0;
  for (const Variable one : pairs_.columns()) {
    if (variables_[one].pool != out.pool || std::abs(row[variables_[one].at]) <= most) continue;
    most = std::abs(row[variables_[one].at]);
    by = one;
  }
  if (!in.cell && variables_[in.at].pool == out.pool) {
    const double own = std::abs(row[variables_[in.at].at]);
    if (by == kNoVariable || own >= kMuchSmaller * most) return pivot(leaves, in.at);
  }
  if (in.cell)
    unpair(in.at, by);
  else
    replace_balance(by, in.at);
  pivot(leaves, by);
}

/// The row solved for the one that enters, and put into the others.
void PoolSimplex::pivot(Variable leaves, Variable enters) {
  One& out = variables_[leaves];
  One& in = variables_[enters];
  const Pool& pool = pools_[out.pool];
  double* all = &entries_[pool.entries];
  double* line = all + out.at * pool.stride;
  const double by = 1 / line[in.at];
  for (std::size_t j = 0; j < pool.columns; ++j) {
    line[j] *= -by;
    if (std::abs(line[j]) < kRounding) line[j] = 0;
  }
  line[in.at] = by;
  for (std::size_t i = 0; i < pool.rows; ++i) {
    double* other = all + i * pool.stride;
    const double k = other[in.at];
    if (i == out.at || k == 0) continue;
    other[in.at] = 0;
    add_line(other, line, k, pool.stride);
  }
  std::swap(of_row_[pool.of_row + out.at], of_column_[pool.of_column + in.at]);
  std::swap(out.at, in.at);
  out.row = false;
  in.row = true;
}

void PoolSimplex::pair(std::uint32_t cell, Variable one) {
  cells_[cell].pair = variables_[one].pair = static_cast<std::uint32_t>(pairs_.size());
  ++pools_[variables_[one].pool].balances;
  pairs_.push(cell, one);
}

void PoolSimplex::replace_cell(std::uint32_t old, std::uint32_t cell) {
  std::swap(cells_[old].pair, cells_[cell].pair);
  pairs_.replace_row(cells_[cell].pair, cell);
}

void PoolSimplex::replace_balance(Variable old, Variable one) {
  --pools_[variables_[old].pool].balances;
  ++pools_[variables_[one].pool].balances;
  std::swap(variables_[old].pair, variables_[one].pair);
  pairs_.replace_column(variables_[one].pair, one);
}

void PoolSimplex::unpair(std::uint32_t cell, Variable one) {
  --pools_[variables_[one].pool].balances;
  const std::uint32_t row = cells_[cell].pair, column = variables_[one].pair;
  cells_[pairs_.rows().back()].pair = row;
  variables_[pairs_.columns().back()].pair = column;
  cells_[cell].pair = variables_[one].pair = kUnpaired;
  pairs_.drop_row(row);
  pairs_.drop_column(column);
}

/// What the tight cells have of each variable that balances them.
bool PoolSimplex::find_pairs() {
  const std::size_t count = pairs_.size();
  pairs_.matrix().resize(count * count);
  for (std::size_t s = 0; s < count; ++s) {
    moves_.clear();
    supply_.assign(cells_.size(), 0.0);
    add_moves(pairs_.columns()[s], 1);
    for (std::size_t t = 0; t < count; ++t)
      pairs_.matrix()[t * count + s] = supply_of(pairs_.rows()[t]);
  }
  return pairs_.invert();
}

}  // namespace entente::campaign
