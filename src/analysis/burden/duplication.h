/// What the same money buys when its members pool it into fewer types.
///
/// Floor 5; part of burden.
#pragma once

#include <vector>

#include "analysis/burden/asked.h"

namespace entente::analysis {

/// Types of a kind of equipment that a group keeps, beside those of a state that keeps fewer.
/// Splitting a purchase over n production lines costs n^kappa times as much, so with m lines in
/// place of n the same money buys (n/m)^kappa times as much. Source: Wright (1936) with the run
/// split; counts: the rows.
struct Duplicated {
  std::string kind, group, pooled_as;
  const world::Figure* types = nullptr;
  const world::Figure* fewer = nullptr;
  campaign::Knob types_knob, fewer_knob;
  bool all = false;  ///< Counts all kinds together: it is these that the money is spent on.
};

struct Duplication {
  std::vector<Duplicated> rows;
  /// Members of the group, and what share of its spending each puts into equipment, %.
  std::vector<std::size_t> pooled;
  std::vector<campaign::Knob> equipment;
};

[[nodiscard]] Duplication duplication_of(const scenario::Library& library, const BurdenFacts& facts,
                                         const Alliance& alliance);

/// (n/m)^kappa, at least 1. REQUIRES: m > 0.
[[nodiscard]] double bought_with(double types, double fewer, double kappa);

}  // namespace entente::analysis
