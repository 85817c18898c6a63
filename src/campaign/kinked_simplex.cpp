#include "campaign/kinked_simplex.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace entente::campaign {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// How far a bound may be missed, relative to it, and at least this share of 1.
constexpr double kTolerance = 1e-11, kLeastSize = 0.1;
/// Entries below it are no pivots.
constexpr double kPivot = 1e-7;
/// Breaks closer than this count as one: the largest entry is taken.
constexpr double kSameStep = 1e-14, kLarger = 1e-12;
/// Steps before giving up: reference problems need less than two a column.
constexpr std::size_t kSteps = 50, kStepsPerColumn = 20;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

double tolerance(double bound) {
  return std::isinf(bound) ? 0 : kTolerance * std::max(kLeastSize, std::abs(bound));
}

}  // namespace

KinkedSimplex::KinkedSimplex(const std::vector<double>& upper, const std::vector<double>& tie)
    : rows_(upper.size()),
      value_(upper),
      reduced_(upper.size(), 0.0),
      tie_(tie),
      steps_left_(kSteps + kStepsPerColumn * upper.size()) {
  for (std::size_t j = 0; j < upper.size(); ++j) {
    variables_.push_back({0, upper[j], 0, Where::upper, false, j});
    of_column_.push_back(j);
  }
}

KinkedSimplex::Id KinkedSimplex::add_sum(Variable variable) {
  variable.at = rows_.add_row();
  variables_.push_back(variable);
  of_row_.push_back(variables_.size() - 1);
  here_.push_back(0);
  low_.push_back(0);
  high_.push_back(0);
  bound_row(variable.at);
  return of_row_.back();
}

KinkedSimplex::Id KinkedSimplex::bounded(double lower, double upper) {
  return add_sum({lower, upper, 0, Where::basic, false, 0});
}

KinkedSimplex::Id KinkedSimplex::kinked(double kink, double cost) {
  assert(cost > 0);
  return add_sum({kink, kink, cost, Where::basic, false, 0});
}

void KinkedSimplex::add(Id sum, Id variable, double k) {
  const std::size_t row = variables_[sum].at;
  const Variable& one = variables_[variable];
  if (one.where == Where::basic)
    rows_.add_row(row, one.at, k);
  else
    rows_.add(row, one.at, k);
  here_[row] += k * value(variable);
}

void KinkedSimplex::settle() {
  for (std::size_t row = 0; row < of_row_.size(); ++row) {
    const Variable& one = variables_[of_row_[row]];
    if (one.kinked() && here_[row] < one.lower) change_piece(row, true);
  }
}

double KinkedSimplex::value(Id id) const {
  const Variable& one = variables_[id];
  return one.where == Where::basic ? here_[one.at] : value_[one.at];
}

double KinkedSimplex::price(Id id) const {
  const Variable& one = variables_[id];
  if (one.where != Where::basic) return reduced_[one.at];
  return one.below ? one.cost : 0;
}

void KinkedSimplex::bound_row(std::size_t row) {
  const Variable& one = variables_[of_row_[row]];
  low_[row] = one.below ? -kInfinity : one.lower - tolerance(one.lower);
  high_[row] = one.kinked() && !one.below ? kInfinity : one.upper + tolerance(one.upper);
}

/// A basic variable goes to its other piece; its cost is that of the columns of its row.
void KinkedSimplex::change_piece(std::size_t row, bool below) {
  Variable& one = variables_[of_row_[row]];
  one.below = below;
  bound_row(row);
  rows_.add_to(reduced_, row, below ? -one.cost : one.cost);
}

bool KinkedSimplex::solve() {
  for (; steps_left_ > 0; --steps_left_) {
    const std::size_t row = most_broken();
    if (row == kNone) return true;
    if (!step(row)) return false;
  }
  return false;
}

std::size_t KinkedSimplex::most_broken() const {
  std::size_t worst = kNone;
  double most = 0;
  for (std::size_t row = 0; row < here_.size(); ++row) {
    const double broken = std::max(low_[row] - here_[row], here_[row] - high_[row]);
    if (broken <= most) continue;
    most = broken;
    worst = row;
  }
  return worst;
}

