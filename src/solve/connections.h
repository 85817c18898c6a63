/// The connections model of Jackson and Wolinsky (1996), Journal of Economic Theory 71.
///
/// Floor 1; uses base. u_i = sum over others of delta^distance, less c for each link of i.
#pragma once

#include <vector>

#include "solve/graph_measures.h"

namespace entente::solve {

/// REQUIRES: 0 < delta < 1, cost >= 0.
struct Connections {
  double delta = 0.5, cost = 0.2;
};

[[nodiscard]] std::vector<double> utilities(const Neighbours& graph, const Connections& model);
[[nodiscard]] double welfare(const Neighbours& graph, const Connections& model);

/// Whether nobody gains by cutting a link, and no missing link would make one of its ends better
/// off and the other no worse. Differences below 1e-12 are ties. Cost O(n^2 n m).
[[nodiscard]] bool pairwise_stable(const Neighbours& graph, const Connections& model);

/// Every pairwise stable network of n states, by enumeration in the order of their links, and the
/// largest welfare of all networks. REQUIRES: 2 <= n <= 6.
struct StableNetworks {
  std::vector<Neighbours> stable;
  std::vector<Neighbours> efficient;
  double best = 0;
};
[[nodiscard]] StableNetworks stable_networks(std::size_t n, const Connections& model);

/// Networks to compare: everybody with the first; a ring, each with the next.
[[nodiscard]] Neighbours star(std::size_t n);
[[nodiscard]] Neighbours ring(std::size_t n);

}  // namespace entente::solve
