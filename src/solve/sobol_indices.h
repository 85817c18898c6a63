/// Which factors the variance of an answer comes from: Sobol' indices with bootstrap intervals.
///
/// Floor 1; uses base.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/stream.h"

namespace entente::solve {

/// A figure with its 90 % interval.
struct Index {
  double value = 0, low = 0, high = 0;
};

/// Indices of one answer. Estimates may be below 0 or above 1 and are left so.
struct SobolIndices {
  double mean = 0, variance = 0;  ///< Over all points A and B.
  std::vector<Index> first;       ///< [factor] Share of variance of the factor alone.
  std::vector<Index> total;       ///< [factor] Share that is gone where it is known.
  std::vector<Index> second;      ///< Pairs (0, 1), (0, 2), ..., (1, 2), ...; empty without.
};

/// Indices from answers in the order of `saltelli_design`, whole blocks:
///   S_i  = mean f(B) (f(A_B^i) - f(A)) / V,    T_i = mean (f(A) - f(A_B^i))^2 / (2 V),
///   S_ij = mean (f(B_A^i) f(A_B^j) - f(A) f(B)) / V - S_i - S_j,
/// answers less their mean, V over A and B. Intervals: 5 % and 95 % quantiles of `resamples`
/// bootstrap samples of the blocks. Where nothing varies all are 0. Cost: resamples x blocks x
/// (2 k + pairs). Source: Saltelli et al. (2010); Saltelli (2002), Computer Physics Communications
/// 145:280, for pairs. REQUIRES: at least one block.
[[nodiscard]] SobolIndices sobol_indices(std::span<const double> answers, std::size_t factors,
                                         bool second, std::size_t resamples, Stream stream);

}  // namespace entente::solve
