#include "solve/designs.h"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cassert>
#include <cmath>
#include <numeric>
#include <set>

#include "base/stream.h"

namespace entente::solve {
namespace {

/// The middle of the 2^-52 wide slice in which 64 bits lie, in (0, 1), as of `Stream::uniform`.
double fraction(std::uint64_t bits) { return (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52; }

/// A whole number below n. The bias of 2^-52 n is nothing.
std::size_t below(std::size_t n, Stream& stream) {
  return std::min(n - 1, static_cast<std::size_t>(stream.uniform() * static_cast<double>(n)));
}

/// 0 to n - 1 in random order. Source: Fisher and Yates.
std::vector<std::size_t> shuffled(std::size_t n, Stream& stream) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[below(i, stream)]);
  return order;
}

}  // namespace

Design sobol_points(std::size_t n, const DesignKey& key) {
  const std::size_t k = key.names.size();
  Design design{.factors = k, .values = std::vector<double>(n * k)};
  if (n == 0 || k == 0) return design;
  std::vector<std::uint64_t> shift;
  for (const std::string& name : key.names)
    shift.push_back(Stream(key.seed, 0, name, "digital shift").bits());
  boost::random::sobol sequence(k);  // It leaves out the first point, which is 0.
  for (std::size_t j = 0; j < k; ++j) design.values[j] = fraction(shift[j]);
  for (std::size_t i = k; i < n * k; ++i)
    design.values[i] = fraction(static_cast<std::uint64_t>(sequence()) ^ shift[i % k]);
  return design;
}

Design saltelli_design(std::size_t n, bool second, const DesignKey& key) {
  const std::size_t k = key.names.size();
  std::vector<std::string> names(key.names.begin(), key.names.end());
  for (std::size_t j = 0; j < k; ++j) names.push_back(names[j] + " again");
  const Design base = sobol_points(n, {key.seed, names});
  Design design{.factors = k, .block = (second ? 2 * k : k) + 2, .values = {}};
  design.values.reserve(n * design.block * k);
  // A row of one matrix with one column of the other; column k: with none.
  const auto add = [&](std::size_t row, bool of_b, std::size_t column) {
    for (std::size_t j = 0; j < k; ++j)
      design.values.push_back(base.at(row, j + (of_b != (j == column) ? k : 0)));
  };
  for (std::size_t row = 0; row < n; ++row) {
    add(row, false, k);
    for (std::size_t j = 0; j < k; ++j) add(row, false, j);
    for (std::size_t j = 0; second && j < k; ++j) add(row, true, j);
    add(row, true, k);
  }
  return design;
}

Design latin_hypercube(std::size_t n, const DesignKey& key) {
  const std::size_t k = key.names.size();
  Design design{.factors = k, .values = std::vector<double>(n * k)};
  for (std::size_t j = 0; j < k; ++j) {
    Stream stream(key.seed, 0, key.names[j], "latin hypercube");
    const std::vector<std::size_t> order = shuffled(n, stream);
    for (std::size_t i = 0; i < n; ++i)
      design.values[i * k + j] =
          (static_cast<double>(order[i]) + stream.uniform()) / static_cast<double>(n);
  }
  return design;
}

Design morris_design(std::size_t trajectories, std::size_t levels, const DesignKey& key) {
  assert(levels >= 2 && levels % 2 == 0);
  const std::size_t k = key.names.size(), half = levels / 2;
  const double steps = static_cast<double>(levels - 1);
  Design design{.factors = k, .block = k + 1, .values = {}};
  design.values.reserve(trajectories * (k + 1) * k);
  for (std::size_t r = 0; r < trajectories; ++r) {
    std::vector<std::size_t> at(k), other(k);
    for (std::size_t j = 0; j < k; ++j) {
      Stream stream(key.seed, r, key.names[j], "morris start");
      const std::size_t low = below(half, stream);
      const bool rises = stream.uniform() < 0.5;
      at[j] = rises ? low : low + half;
      other[j] = rises ? low + half : low;
    }
    Stream order(key.seed, r, "trajectory", "morris order");
    const auto add = [&] {
      for (const std::size_t level : at)
        design.values.push_back(static_cast<double>(level) / steps);
    };
    add();
    for (const std::size_t j : shuffled(k, order)) {
      at[j] = other[j];
      add();
    }
  }
  return design;
}

double grid_size(std::span<const std::size_t> levels) {
  double size = 1;
  for (const std::size_t one : levels) size *= static_cast<double>(one);
  return size;
}

std::vector<double> grid_point(std::span<const std::size_t> levels, std::uint64_t index) {
  std::vector<double> point(levels.size());
  for (std::size_t j = levels.size(); j-- > 0;) {
    const std::uint64_t level = index % levels[j];
    index /= levels[j];
    point[j] =
        levels[j] == 1 ? 0.5 : static_cast<double>(level) / static_cast<double>(levels[j] - 1);
  }
  return point;
}

std::vector<std::uint64_t> some_of(std::uint64_t all, std::size_t some, std::uint64_t seed) {
  assert(some <= all);
  Stream stream(seed, 0, "points", "sample of a design");
  std::set<std::uint64_t> taken;
  for (std::uint64_t last = all - some; last < all; ++last) {
    const auto one = static_cast<std::uint64_t>(stream.uniform() * static_cast<double>(last + 1));
    if (!taken.insert(std::min(one, last)).second) taken.insert(last);
  }
  return {taken.begin(), taken.end()};
}

}  // namespace entente::solve
