/// How ties form, deepen and lapse: an actor-oriented model of valued ties without direction.
///
/// Floor 1; uses base. Actor i weighs what its ties are worth to it,
///   f_i(x) = sum_j x_ij (worth_ij + b_closure g(s_ij) + b_degree sqrt(d_j)),
/// x_ij the rung of a tie, s_ij the partners that i and j share and d_j the partners of j beside i,
/// both by ties of `counts_from` rungs or more, g(s) = 2 (1 - 2^-s) (geometrically weighted, decay
/// ln 2: a tenth shared partner adds little). In a micro-step it may move one tie by one rung:
/// option k has probability proportional to exp(f_i(after k) - f_i(x)), where a rung that is given
/// up loses `keep` besides (endowment), and doing nothing counts 1. A rung up needs the other's
/// consent, given with probability logistic(f_j(after) - f_j(x)); a rung down does not. No state,
/// no random numbers of its own: draws come in. Sources: Snijders (2001), Sociological Methodology
/// 31; Snijders and Pickup (2017) on ties without direction; Snijders, Pattison, Robins and
/// Handcock (2006) on geometrically weighted statistics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "solve/graph_measures.h"

namespace entente::solve {

/// Rungs of ties between n actors; symmetric, nobody tied to itself.
class ValuedTies {
 public:
  explicit ValuedTies(std::size_t actors = 0) : n_(actors), rungs_(actors * actors, 0) {}

  [[nodiscard]] std::size_t size() const { return n_; }
  [[nodiscard]] int at(std::size_t i, std::size_t j) const { return rungs_[i * n_ + j]; }
  /// REQUIRES: i != j, 0 <= rung < 256.
  void set(std::size_t i, std::size_t j, int rung) {
    rungs_[i * n_ + j] = rungs_[j * n_ + i] = static_cast<std::uint8_t>(rung);
  }
  bool operator==(const ValuedTies&) const = default;

 private:
  std::size_t n_;
  std::vector<std::uint8_t> rungs_;
};

/// What ties hang on.
struct Formation {
  std::vector<double> worth;  ///< [i * n + j] of a rung to i; covariates less the cost.
  double closure = 0.4;       ///< b_closure.
  double degree = 0;          ///< b_degree.
  double keep = 0;            ///< Lost besides with a rung that is given up.
  int highest = 1;            ///< The most rungs of a tie.
  int counts_from = 1;        ///< Rungs from which a tie makes partners.
};

/// What became of an opportunity.
struct MicroStep {
  std::size_t other = 0;
  int change = 0;  ///< +1, -1, or 0: nothing was tried.
  bool done = false;
};

/// f_i(x). Cost O(n^2).
[[nodiscard]] double satisfaction(const ValuedTies& ties, const Formation& formation,
                                  std::size_t i);

/// f_i(after) - f_i(x) where the tie of i and j moves by `change`, without `keep`. Cost O(n^2).
[[nodiscard]] double gain_of(const ValuedTies& ties, const Formation& formation, std::size_t i,
                             std::size_t j, int change);

/// Who is a partner of whom, 64 actors a word.
class Partners;

/// Opportunities one after the other, with who is a partner of whom kept up to date.
class MicroSteps {
 public:
  /// Both must outlive it, and nobody else may move the ties. Cost O(n^2).
  MicroSteps(ValuedTies& ties, const Formation& formation);
  ~MicroSteps();
  MicroSteps(const MicroSteps&) = delete;
  MicroSteps& operator=(const MicroSteps&) = delete;

  /// One opportunity of actor i: `choice` in (0, 1) picks the option, in the order of actors with
  /// up before down, and `consent` in (0, 1) decides for the other. Moves the tie. Cost O(n), and
  /// another O(n) for every tie one rung away from making or unmaking partners.
  MicroStep step(std::size_t i, double choice, double consent);

 private:
  struct Option {
    MicroStep step;
    double gain = 0, weight = 0;
  };

  ValuedTies& ties_;
  const Formation& formation_;
  std::unique_ptr<Partners> partners_;
  std::vector<Option> options_;  ///< Of the step at hand; kept for its memory.
};

/// One opportunity by itself. Cost O(n^2).
MicroStep micro_step(ValuedTies& ties, const Formation& formation, std::size_t i, double choice,
                     double consent);

/// The shape of a network, for goodness of fit.
struct Shape {
  double density = 0;       ///< Share of pairs that are tied.
  double transitivity = 0;  ///< 3 triangles over paths of two links; 0 where there are none.
  std::vector<std::size_t> degrees;    ///< [d] actors with d partners.
  std::vector<std::size_t> triads;     ///< [m] triples with m links, m = 0..3.
  std::vector<std::size_t> geodesics;  ///< [k] pairs k links apart, k >= 1; [0]: no path.
};

/// Who is a partner of whom by ties of `from` rungs or more.
[[nodiscard]] Neighbours partners(const ValuedTies& ties, int from);

/// Cost O(n m) and O(sum of squared degrees).
[[nodiscard]] Shape shape_of(const Neighbours& graph);

/// Its transitivity alone. Cost O(sum of squared degrees).
[[nodiscard]] double transitivity(const Neighbours& graph);

}  // namespace entente::solve
