#include "inquiry/design/criteria.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>

namespace entente::inquiry {

double mean_of(std::span<const double> losses) {
  assert(!losses.empty());
  return std::accumulate(losses.begin(), losses.end(), 0.0) / static_cast<double>(losses.size());
}

double worst_of(std::span<const double> losses) {
  assert(!losses.empty());
  return *std::ranges::max_element(losses);
}

double cvar_of(std::span<const double> losses, double tail) {
  assert(!losses.empty() && tail > 0 && tail <= 1);
  std::vector<double> sorted(losses.begin(), losses.end());
  std::ranges::sort(sorted, std::greater<>());
  const double worlds = tail * static_cast<double>(sorted.size());
  double sum = 0, left = worlds;
  for (std::size_t i = 0; i < sorted.size() && left > 0; ++i) {
    const double part = std::min(1.0, left);
    sum += part * sorted[i];
    left -= part;
  }
  return sum / worlds;
}

double regret_of(std::span<const double> losses, std::span<const double> best) {
  assert(losses.size() == best.size());
  double most = 0;
  for (std::size_t w = 0; w < losses.size(); ++w) most = std::max(most, losses[w] - best[w]);
  return most;
}

double score_of(const Judgement& judgement, std::span<const double> losses,
                std::span<const double> best) {
  switch (judgement.criterion) {
    case Criterion::mean:
      return mean_of(losses);
    case Criterion::worst:
      return worst_of(losses);
    case Criterion::cvar:
      return cvar_of(losses, judgement.tail);
    case Criterion::regret:
      return regret_of(losses, best);
  }
  return 0;
}

}  // namespace entente::inquiry
