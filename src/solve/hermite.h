/// Gauss-Hermite quadrature: expectations over a standard normal variable, exactly for polynomials.
///
/// Floor 1; standard library only.
#pragma once

#include <cstddef>
#include <vector>

namespace entente::solve {

/// A node and its weight: E f(Z) is about the sum of weight * f(z), Z standard normal.
struct Node {
  double z = 0;
  double weight = 0;
};

/// The rule of `n` nodes, in ascending order, symmetric to the last bit; weights sum to 1. Exact
/// for polynomials of degree 2n - 1. REQUIRES: 1 <= n <= 128. Cost O(n^2).
///
/// Roots of the orthonormal Hermite functions h_n by Newton steps between those of n - 1, which
/// interlace them; weight 1 / (n h_{n-1}(z)^2) in the measure of the normal law.
/// Source: Abramowitz and Stegun (1964), 25.4.46; recurrence 22.7.14.
[[nodiscard]] std::vector<Node> gauss_hermite(std::size_t n);

/// The rule of 80 nodes, made once. Safe from many threads.
[[nodiscard]] const std::vector<Node>& hermite_80();

}  // namespace entente::solve
