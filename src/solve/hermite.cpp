#include "solve/hermite.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::solve {
namespace {

/// The probabilists' Hermite polynomial over sqrt(n!), and that of n - 1.
struct Pair {
  double at_n = 1, below = 0;
};

/// h_{k+1} = (z h_k - sqrt(k) h_{k-1}) / sqrt(k + 1).
Pair orthonormal(std::size_t n, double z) {
  Pair h;
  for (std::size_t k = 0; k < n; ++k) {
    const auto real = static_cast<double>(k);
    const double next = (z * h.at_n - std::sqrt(real) * h.below) / std::sqrt(real + 1);
    h = {next, h.at_n};
  }
  return h;
}

/// The one root of h_n in (low, high): Newton, by halves where a step would leave the bracket.
double root(std::size_t n, double low, double high) {
  const bool rises = orthonormal(n, high).at_n > 0;
  double z = 0.5 * (low + high);
  for (int step = 0; step < 200; ++step) {
    const Pair h = orthonormal(n, z);
    if (h.at_n == 0) return z;
    ((h.at_n > 0) == rises ? high : low) = z;
    // h_n' = sqrt(n) h_{n-1}.
    double next = z - h.at_n / (std::sqrt(static_cast<double>(n)) * h.below);
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    if (next == z || std::abs(next - z) < 1e-15 * std::max(1.0, std::abs(z))) return next;
    z = next;
  }
  return z;
}

}  // namespace

std::vector<Node> gauss_hermite(std::size_t n) {
  assert(n >= 1 && n <= 128);
  std::vector<double> roots = {0};
  for (std::size_t order = 2; order <= n; ++order) {
    // All roots lie within 2 sqrt(order + 1); those of one order interlace those of the next.
    const double edge = 2 * std::sqrt(static_cast<double>(order) + 1);
    std::vector<double> next;
    for (std::size_t i = 0; i < order; ++i) {
      const double low = i == 0 ? -edge : roots[i - 1];
      const double high = i + 1 == order ? edge : roots[i];
      next.push_back(root(order, low, high));
    }
    for (std::size_t i = 0; i < order / 2; ++i) next[i] = -next[order - 1 - i];
    if (order % 2 == 1) next[order / 2] = 0;
    roots = std::move(next);
  }
  std::vector<Node> nodes;
  double sum = 0;
  for (const double z : roots) {
    const double below = orthonormal(n, z).below;
    const double weight = 1 / (static_cast<double>(n) * below * below);
    nodes.push_back({z, weight});
    sum += weight;
  }
  for (Node& node : nodes) node.weight /= sum;  // What rounding left of one.
  for (std::size_t i = 0; i < n / 2; ++i) nodes[n - 1 - i].weight = nodes[i].weight;
  return nodes;
}

const std::vector<Node>& hermite_80() {
  static const std::vector<Node> nodes = gauss_hermite(80);
  return nodes;
}

}  // namespace entente::solve
