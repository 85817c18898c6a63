/// What the shape of a network says of its states.
///
/// Floor 1; uses base. Undirected, without weights. By igraph 0.10, but for distances, which small
/// networks are asked for by the ten thousand, and the eigenvector. Safe from many threads, which
/// wait for one another.
#pragma once

#include <cstddef>
#include <vector>

namespace entente::solve {

/// Neighbours of every node, ascending. REQUIRES of all below: symmetric, nobody its own neighbour.
using Neighbours = std::vector<std::vector<std::size_t>>;

/// Share of all shortest paths between others that lead through each node, in [0, 1]. Cost O(n m).
/// Source: Freeman (1977); Brandes (2001).
[[nodiscard]] std::vector<double> betweenness(const Neighbours& graph);

/// The leading eigenvector of the network, largest entry 1; all 0 without links. By the power
/// method on A + I. Source: Bonacich (1972).
[[nodiscard]] std::vector<double> eigenvector_centrality(const Neighbours& graph);

/// The largest k such that a node is in a part where all have k neighbours. Source: Seidman (1983).
[[nodiscard]] std::vector<std::size_t> coreness(const Neighbours& graph);

/// Freeman's degree centralisation: 1 for a star, 0 where all have as many. 0 below three nodes.
/// Source: Freeman (1979).
[[nodiscard]] double degree_centralisation(const Neighbours& graph);

/// Communities by joining, again and again, the two whose union raises modularity most, as long as
/// one does; numbered in the order of their first members. Source: Clauset,
/// Newman and Moore (2004).
[[nodiscard]] std::vector<std::size_t> communities(const Neighbours& graph);
[[nodiscard]] double modularity(const Neighbours& graph, const std::vector<std::size_t>& groups);

/// Share of pairs that a path joins, of all n (n - 1) / 2 pairs of the network as it was, once
/// `lost` is gone.
[[nodiscard]] double joined_without(const Neighbours& graph, std::size_t lost);

/// Links between nodes, -1 where there is no path. Cost O(n m).
[[nodiscard]] std::vector<std::vector<int>> distances(const Neighbours& graph);

}  // namespace entente::solve
