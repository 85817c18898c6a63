/// Values by random orders, for more players than can be enumerated.
///
/// Floor 6; part of goals. A batch is an order and its reverse (antithetic), for each of the
/// Shapley and the Owen value, and a random coalition and its complement for the Banzhaf value. All
/// worlds see the same orders. Source: Castro, Gomez and Tejada (2009), Computers and Operations
/// Research 36: 1726-1730; models of this project, A11.
#pragma once

#include <vector>

#include "inquiry/goals/evaluate.h"

namespace entente::inquiry {

/// Means over batches so far, in one world. Flat: [player * columns + column], a column a draw of
/// stakes and measure.
struct Batch {
  std::vector<double> shapley, owen, banzhaf;
};

/// The batch of this number. `players` are those that are no dummies; `columns` as `values` has
/// them. Cost: 6 coalitions a player.
[[nodiscard]] Batch sampled_batch(World& world, const Played& played,
                                  const std::vector<std::size_t>& players,
                                  std::span<const Measure* const> measures, std::size_t number);

}  // namespace entente::inquiry
