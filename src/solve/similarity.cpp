#include "solve/similarity.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::solve {

Portfolios::Portfolios(int low, int high)
    : low_(low),
      levels_(static_cast<std::size_t>(high - low) + 1),
      count_(levels_ * levels_, 0.0),
      weight_(levels_ * levels_, 0.0) {
  assert(low < high);
}

void Portfolios::clear() {
  std::ranges::fill(count_, 0.0);
  std::ranges::fill(weight_, 0.0);
}

double Portfolios::delta(Disagreement how, std::size_t c, std::size_t d) const {
  if (how == Disagreement::nominal) return c == d ? 0 : 1;
  const double apart =
      static_cast<double>(c > d ? c - d : d - c) / static_cast<double>(levels_ - 1);
  return how == Disagreement::absolute ? apart : apart * apart;
}

std::optional<double> Portfolios::s(Disagreement how, Counting counting) const {
  const std::vector<double>& table = counting == Counting::once ? count_ : weight_;
  double all = 0, apart = 0;
  for (std::size_t c = 0; c < levels_; ++c)
    for (std::size_t d = 0; d < levels_; ++d) {
      all += table[c * levels_ + d];
      apart += table[c * levels_ + d] * delta(how, c, d);
    }
  if (all <= 0) return std::nullopt;
  return 1 - 2 * apart / all;
}

std::optional<double> Portfolios::tau_b() const {
  const std::size_t n = levels_;
  std::vector<double> of_a(n, 0.0), of_b(n, 0.0);
  // after[c][d]: pairs of levels above c in a, and above (or below) d in b.
  std::vector<double> above((n + 1) * (n + 1), 0.0), below((n + 1) * (n + 1), 0.0);
  const auto at = [n](std::size_t c, std::size_t d) { return c * (n + 1) + d; };
  for (std::size_t c = n; c-- > 0;) {
    double right = 0;
    for (std::size_t d = n; d-- > 0;) {
      right += count_[c * n + d];
      above[at(c, d)] = above[at(c + 1, d)] + right;
    }
    double left = 0;
    for (std::size_t d = 0; d < n; ++d) {
      left += count_[c * n + d];
      below[at(c, d + 1)] = below[at(c + 1, d + 1)] + left;
      of_a[c] += count_[c * n + d];
      of_b[d] += count_[c * n + d];
    }
  }
  double all = 0, pairs = 0, ties_a = 0, ties_b = 0;
  const auto choose_two = [](double count) { return count * (count - 1) / 2; };
  for (std::size_t c = 0; c < n; ++c) {
    all += of_a[c];
    ties_a += choose_two(of_a[c]);
    ties_b += choose_two(of_b[c]);
    for (std::size_t d = 0; d < n; ++d)
      pairs += count_[c * n + d] * (above[at(c + 1, d + 1)] - below[at(c + 1, d)]);
  }
  const double free = (choose_two(all) - ties_a) * (choose_two(all) - ties_b);
  if (!(free > 0)) return std::nullopt;
  return pairs / std::sqrt(free);
}

std::optional<double> Portfolios::pi(Disagreement how, Counting counting) const {
  return beyond_chance(how, counting, true);
}

std::optional<double> Portfolios::kappa(Disagreement how, Counting counting) const {
  return beyond_chance(how, counting, false);
}

std::optional<double> Portfolios::beyond_chance(Disagreement how, Counting counting,
                                                bool pooled) const {
  const std::vector<double>& table = counting == Counting::once ? count_ : weight_;
  std::vector<double> of_a(levels_, 0.0), of_b(levels_, 0.0);
  double all = 0, observed = 0, expected = 0;
  for (std::size_t c = 0; c < levels_; ++c)
    for (std::size_t d = 0; d < levels_; ++d) {
      const double here = table[c * levels_ + d];
      of_a[c] += here;
      of_b[d] += here;
      all += here;
      observed += here * delta(how, c, d);
    }
  for (std::size_t c = 0; pooled && c < levels_; ++c) of_a[c] = of_b[c] = (of_a[c] + of_b[c]) / 2;
  for (std::size_t c = 0; c < levels_; ++c)
    for (std::size_t d = 0; d < levels_; ++d) expected += of_a[c] * of_b[d] * delta(how, c, d);
  if (!(expected > 0)) return std::nullopt;
  return 1 - observed * all / expected;
}

}  // namespace entente::solve
