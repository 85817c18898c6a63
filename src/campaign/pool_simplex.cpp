#include "campaign/pool_simplex.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::campaign {
namespace {

/// A gain below it, of a largest cost of 1, is none.
constexpr double kGain = 1e-10;
/// Entries below it are no pivots.
constexpr double kPivot = 1e-9;
/// Breaks closer than this count as one: the largest entry is taken.
constexpr double kSameStep = 1e-13;
/// Steps before giving up.
constexpr std::size_t kSteps = 50, kStepsPerVariable = 20;

}  // namespace

void PoolSimplex::clear() {
  rows_.clear();
  of_.clear();
  value_.clear();
  price_.clear();
  kinked_.clear();
  steps_left_ = kSteps;
}

Variable PoolSimplex::add_variable(const Of& of) {
  of_.push_back(of);
  value_.push_back(0);
  price_.push_back(of.below ? of.cost : 0);
  return static_cast<Variable>(of_.size() - 1);
}

Variable PoolSimplex::add_block(std::size_t variables) {
  for (std::size_t j = 0; j < variables; ++j) (void)add_variable({});
  steps_left_ += kStepsPerVariable * variables;
  return rows_.add_block(variables);
}

Variable PoolSimplex::bounded(std::size_t block, double upper) {
  (void)rows_.add_sum(block);
  return add_variable({Kind::bounded, false, upper, 0});
}

Variable PoolSimplex::kinked(double kink, double cost) {
  assert(kink > 0 && cost > 0);
  kinked_.push_back(rows_.add_link());
  return add_variable({Kind::kinked, true, kink, cost});
}

bool PoolSimplex::solve() {
  const std::size_t blocks = rows_.blocks();
  std::size_t clean = 0;
  for (std::size_t at = 0; clean <= blocks; at = at == blocks ? 0 : at + 1) {
    bool any = false;
    if (!improve(at, any)) return false;
    clean = any ? 0 : clean + 1;
  }
  for (std::size_t block = 0; block < blocks; ++block) {
    rows_.gains(block, price_, gains_);
    for (std::size_t j = 0; j < gains_.size(); ++j)
      if (const Variable one = rows_.columns(block)[j]; of_[one].kind == Kind::bounded)
        price_[one] = rows_.basic(one) ? 0 : std::max(0.0, gains_[j]);
  }
  return true;
}

/// Steps until nothing in a block helps; behind the last block come the tight links.
bool PoolSimplex::improve(std::size_t block, bool& any) {
  for (;;) {
    const Entering in = block < rows_.blocks() ? best_in(block) : best_tight();
    if (in.variable == kNoVariable) return true;
    if (steps_left_ == 0 || !step(in)) return false;
    --steps_left_;
    any = true;
  }
}

PoolSimplex::Entering PoolSimplex::best_in(std::size_t block) {
  rows_.gains(block, price_, gains_);
  Entering best;
  best.gain = kGain;
  const std::vector<Variable>& columns = rows_.columns(block);
  for (std::size_t j = 0; j < columns.size(); ++j) {
    const double sign = of_[columns[j]].kind == Kind::unit ? 1 : -1;
    if (sign * gains_[j] <= best.gain || rows_.basic(columns[j])) continue;
    best = {columns[j], sign * gains_[j], sign};
  }
  return best;
}

PoolSimplex::Entering PoolSimplex::best_tight() const {
  Entering best;
  best.gain = kGain;
  for (const Variable one : rows_.tight()) {
    if (-price_[one] > best.gain) best = {one, -price_[one], 1};
    if (price_[one] - of_[one].cost > best.gain) best = {one, price_[one] - of_[one].cost, -1};
  }
  return best;
}

/// Moves one that is not basic until a bound stops it, or so many kinks that it gains no more.
bool PoolSimplex::step(const Entering& in) {
  ++steps_;
  rows_.column(in.variable, column_);
  find_breaks(in.sign);
  double gain = in.gain;
  std::size_t passed = 0;
  for (;; ++passed) {
    if (passed == breaks_.size()) return false;
    std::swap(breaks_[passed], breaks_[first_break(passed)]);
    const Of& one = of_[breaks_[passed].variable];
    if (one.kind != Kind::kinked) break;
    gain -= one.cost * breaks_[passed].size;
    if (gain <= kGain) break;
  }
  const Break end = breaks_[passed];
  for (std::size_t i = 0; i < passed; ++i) {
    Of& one = of_[breaks_[i].variable];
    one.below = !one.below;
  }
  move(in, end);
  if (!rows_.pivot(end.variable, in.variable)) return false;
  find_prices();
  return true;
}

void PoolSimplex::find_breaks(double sign) {
  breaks_.clear();
  for (const Variable other : column_.variables()) {
    const double a = sign * column_[other];
    if (std::abs(a) < kPivot) continue;
    const Of& one = of_[other];
    const double here = value_[other];
    if (one.kind == Kind::unit ? a < 0 : one.kind == Kind::bounded ? a > 0 : one.below == (a > 0))
      breaks_.push_back({std::max(0.0, (one.most - here) / a), std::abs(a), other});
  }
}

/// Few are passed, so they are not sorted.
std::size_t PoolSimplex::first_break(std::size_t from) const {
  std::size_t best = from;
  for (std::size_t i = from + 1; i < breaks_.size(); ++i) {
    const double ahead = breaks_[best].step - breaks_[i].step;
    if (ahead > kSameStep || (ahead >= -kSameStep && breaks_[i].size > breaks_[best].size))
      best = i;
  }
  return best;
}

void PoolSimplex::move(const Entering& in, const Break& end) {
  for (const Variable other : column_.variables())
    value_[other] += in.sign * end.step * column_[other];
  value_[in.variable] += in.sign * end.step;
  value_[end.variable] = of_[end.variable].most;
  if (of_[in.variable].kind == Kind::kinked) of_[in.variable].below = in.sign < 0;
}

void PoolSimplex::find_prices() {
  for (const Variable one : kinked_) price_[one] = of_[one].below ? of_[one].cost : 0;
  rows_.balance_prices(price_);
}

}  // namespace entente::campaign
