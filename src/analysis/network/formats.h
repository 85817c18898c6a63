/// A network as the texts of formats that others read. Directed, with the value of each tie.
///
/// Floor 5; part of network. Pure functions; names are escaped as each format asks.
#pragma once

#include <string>

#include "world/network.h"

namespace entente::analysis {

/// GraphML (Brandes and others 2002): nodes with name and strength, edges with value.
[[nodiscard]] std::string graphml(const world::Network& network);

/// GEXF 1.3, as Gephi reads it.
[[nodiscard]] std::string gexf(const world::Network& network);

/// Pajek: *Vertices and *Arcs, numbered from 1. A quote in a name becomes an apostrophe, as the
/// format has no escape.
[[nodiscard]] std::string pajek(const world::Network& network);

/// `from,to,value` with a header.
[[nodiscard]] std::string edge_list(const world::Network& network);

/// An actor table of KTAB with one dimension: power is the strength, position the highest promise
/// between the state and `hub` on a scale of 0 to 100, salience 50 for everybody, which is an
/// assumption. States without a strength are left out.
[[nodiscard]] std::string ktab(const world::Network& network, const std::string& hub);

}  // namespace entente::analysis
