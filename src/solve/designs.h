/// Experimental designs: points of the unit cube at which a model is run.
///
/// Floor 1; uses base. A design is keyed by a seed and the names of its factors, so a factor that
/// is added moves no coordinate of another. Points lie in [0, 1], row after row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente::solve {

/// Points in rows of `factors` coordinates. Rows come in blocks that are analysed whole.
struct Design {
  std::size_t factors = 0;
  std::size_t block = 1;       ///< Rows of a block.
  std::vector<double> values;  ///< [row * factors + factor]

  [[nodiscard]] std::size_t rows() const { return factors == 0 ? 0 : values.size() / factors; }
  [[nodiscard]] double at(std::size_t row, std::size_t factor) const {
    return values[row * factors + factor];
  }
};

/// What a design is keyed by.
struct DesignKey {
  std::uint64_t seed = 1;
  std::span<const std::string> names;  ///< One a factor, each once.
};

/// The first n points of Sobol's sequence, one dimension a name, each shifted digitally (exclusive
/// or) by 64 random bits. A power of two keeps its balance. REQUIRES: at most 3667 names.
/// Source: Sobol' (1967); direction numbers of Joe and Kuo (2008), as in Boost.Random.
/// Cost O(n names).
[[nodiscard]] Design sobol_points(std::size_t n, const DesignKey& key);

/// Rows of Saltelli's scheme for n base points A and B (2 k dimensions of Sobol's sequence): a
/// block is A, A with column i of B for each factor i, with `second` also B with column i of A,
/// then B: k + 2 or 2 k + 2 rows, the order in which SALib takes results. Source: Saltelli et al.
/// (2010), Computer Physics Communications 181:259.
[[nodiscard]] Design saltelli_design(std::size_t n, bool second, const DesignKey& key);

/// Each factor has one point in each of n equal slices, at a random place in it, in random order.
/// Source: McKay, Beckman and Conover (1979), Technometrics 21:239.
[[nodiscard]] Design latin_hypercube(std::size_t n, const DesignKey& key);

/// Trajectories of Morris: from a random point of a grid of `levels`, each factor is moved once, in
/// random order, by levels / (2 (levels - 1)) up or down. A block is the k + 1 points of one.
/// REQUIRES: even levels. Source: Morris (1991), Technometrics 33:161.
[[nodiscard]] Design morris_design(std::size_t trajectories, std::size_t levels,
                                   const DesignKey& key);

/// Points of the full grid of `levels` a factor; infinity where a double cannot count them.
[[nodiscard]] double grid_size(std::span<const std::size_t> levels);

/// The point of a grid: its coordinates are j / (levels - 1), or 1/2 of a single level; the last
/// factor runs fastest. REQUIRES: index below `grid_size`.
[[nodiscard]] std::vector<double> grid_point(std::span<const std::size_t> levels,
                                             std::uint64_t index);

/// `some` of the whole numbers below `all`, each once, in rising order, with equal chances.
/// REQUIRES: some <= all. Source: Floyd (Bentley 1987). Cost O(some log some).
[[nodiscard]] std::vector<std::uint64_t> some_of(std::uint64_t all, std::size_t some,
                                                 std::uint64_t seed);

}  // namespace entente::solve
