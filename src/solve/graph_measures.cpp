// The wall before igraph, which no other source includes. Debian builds it for one thread, so a
// lock lets one caller in at a time.
#include "solve/graph_measures.h"

#include <igraph/igraph.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <mutex>
#include <utility>

namespace entente::solve {
namespace {

constexpr int kRounds = 10000;  // Of the power method.
constexpr double kSettled = 1e-13;

/// A fault of igraph is ours: its arguments were checked.
void expect([[maybe_unused]] igraph_error_t code) { assert(code == IGRAPH_SUCCESS); }

class Reals {
 public:
  Reals() { expect(igraph_vector_init(&held_, 0)); }
  ~Reals() { igraph_vector_destroy(&held_); }
  Reals(const Reals&) = delete;
  Reals& operator=(const Reals&) = delete;

  [[nodiscard]] igraph_vector_t* get() { return &held_; }
  [[nodiscard]] std::vector<double> copy() const {
    return {VECTOR(held_), VECTOR(held_) + igraph_vector_size(&held_)};
  }

 private:
  igraph_vector_t held_;
};

class Wholes {
 public:
  Wholes() { expect(igraph_vector_int_init(&held_, 0)); }
  ~Wholes() { igraph_vector_int_destroy(&held_); }
  Wholes(const Wholes&) = delete;
  Wholes& operator=(const Wholes&) = delete;

  void add(std::size_t one) {
    expect(igraph_vector_int_push_back(&held_, static_cast<igraph_integer_t>(one)));
  }
  [[nodiscard]] igraph_vector_int_t* get() { return &held_; }
  [[nodiscard]] std::vector<std::size_t> copy() const {
    return {VECTOR(held_), VECTOR(held_) + igraph_vector_int_size(&held_)};
  }

 private:
  igraph_vector_int_t held_;
};

/// A network of igraph, and the right to call it.
class Network {
 public:
  explicit Network(const Neighbours& graph) : lock_(only_one()) {
    Wholes ends;
    for (std::size_t i = 0; i < graph.size(); ++i)
      for (const std::size_t j : graph[i])
        if (i < j) {
          ends.add(i);
          ends.add(j);
        }
    expect(igraph_create(&held_, ends.get(), static_cast<igraph_integer_t>(graph.size()),
                         IGRAPH_UNDIRECTED));
  }
  ~Network() { igraph_destroy(&held_); }
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  [[nodiscard]] const igraph_t* get() const { return &held_; }

 private:
  static std::mutex& only_one() {
    static std::mutex mutex;
    return mutex;
  }

  std::lock_guard<std::mutex> lock_;
  igraph_t held_;
};

bool without_links(const Neighbours& graph) {
  return std::ranges::all_of(graph, [](const auto& one) { return one.empty(); });
}

/// Groups numbered in the order of their first members.
void number_by_first(std::vector<std::size_t>& groups) {
  std::vector<std::size_t> number(groups.size(), groups.size());
  std::size_t next = 0;
  for (std::size_t& one : groups) {
    if (number[one] == groups.size()) number[one] = next++;
    one = number[one];
  }
}

}  // namespace

std::vector<double> betweenness(const Neighbours& graph) {
  const std::size_t n = graph.size();
  const Network network(graph);
  Reals found;
  expect(
      igraph_betweenness(network.get(), found.get(), igraph_vss_all(), IGRAPH_UNDIRECTED, nullptr));
  std::vector<double> paths = found.copy();
  const double pairs = n < 3 ? 1 : static_cast<double>((n - 1) * (n - 2)) / 2;
  for (double& one : paths) one /= pairs;
  return paths;
}

/// By hand: ARPACK, which igraph asks, remembers between calls, so that two calls differ in their
/// last bits.
std::vector<double> eigenvector_centrality(const Neighbours& graph) {
  std::vector<double> now(graph.size(), without_links(graph) ? 0.0 : 1.0);
  if (without_links(graph)) return now;
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
  const Network network(graph);
  Wholes found;
  expect(igraph_coreness(network.get(), found.get(), IGRAPH_ALL));
  return found.copy();
}

double degree_centralisation(const Neighbours& graph) {
  if (graph.size() < 3) return 0;
  const Network network(graph);
  igraph_real_t found = 0;
  expect(igraph_centralization_degree(network.get(), nullptr, IGRAPH_ALL, IGRAPH_NO_LOOPS, &found,
                                      nullptr, /*normalized=*/true));
  return found;
}

double modularity(const Neighbours& graph, const std::vector<std::size_t>& groups) {
  if (without_links(graph)) return 0;
  const Network network(graph);
  Wholes members;
  for (const std::size_t one : groups) members.add(one);
  igraph_real_t found = 0;
  expect(igraph_modularity(network.get(), members.get(), nullptr, /*resolution=*/1,
                           IGRAPH_UNDIRECTED, &found));
  return found;
}

std::vector<std::size_t> communities(const Neighbours& graph) {
  std::vector<std::size_t> groups;
  if (without_links(graph)) {
    for (std::size_t i = 0; i < graph.size(); ++i) groups.push_back(i);
    return groups;
  }
  const Network network(graph);
  Wholes members;
  expect(igraph_community_fastgreedy(network.get(), nullptr, nullptr, nullptr, members.get()));
  groups = members.copy();
  number_by_first(groups);
  return groups;
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
