/// Correlation of ranks.
///
/// Floor 1; standard library only. O(n log n) and O(n^2). REQUIRES: equally long, at least two.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente::solve {

/// Ranks from 1; equal values share the mean of theirs.
[[nodiscard]] std::vector<double> ranks(std::span<const double> values);

/// Pearson's correlation of the ranks; 0 where one side does not vary. Source: Spearman (1904).
[[nodiscard]] double spearman(std::span<const double> a, std::span<const double> b);

/// Pairs in the same order and in opposite orders; pairs that tie on either side count as neither.
struct Concordance {
  std::size_t concordant = 0, discordant = 0;
};
[[nodiscard]] Concordance concordance(std::span<const double> a, std::span<const double> b);

}  // namespace entente::solve
