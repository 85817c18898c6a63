/// Rows of values, one a world and draw of stakes, as `attribute` sums them.
///
/// Floor 6; part of goals.
#pragma once

#include <span>
#include <vector>

#include "inquiry/goals/attribute.h"
#include "solve/coverage_game.h"

namespace entente::inquiry {

/// What is known of one measure in one world and draw.
struct Worths {
  std::vector<double> shapley, banzhaf, owen, left_out;  ///< [player of those that are no dummies]
  double all = 0, none = 0;
  std::vector<double> interactions;  ///< [i * players + j]; may be empty.
};

/// In the order of the columns of `Attributed`.
[[nodiscard]] std::vector<double> row_of(const Worths& worths);

/// In closed form. REQUIRES: every thing needs one player at most. `number` gives the place of a
/// player among those that are no dummies.
[[nodiscard]] Worths closed_worths(const std::vector<Item>& things,
                                   const std::vector<std::size_t>& number,
                                   std::span<const int> unions);

/// From the values of all coalitions of those that are no dummies.
[[nodiscard]] Worths enumerated_worths(std::span<const double> values, std::span<const int> unions);

}  // namespace entente::inquiry