/// Raises the price of a broken bound until its row can leave the basis, or, if the row has a kink,
/// until that price is the cost at the kink. On the way columns with two bounds change sides.
bool KinkedSimplex::step(std::size_t row) {
  const Variable& one = variables_[of_row_[row]];
  const bool too_low = here_[row] < low_[row];
  const double sign = too_low ? 1 : -1;
  double left = too_low ? one.lower - here_[row] : here_[row] - one.upper;
  const double end = one.kinked() ? one.cost : kInfinity;
  find_breaks(row, sign);
  std::size_t passed = 0, enters = kNone;
  for (; passed < breaks_.size(); ++passed) {
    std::swap(breaks_[passed], breaks_[first_break(passed, row)]);
    if (breaks_[passed].step >= end) break;
    left -= breaks_[passed].size;
    if (left > 0) continue;
    enters = breaks_[passed].column;
    break;
  }
  if (enters == kNone && !one.kinked()) return false;
  for (std::size_t i = 0; i < passed; ++i) flip(breaks_[i].column);
  if (enters == kNone)
    change_piece(row, !one.below);
  else
    exchange(row, enters, sign);
  return true;
}

/// The columns that can move the row the way it must go, with the price at which each begins to.
void KinkedSimplex::find_breaks(std::size_t row, double sign) {
  breaks_.clear();
  rows_.in_row(row, [&](std::size_t column) {
    const double a = sign * rows_.at(row, column);
    if (std::abs(a) < kPivot) return;
    const Variable& one = variables_[of_column_[column]];
    const double cost = reduced_[column] + tie_[column];
    if (one.kinked())
      breaks_.push_back({a > 0 ? std::max(0.0, cost) / a : std::max(0.0, one.cost - cost) / -a,
                         kInfinity, column});
    else if (one.where == Where::lower ? a > 0 : a < 0)
      breaks_.push_back({std::max(0.0, cost / a), std::abs(a) * (one.upper - one.lower), column});
  });
}

/// Few are passed, so they are not sorted.
std::size_t KinkedSimplex::first_break(std::size_t from, std::size_t row) const {
  std::size_t best = from;
  for (std::size_t i = from + 1; i < breaks_.size(); ++i) {
    const double ahead = breaks_[best].step - breaks_[i].step;
    const auto size = [&](std::size_t at) { return std::abs(rows_.at(row, breaks_[at].column)); };
    if (ahead > kSameStep || (ahead >= -kSameStep && size(i) > size(best) + kLarger)) best = i;
  }
  return best;
}

void KinkedSimplex::flip(std::size_t column) {
  Variable& one = variables_[of_column_[column]];
  const bool up = one.where == Where::lower;
  const double to = up ? one.upper : one.lower, by = to - value_[column];
  one.where = up ? Where::upper : Where::lower;
  value_[column] = to;
  rows_.in_column(column, [&](std::size_t row) { here_[row] += rows_.at(row, column) * by; });
}

/// The row goes to the bound or kink that it missed; the column takes its place in the basis.
void KinkedSimplex::exchange(std::size_t row, std::size_t column, double sign) {
  Variable& in = variables_[of_column_[column]];
  Variable& out = variables_[of_row_[row]];
  const double a = rows_.at(row, column);
  const double bound = sign > 0 ? out.lower : out.upper, by = (bound - here_[row]) / a;
  in.below = in.kinked() && sign * a < 0;
  if (in.below) reduced_[column] -= in.cost;
  rows_.in_column(column, [&](std::size_t other) {
    if (other != row) here_[other] += rows_.at(other, column) * by;
  });
  rows_.pivot(row, column);
  move_costs(row, column);
  here_[row] = value_[column] + by;
  value_[column] = bound;
  std::swap(of_row_[row], of_column_[column]);
  std::swap(in.at, out.at);
  in.where = Where::basic;
  out.where = sign > 0 ? Where::lower : Where::upper;
  if (out.below) reduced_[column] += out.cost;
  out.below = false;
  bound_row(row);
}

void KinkedSimplex::move_costs(std::size_t row, std::size_t column) {
  for (std::vector<double>* costs : {&reduced_, &tie_}) {
    const double cost = (*costs)[column];
    (*costs)[column] = 0;
    if (cost != 0) rows_.add_to(*costs, row, cost);
  }
}

}  // namespace entente::campaign
