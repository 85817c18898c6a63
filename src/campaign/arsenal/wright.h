/// Learning by doing: what the next rounds cost.
///
/// Floor 4; standard library only.
#pragma once

namespace entente::campaign {

/// Exponent b of a progress ratio in (0, 1]: unit n costs c1 n^-b, b = -log2(ratio); a ratio of 0.8
/// (a fall of 0.2 with each doubling) gives 0.32193. Source: Wright (1936), Factors affecting the
/// cost of airplanes.
[[nodiscard]] double learning_exponent(double progress_ratio);

/// Cost of unit `n` >= 1 where the first costs `first`.
[[nodiscard]] double unit_cost(double first, double n, double exponent);

/// What output so far teaches: one's own, and a share of what partners made.
struct Experience {
  double own = 0;       ///< Rounds made so far, >= 0.
  double partners = 0;  ///< Rounds that partners made, times the share that spills over.
};

/// Rounds that `budget` buys, where a round costs `cost` at one's own experience: the N with
///   cost * integral from 0 to N of ((own + partners + x) / own)^-b dx = budget.
/// Without experience (own = 0), or without learning, budget / cost. Learning lowers cost, not the
/// time to build: that is the line's. Errors: none; 0 where the cost is 0.
[[nodiscard]] double rounds_for(double budget, double cost, const Experience& experience,
                                double exponent);

}  // namespace entente::campaign
