#include "campaign/pairs.h"

#include <algorithm>
#include <cmath>

namespace entente::campaign {
namespace {

/// Below it a pivot is none; entries are near 1.
constexpr double kSingular = 1e-9;

/// line -= k * other
void take(double* line, const double* other, double k, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) line[i] -= k * other[i];
}

}  // namespace

void Pairs::clear() {
  rows_.clear();
  columns_.clear();
}

void Pairs::push(std::uint32_t row, std::uint32_t column) {
  rows_.push_back(row);
  columns_.push_back(column);
}

void Pairs::drop_row(std::size_t at) {
  rows_[at] = rows_.back();
  rows_.pop_back();
}

void Pairs::drop_column(std::size_t at) {
  columns_[at] = columns_.back();
  columns_.pop_back();
}

bool Pairs::invert() {
  const std::size_t n = rows_.size();
  inverse_.assign(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i) inverse_[i * n + i] = 1;
  for (std::size_t s = 0; s < n; ++s) {
    std::size_t best = s;
    for (std::size_t i = s + 1; i < n; ++i)
      if (std::abs(matrix_[i * n + s]) > std::abs(matrix_[best * n + s])) best = i;
    if (std::abs(matrix_[best * n + s]) < kSingular) return false;
    for (auto* all : {&matrix_, &inverse_}) {
      double* one = all->data() + s * n;
      if (best != s) std::swap_ranges(one, one + n, all->data() + best * n);
    }
    const double by = 1 / matrix_[s * n + s];
    for (auto* all : {&matrix_, &inverse_})
      for (std::size_t j = 0; j < n; ++j) (*all)[s * n + j] *= by;
    for (std::size_t i = 0; i < n; ++i) {
      const double k = matrix_[i * n + s];
      if (i == s || k == 0) continue;
      take(&matrix_[i * n], &matrix_[s * n], k, n);
      take(&inverse_[i * n], &inverse_[s * n], k, n);
    }
  }
  return true;
}

void Pairs::solve(std::span<const double> right) {
  const std::size_t n = rows_.size();
  found_.assign(n, 0.0);
  for (std::size_t s = 0; s < n; ++s)
    for (std::size_t t = 0; t < n; ++t) found_[s] += inverse_[s * n + t] * right[t];
}

void Pairs::solve_left(std::span<const double> left) {
  const std::size_t n = rows_.size();
  found_.assign(n, 0.0);
  for (std::size_t s = 0; s < n; ++s)
    for (std::size_t t = 0; t < n; ++t) found_[t] += left[s] * inverse_[s * n + t];
}

}  // namespace entente::campaign
