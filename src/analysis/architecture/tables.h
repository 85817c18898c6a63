/// Tables and finding of an architecture.
///
/// Floor 5; part of architecture.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/architecture/variants.h"
#include "card/record.h"
#include "solve/connections.h"

namespace entente::analysis {

struct ArchitectureFindings {
  const Architecture& asked;
  const solve::Sums& sums;
  const campaign::Sampling& sampling;
  const world::Network& network;
  solve::Neighbours graph;  ///< Promises of defence, in either direction.
  solve::Connections model;
  std::vector<card::Mover> movers = {};  ///< Of what a withdrawal of every promise costs.
};

/// Links where either state promised the other defence.
[[nodiscard]] solve::Neighbours defence_links(const world::Network& network);

[[nodiscard]] std::span<const card::TableSpec> architecture_tables();
[[nodiscard]] std::span<const card::View> architecture_views();
void add_tables(card::Record& record, const ArchitectureFindings& findings);
[[nodiscard]] std::string architecture_finding(const ArchitectureFindings& findings);

}  // namespace entente::analysis
