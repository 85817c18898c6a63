/// Optima of a set, element by element.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "campaign/allocation.h"
#include "campaign/terms.h"

namespace entente::campaign {

/// A world with the terms that its draws share. Made once, passed on by pointer.
struct SharedWorld {
  Numbers numbers;
  WorldTerms terms;  ///< Points to `numbers` and to the situation.
};
[[nodiscard]] std::unique_ptr<const SharedWorld> shared_world(const Situation& situation,
                                                              Numbers numbers);

/// One draw of it.
[[nodiscard]] DrawTerms draw_in(const SharedWorld& world, Honour honour, std::uint64_t seed = 0,
                                std::uint64_t draw = 0);

/// One element of a set; weighted, in the unit of the objective: `Situation::percent` makes it the
/// gap.
struct Optimum {
  double shortfall = 0;  ///< The least.
  double required = 0;   ///< If nothing came.
  double unlimited = 0;  ///< If every state that comes had unlimited forces.
};

/// [element]; zeros for those that `wanted`, where it is not empty, leaves out. An empty set
/// misses nothing. Cost: one reduced programme an element. REQUIRES: lift is not limited.
[[nodiscard]] std::vector<Optimum> optima(const DrawTerms& terms, std::span<const int> set,
                                          const std::vector<bool>& wanted = {});

/// Their sums, under any rules of movement. With limited lift, elements cannot be left out.
[[nodiscard]] Optimum optimum(const DrawTerms& terms, std::span<const int> set);
/// The least shortfall alone.
[[nodiscard]] double shortfall(const DrawTerms& terms, std::span<const int> set,
                               const std::vector<bool>& wanted = {});

/// What each element is asked for in a set, and its canonical allocation.
struct SetAllocation {
  std::vector<Problem> problems;  ///< [element]
  std::vector<Allocation> best;   ///< [element]
};
/// Under any rules of movement. Cost: one programme an element; with limited lift those that need
/// it are one.
[[nodiscard]] SetAllocation allocate_set(const DrawTerms& terms, std::span<const int> set);

/// The gap by counting heads: everything that states that may come own, at once, anywhere, against
/// the demand of the set; no time, no readiness, no doubt. In the unit of the gap.
[[nodiscard]] double head_count_gap(const Situation& situation, const Numbers& numbers,
                                    std::span<const int> set);

}  // namespace entente::campaign
