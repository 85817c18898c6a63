#include "solve/link_formation.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "solve/normal.h"

namespace entente::solve {
namespace {

/// g(s).
double shared_worth(int shared) { return 2 * (1 - std::exp2(-shared)); }

}  // namespace

class Partners {
 public:
  Partners(const ValuedTies& ties, const Formation& formation)
      : words_((ties.size() + 63) / 64), bits_(ties.size() * words_, 0), count_(ties.size(), 0) {
    for (std::size_t i = 0; i < ties.size(); ++i)
      for (std::size_t j = 0; j < ties.size(); ++j)
        if (i != j && ties.at(i, j) >= formation.counts_from) turn(i, j);
  }

  [[nodiscard]] bool are(std::size_t i, std::size_t j) const {
    return (bits_[i * words_ + j / 64] >> (j % 64) & 1) != 0;
  }
  /// Partners that both have. Neither is its own partner, so neither counts.
  [[nodiscard]] int shared(std::size_t i, std::size_t j) const {
    int count = 0;
    for (std::size_t w = 0; w < words_; ++w)
      count += std::popcount(bits_[i * words_ + w] & bits_[j * words_ + w]);
    return count;
  }
  /// Partners of j beside i.
  [[nodiscard]] int beside(std::size_t j, std::size_t i) const {
    return count_[j] - (are(j, i) ? 1 : 0);
  }
  /// Makes two partners of strangers, and the other way round.
  void swap(std::size_t i, std::size_t j) {
    turn(i, j);
    turn(j, i);
  }

 private:
  void turn(std::size_t i, std::size_t j) {
    count_[i] += are(i, j) ? -1 : 1;
    bits_[i * words_ + j / 64] ^= std::uint64_t{1} << (j % 64);
  }

