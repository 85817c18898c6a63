/// Which option a body of unequal actors comes to: contests of options, an election among them, and
/// bargains on a line.
///
/// Floor 1; uses base. Same bytes on every machine: plain double arithmetic in a fixed order.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace entente::solve {

/// How much of its weight an actor throws behind an option: as much as it prefers it, all, or the
/// cube of that.
enum class Vote { proportional, binary, cubic };
/// What coalitions of unequal weight do to the odds: P = c^k / (c^k + d^k) with k = 1, 2, 4, or the
/// heavier wins.
enum class Victory { linear, square, quartic, binary };

/// Somebody on a line of options.
struct Chooser {
  double weight = 1;  ///< Strength times salience, not below 0.
  double ideal = 0;
  double never_below = -std::numeric_limits<double>::infinity();  ///< It makes no offer beyond.
  double never_above = std::numeric_limits<double>::infinity();
  int bloc = -1;  ///< Choosers of one bloc, from 0, vote as one; -1: alone.
};

struct ChoiceRules {
  double range = 1;     ///< Length of the line, above 0: what a distance is measured by.
  double exponent = 1;  ///< Of distance in utility, [1, 2]; 1 is neutral towards risk.
  Vote vote = Vote::proportional;
  Victory victory = Victory::square;
  double contest_cost = 0.05;  ///< What a contest costs either side, in utility, [0, 1].
};

/// u = 1 - (|ideal - option| / range)^exponent.
[[nodiscard]] double choice_utility(double ideal, double option, const ChoiceRules& rules);

/// P(option i beats option j), row i; 1/2 on the diagonal and where nobody prefers either. A bloc
/// throws all it would have thrown either way behind what more of it wants. Cost O(options^2 x
/// choosers).
[[nodiscard]] std::vector<double> contests(const std::vector<Chooser>& choosers,
                                           const std::vector<double>& options,
                                           const ChoiceRules& rules);

/// The probabilistic Condorcet election: the stationary law of a chain that goes from j to i with
/// probability P(i beats j) / (n - 1). Options outside the top cycle get 0. REQUIRES: `beats` is
/// n x n with beats[i][j] + beats[j][i] = 1. Cost O(n^3).
/// Source: Grassmann, Taksar and Heyman (1985), Operations Research 33: 1107-1116.
[[nodiscard]] std::vector<double> condorcet_election(const std::vector<double>& beats,
                                                     std::size_t n);

/// Mean of ideals by weight; the plain mean where all weights are 0. REQUIRES: not empty.
[[nodiscard]] double weighted_mean(const std::vector<Chooser>& choosers);
/// The least ideal with at least half of all weight at or below. REQUIRES: not empty.
[[nodiscard]] double weighted_median(const std::vector<Chooser>& choosers);

/// One accepted offer.
struct Shift {
  std::size_t round = 1, mover = 0, proposer = 0;
  double from = 0, to = 0;
  double p_win = 0;  ///< Of the proposer in the contest that is not fought.
};

struct Bargain {
  std::vector<Shift> shifts;
  std::vector<std::vector<double>> positions;  ///< Before the first round, then after each.
  bool settled = true;                         ///< False where the rounds ran out.
};

/// Bargains until nothing moves, or `most_rounds`. A pair means to either side the mean of its
/// utilities of both positions; a contest puts both at one of them. i challenges j where
/// (P - 1/2) (u_i(x_i) - u_i(x_j)) exceeds the cost of a contest; it offers that j comes 2P - 1 of
/// the way, cut at what j would never pass, and j takes the offer that asks least of it, where both
/// gain over the contest. Utilities stay those of the ideals. Cost O(choosers^3) a round.
[[nodiscard]] Bargain bargain(const std::vector<Chooser>& choosers, const ChoiceRules& rules,
                              std::size_t most_rounds);

}  // namespace entente::solve
