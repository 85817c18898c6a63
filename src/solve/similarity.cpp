#include "solve/similarity.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::solve {
namespace {

/// One number a level, without memory of its own: pairs of states come by the million.
struct Row : std::array<double, Portfolios::kMostLevels> {
  explicit Row(std::size_t levels) { std::fill_n(begin(), levels, 0.0); }
};

}  // namespace

Portfolios::Portfolios(int low, int high)
    : low_(low),
      levels_(static_cast<std::size_t>(high - low) + 1),
      count_(levels_ * levels_, 0.0),
      weight_(levels_ * levels_, 0.0) {
  assert(low < high && levels_ <= kMostLevels);
  for (std::size_t c = 0; c < levels_; ++c)
    for (std::size_t d = 0; d < levels_; ++d) {
      const double apart =
          static_cast<double>(c > d ? c - d : d - c) / static_cast<double>(levels_ - 1);
      apart_[0].push_back(c == d ? 0 : 1);
      apart_[1].push_back(apart);
      apart_[2].push_back(apart * apart);
    }
}

void Portfolios::clear() {
  std::ranges::fill(count_, 0.0);
  std::ranges::fill(weight_, 0.0);
}

std::optional<double> Portfolios::s(Disagreement how, Counting counting) const {
  const std::vector<double>& table = counting == Counting::once ? count_ : weight_;
  const std::vector<double>& delta = apart_[static_cast<std::size_t>(how)];
  double all = 0, apart = 0;
  for (std::size_t at = 0; at < table.size(); ++at) {
    all += table[at];
    apart += table[at] * delta[at];
  }
  if (all <= 0) return std::nullopt;
  return 1 - 2 * apart / all;
}

std::optional<double> Portfolios::tau_b() const {
  const std::size_t n = levels_;
  Row of_a(n), of_b(n);  // `of_b` grows: while row c is read it holds the rows above c.
  double all = 0, pairs = 0, ties_a = 0, ties_b = 0;
  const auto choose_two = [](double count) { return count * (count - 1) / 2; };
  for (std::size_t c = n; c-- > 0;) {
    const double* row = &count_[c * n];
    double lower = 0, higher = 0;
    for (std::size_t d = 0; d < n; ++d) higher += of_b[d];
    for (std::size_t d = 0; d < n; ++d) {
      higher -= of_b[d];
      pairs += row[d] * (higher - lower);
      lower += of_b[d];
      of_a[c] += row[d];
    }
    for (std::size_t d = 0; d < n; ++d) of_b[d] += row[d];
  }
  for (std::size_t c = 0; c < n; ++c) {
    all += of_a[c];
    ties_a += choose_two(of_a[c]);
    ties_b += choose_two(of_b[c]);
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
  const std::vector<double>& delta = apart_[static_cast<std::size_t>(how)];
  Row of_a(levels_), of_b(levels_);
  double all = 0, observed = 0, expected = 0;
  for (std::size_t c = 0; c < levels_; ++c)
    for (std::size_t d = 0; d < levels_; ++d) {
      const double here = table[c * levels_ + d];
      of_a[c] += here;
      of_b[d] += here;
      all += here;
      observed += here * delta[c * levels_ + d];
    }
  for (std::size_t c = 0; pooled && c < levels_; ++c) of_a[c] = of_b[c] = (of_a[c] + of_b[c]) / 2;
  for (std::size_t c = 0; c < levels_; ++c)
    for (std::size_t d = 0; d < levels_; ++d)
      expected += of_a[c] * of_b[d] * delta[c * levels_ + d];
  if (!(expected > 0)) return std::nullopt;
  return 1 - observed * all / expected;
}

}  // namespace entente::solve