  std::size_t words_;
  std::vector<std::uint64_t> bits_;
  std::vector<int> count_;
};

namespace {

/// What one rung of the tie of i and j is worth to i as things stand.
double rung_worth(const Partners& partners, const Formation& formation, std::size_t i,
                  std::size_t j, std::size_t n) {
  double worth = formation.worth[i * n + j];
  if (formation.closure != 0) worth += formation.closure * shared_worth(partners.shared(i, j));
  if (formation.degree != 0) worth += formation.degree * std::sqrt(partners.beside(j, i));
  return worth;
}

/// What i's other ties gain where i and j become partners (`before`: are none yet) or cease to be.
double around(const ValuedTies& ties, const Partners& partners, const Formation& formation,
              std::size_t i, std::size_t j, bool before) {
  if (formation.closure == 0) return 0;
  double sum = 0;
  for (std::size_t h = 0; h < ties.size(); ++h) {
    if (h == i || h == j || ties.at(i, h) == 0 || !partners.are(j, h)) continue;
    const int shared = partners.shared(i, h);
    const double change = before ? shared_worth(shared + 1) - shared_worth(shared)
                                 : shared_worth(shared - 1) - shared_worth(shared);
    sum += ties.at(i, h) * formation.closure * change;
  }
  return sum;
}

double gain(const ValuedTies& ties, const Partners& partners, const Formation& formation,
            std::size_t i, std::size_t j, int change) {
  const int now = ties.at(i, j), next = now + change;
  double gain = change * rung_worth(partners, formation, i, j, ties.size());
  const bool was = now >= formation.counts_from, is = next >= formation.counts_from;
  if (was != is) gain += around(ties, partners, formation, i, j, is);
  return gain;
}

}  // namespace

double satisfaction(const ValuedTies& ties, const Formation& formation, std::size_t i) {
  const Partners partners(ties, formation);
  double sum = 0;
  for (std::size_t j = 0; j < ties.size(); ++j)
    if (j != i && ties.at(i, j) > 0)
      sum += ties.at(i, j) * rung_worth(partners, formation, i, j, ties.size());
  return sum;
}

double gain_of(const ValuedTies& ties, const Formation& formation, std::size_t i, std::size_t j,
               int change) {
  return gain(ties, Partners(ties, formation), formation, i, j, change);
}

MicroSteps::MicroSteps(ValuedTies& ties, const Formation& formation)
    : ties_(ties), formation_(formation), partners_(std::make_unique<Partners>(ties, formation)) {}
MicroSteps::~MicroSteps() = default;

MicroStep MicroSteps::step(std::size_t i, double choice, double consent) {
  options_.clear();
  double most = 0;
  for (std::size_t j = 0; j < ties_.size(); ++j) {
    if (j == i) continue;
    for (const int change : {1, -1}) {
      const int next = ties_.at(i, j) + change;
      if (next < 0 || next > formation_.highest) continue;
      double worth = gain(ties_, *partners_, formation_, i, j, change);
      if (change < 0) worth -= formation_.keep;
      options_.push_back({{j, change, false}, worth});
      most = std::max(most, worth);
    }
  }
  double sum = std::exp(-most);  // Doing nothing.
  for (Option& one : options_) sum += one.weight = std::exp(one.gain - most);
  double left = choice * sum - std::exp(-most);
  if (left < 0) return {};
  for (Option& one : options_) {
    left -= one.weight;
    if (left >= 0) continue;
    MicroStep& step = one.step;
    const std::size_t j = step.other;
    step.done = step.change < 0 ||
                consent < logistic(gain(ties_, *partners_, formation_, j, i, step.change));
    if (!step.done) return step;
    const bool were = partners_->are(i, j);
    ties_.set(i, j, ties_.at(i, j) + step.change);
    if (were != (ties_.at(i, j) >= formation_.counts_from)) partners_->swap(i, j);
    return step;
  }
  return {};  // Rounding left a sliver behind the last option.
}

MicroStep micro_step(ValuedTies& ties, const Formation& formation, std::size_t i, double choice,
                     double consent) {
  return MicroSteps(ties, formation).step(i, choice, consent);
}

Neighbours partners(const ValuedTies& ties, int from) {
  Neighbours graph(ties.size());
  for (std::size_t i = 0; i < ties.size(); ++i)
    for (std::size_t j = 0; j < ties.size(); ++j)
      if (i != j && ties.at(i, j) >= from) graph[i].push_back(j);
  return graph;
}

namespace {

/// Triangles, and paths of two links.
struct Paths {
  double triangles = 0, open_or_closed = 0;
};

Paths paths_of(const Neighbours& graph) {
  Paths paths;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    const auto d = static_cast<double>(graph[i].size());
    paths.open_or_closed += d * (d - 1) / 2;
    for (const std::size_t j : graph[i]) {
      if (j <= i) continue;
      for (const std::size_t k : graph[j])
        if (k > j && std::ranges::binary_search(graph[i], k)) paths.triangles += 1;
    }
  }
  return paths;
}

}  // namespace

double transitivity(const Neighbours& graph) {
  const Paths paths = paths_of(graph);
  return paths.open_or_closed > 0 ? 3 * paths.triangles / paths.open_or_closed : 0;
}

Shape shape_of(const Neighbours& graph) {
  const std::size_t n = graph.size();
  Shape shape;
  shape.degrees.assign(std::max<std::size_t>(n, 1), 0);
  shape.geodesics.assign(std::max<std::size_t>(n, 1), 0);
  shape.triads.assign(4, 0);
  std::size_t links = 0;
  for (const auto& row : graph) {
    ++shape.degrees[row.size()];
    links += row.size();
  }
  links /= 2;
  if (n > 1) shape.density = 2.0 * static_cast<double>(links) / static_cast<double>(n * (n - 1));
  shape.transitivity = transitivity(graph);
  const Paths paths = paths_of(graph);
  const auto closed = static_cast<std::size_t>(paths.triangles);
  const auto two = static_cast<std::size_t>(paths.open_or_closed) - 3 * closed;
  if (n > 2) {
    // Every link lies in n - 2 triples: one with one link once, with two twice, with three thrice.
    shape.triads[3] = closed;
    shape.triads[2] = two;
    shape.triads[1] = links * (n - 2) - 2 * two - 3 * closed;
    shape.triads[0] = n * (n - 1) * (n - 2) / 6 - shape.triads[1] - two - closed;
  }
  const auto apart = distances(graph);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j)
      ++shape.geodesics[apart[i][j] < 0 ? 0 : static_cast<std::size_t>(apart[i][j])];
  return shape;
}

}  // namespace entente::solve
