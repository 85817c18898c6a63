#include "solve/graph_measures.h"

#include <algorithm>
#include <cmath>

namespace entente::solve {
namespace {

constexpr int kRounds = 10000;  // Of the power method.
constexpr double kSettled = 1e-13;

double links_of(const Neighbours& graph) {
  std::size_t twice = 0;
  for (const auto& one : graph) twice += one.size();
  return static_cast<double>(twice) / 2;
}

/// Adds what the paths from one node lend to every other (Brandes).
void add_paths_from(const Neighbours& graph, std::size_t source, std::vector<double>& lent) {
  const std::size_t n = graph.size();
  std::vector<int> far(n, -1);
  std::vector<double> paths(n, 0), owed(n, 0);
  std::vector<std::size_t> order{source};
  far[source] = 0;
  paths[source] = 1;
  for (std::size_t at = 0; at < order.size(); ++at)
    for (const std::size_t next : graph[order[at]]) {
      if (far[next] < 0) {
        far[next] = far[order[at]] + 1;
        order.push_back(next);
      }
      if (far[next] == far[order[at]] + 1) paths[next] += paths[order[at]];
    }
  for (std::size_t at = order.size(); at-- > 1;) {
    const std::size_t node = order[at];
    for (const std::size_t before : graph[node])
      if (far[before] == far[node] - 1)
        owed[before] += paths[before] / paths[node] * (1 + owed[node]);
    lent[node] += owed[node];
  }
}

}  // namespace

std::vector<double> betweenness(const Neighbours& graph) {
  const std::size_t n = graph.size();
  std::vector<double> lent(n, 0);
  for (std::size_t source = 0; source < n; ++source) add_paths_from(graph, source, lent);
  const double pairs = static_cast<double>(n < 3 ? 1 : (n - 1) * (n - 2));
  for (double& one : lent) one /= pairs;
  return lent;
}

std::vector<double> eigenvector_centrality(const Neighbours& graph) {
  std::vector<double> now(graph.size(), links_of(graph) > 0 ? 1 : 0);
  if (links_of(graph) == 0) return now;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<double> next = now;  // A + I: no swinging on two-sided networks.
    for (std::size_t i = 0; i < graph.size(); ++i)
      for (const std::size_t j : graph[i]) next[i] += now[j];
    const double most = *std::ranges::max_element(next);
    double moved = 0;
    for (std::size_t i = 0; i < next.size(); ++i) {
      next[i] /= most;
      moved = std::max(moved, std::abs(next[i] - now[i]));
    }
    now = std::move(next);
    if (moved < kSettled) break;
  }
  return now;
}

std::vector<std::size_t> coreness(const Neighbours& graph) {
  const std::size_t n = graph.size();
  std::vector<std::size_t> degree(n), core(n, 0);
  std::vector<char> gone(n, 0);
  for (std::size_t i = 0; i < n; ++i) degree[i] = graph[i].size();
  std::size_t level = 0;
  for (std::size_t taken = 0; taken < n; ++taken) {
    std::size_t least = n;
    for (std::size_t i = 0; i < n; ++i)
      if (gone[i] == 0 && (least == n || degree[i] < degree[least])) least = i;
    level = std::max(level, degree[least]);
    core[least] = level;
    gone[least] = 1;
    for (const std::size_t j : graph[least])
      if (gone[j] == 0) --degree[j];
  }
  return core;
}

double degree_centralisation(const Neighbours& graph) {
  const std::size_t n = graph.size();
  if (n < 3) return 0;
  std::size_t most = 0, sum = 0;
  for (const auto& one : graph) most = std::max(most, one.size());
  for (const auto& one : graph) sum += most - one.size();
  return static_cast<double>(sum) / static_cast<double>((n - 1) * (n - 2));
}

double modularity(const Neighbours& graph, const std::vector<std::size_t>& groups) {
  const double m = links_of(graph);
  if (m == 0) return 0;
  std::vector<double> inside(graph.size(), 0), degrees(graph.size(), 0);
  for (std::size_t i = 0; i < graph.size(); ++i) {
    degrees[groups[i]] += static_cast<double>(graph[i].size());
    for (const std::size_t j : graph[i]) inside[groups[i]] += groups[i] == groups[j] ? 1 : 0;
  }
  double sum = 0;
  for (std::size_t g = 0; g < graph.size(); ++g)
    sum += inside[g] / (2 * m) - degrees[g] * degrees[g] / (4 * m * m);
  return sum;
}

std::vector<std::size_t> communities(const Neighbours& graph) {
  const std::size_t n = graph.size();
  const double m = links_of(graph);
  std::vector<std::size_t> group(n);
  std::vector<std::vector<double>> between(n, std::vector<double>(n, 0));
  std::vector<double> degrees(n);
  std::vector<char> gone(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    group[i] = i;
    degrees[i] = static_cast<double>(graph[i].size());
    for (const std::size_t j : graph[i]) between[i][j] = 1;
  }
  while (m > 0) {
    std::size_t a = 0, b = 0;
    double best = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j) {
        if (gone[i] != 0 || gone[j] != 0 || between[i][j] == 0) continue;
        // Times 2 m^2, whole numbers: no tie hangs on rounding.
        const double gain = 2 * m * between[i][j] - degrees[i] * degrees[j];
        if (gain > best) best = gain, a = i, b = j;
      }
    if (best == 0) break;
    for (std::size_t k = 0; k < n; ++k) {
      between[a][k] += between[b][k];
      between[k][a] = between[a][k];
    }
    degrees[a] += degrees[b];
    gone[b] = 1;
    for (std::size_t& one : group)
      if (one == b) one = a;
  }
  std::vector<std::size_t> number(n, n);
  std::size_t next = 0;
  for (std::size_t& one : group) {
    if (number[one] == n) number[one] = next++;
    one = number[one];
  }
  return group;
}

std::vector<std::vector<int>> distances(const Neighbours& graph) {
  std::vector<std::vector<int>> far(graph.size(), std::vector<int>(graph.size(), -1));
  for (std::size_t source = 0; source < graph.size(); ++source) {
    std::vector<std::size_t> order{source};
    far[source][source] = 0;
    for (std::size_t at = 0; at < order.size(); ++at)
      for (const std::size_t next : graph[order[at]])
        if (far[source][next] < 0) {
          far[source][next] = far[source][order[at]] + 1;
          order.push_back(next);
        }
  }
  return far;
}

double joined_without(const Neighbours& graph, std::size_t lost) {
  Neighbours left = graph;
  left[lost].clear();
  for (auto& one : left) std::erase(one, lost);
  std::size_t joined = 0;
  for (const auto& row : distances(left))
    for (const int far : row) joined += far > 0 ? 1 : 0;
  const std::size_t n = graph.size();
  return n < 2 ? 0 : static_cast<double>(joined) / static_cast<double>(n * (n - 1));
}

}  // namespace entente::solve
