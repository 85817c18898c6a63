#include "solve/connections.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::solve {
namespace {

constexpr double kTie = 1e-12;

bool linked(const Neighbours& graph, std::size_t i, std::size_t j) {
  return std::ranges::binary_search(graph[i], j);
}

void toggle(Neighbours& graph, std::size_t i, std::size_t j) {
  for (const auto& [a, b] : {std::pair{i, j}, std::pair{j, i}}) {
    const auto at = std::ranges::lower_bound(graph[a], b);
    if (at != graph[a].end() && *at == b)
      graph[a].erase(at);
    else
      graph[a].insert(at, b);
  }
}

}  // namespace

std::vector<double> utilities(const Neighbours& graph, const Connections& model) {
  const auto far = distances(graph);
  std::vector<double> all;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    double sum = -model.cost * static_cast<double>(graph[i].size());
    for (const int steps : far[i])
      if (steps > 0) sum += std::pow(model.delta, steps);
    all.push_back(sum);
  }
  return all;
}

double welfare(const Neighbours& graph, const Connections& model) {
  double sum = 0;
  for (const double one : utilities(graph, model)) sum += one;
  return sum;
}

bool pairwise_stable(const Neighbours& graph, const Connections& model) {
  const auto now = utilities(graph, model);
  Neighbours other = graph;
  for (std::size_t i = 0; i < graph.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      toggle(other, i, j);
      const auto after = utilities(other, model);
      toggle(other, i, j);
      const double a = after[i] - now[i], b = after[j] - now[j];
      if (linked(graph, i, j) ? a > kTie || b > kTie
                              : (a > kTie && b >= -kTie) || (b > kTie && a >= -kTie))
        return false;
    }
  return true;
}

StableNetworks stable_networks(std::size_t n, const Connections& model) {
  assert(n >= 2 && n <= 6);
  StableNetworks found;
  for (std::size_t mask = 0; mask < std::size_t{1} << (n * (n - 1) / 2); ++mask) {
    Neighbours graph(n);
    std::size_t bit = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < i; ++j)
        if ((mask >> bit++) & 1) toggle(graph, i, j);
    const double worth = welfare(graph, model);
    if (mask == 0 || worth > found.best + kTie) {
      found.best = worth;
      found.efficient.clear();
    }
    if (worth >= found.best - kTie) found.efficient.push_back(graph);
    if (pairwise_stable(graph, model)) found.stable.push_back(std::move(graph));
  }
  return found;
}

Neighbours star(std::size_t n) {
  Neighbours made(n);
  for (std::size_t i = 1; i < n; ++i) toggle(made, 0, i);
  return made;
}

Neighbours ring(std::size_t n) {
  Neighbours made(n);
  for (std::size_t i = 0; i + 1 < n; ++i) toggle(made, i, i + 1);
  if (n > 2) toggle(made, n - 1, 0);
  return made;
}

}  // namespace entente::solve
