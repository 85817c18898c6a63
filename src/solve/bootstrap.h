/// Intervals by resampling, and quantiles of a sample.
///
/// Floor 1; uses base.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

#include "base/stream.h"

namespace entente::solve {

/// The p-quantile, linear between order statistics (type 7 of Hyndman and Fan 1996). REQUIRES: at
/// least one value; p in [0, 1]. O(n log n).
[[nodiscard]] inline double quantile_of(std::vector<double> values, double p) {
  assert(!values.empty());
  std::sort(values.begin(), values.end());
  const double at = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

/// How often each of n members is drawn when n are drawn with replacement.
[[nodiscard]] inline std::vector<double> resampled(std::size_t n, Stream& stream) {
  std::vector<double> times(n, 0);
  for (std::size_t i = 0; i < n; ++i)
    times[std::min(n - 1, static_cast<std::size_t>(stream.uniform() * static_cast<double>(n)))] +=
        1;
  return times;
}

}  // namespace entente::solve
