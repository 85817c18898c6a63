/// One state's ladder over worlds of facts: plans, thresholds, waiting, baselines.
///
/// Floor 5; part of hedge.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "campaign/hedge/guarded.h"
#include "solve/sums.h"

namespace entente::analysis {

using campaign::Guarded;
using campaign::HedgeAsked;
using campaign::HedgeCase;
using campaign::HedgeGround;

inline constexpr std::size_t kLatticeBeliefs = 21;          ///< 0, .05, ..., 1.
inline constexpr std::size_t kOwnBelief = kLatticeBeliefs;  ///< The scenario's own comes last.
inline constexpr std::size_t kBeliefs = kLatticeBeliefs + 1;
inline constexpr std::array kPutOff = {1, 2, 5};  ///< Years by which a decision is put off.

/// Plans that need no optimum: what they begin by year.
using Begins = std::vector<solve::Programmes>;

/// Arms first or not, and accommodates in the same year.
struct Accommodation {
  int option = -1;  ///< -1: the state has no such option.
  int year = 0;     ///< In which it is begun: once the arms stand.
  Begins arms, alone, both;
};

[[nodiscard]] Accommodation accommodation_of(const Guarded& state, const HedgeCase& one,
                                             const Symbols& symbols);

/// A place in a row of figures.
struct HedgeColumns {
  std::size_t options = 0, years = 0;

  /// The highest belief of the lattice at which the best plan begins the option, and whether there
  /// is one.
  [[nodiscard]] std::size_t in_plan(std::size_t x) const { return 6 * x; }
  [[nodiscard]] std::size_t ever(std::size_t x) const { return 6 * x + 1; }
  /// The same for the option begun at once and alone, against doing nothing, whatever its gate.
  [[nodiscard]] std::size_t alone(std::size_t x) const { return 6 * x + 2; }
  [[nodiscard]] std::size_t alone_ever(std::size_t x) const { return 6 * x + 3; }
  [[nodiscard]] std::size_t own(std::size_t x) const { return 6 * x + 4; }  ///< In the own plan.
  [[nodiscard]] std::size_t open(std::size_t x) const { return 6 * x + 5; }
  [[nodiscard]] std::size_t best(std::size_t b) const { return 6 * options + b; }
  [[nodiscard]] std::size_t gain(std::size_t b) const { return best(kBeliefs) + b; }
  [[nodiscard]] std::size_t gain_spend(std::size_t b) const { return gain(kBeliefs) + b; }
  [[nodiscard]] std::size_t weak(std::size_t b) const { return gain_spend(kBeliefs) + b; }
  [[nodiscard]] std::size_t strong(std::size_t b) const { return weak(kBeliefs) + b; }
  [[nodiscard]] std::size_t put_off(std::size_t w, std::size_t b) const {
    return strong(kBeliefs) + w * kBeliefs + b;
  }
  /// Share of the guarantor's reliability that the own plan leaves.
  [[nodiscard]] std::size_t kept(std::size_t year) const {
    return put_off(kPutOff.size(), 0) + year;
  }
  /// Whether what is begun is the same as with the facts of the tables.
  [[nodiscard]] std::size_t same(std::size_t year, std::size_t b) const {
    return kept(years) + year * kBeliefs + b;
  }
  [[nodiscard]] std::size_t trade_cost() const { return same(years, 0); }
  [[nodiscard]] std::size_t size() const { return trade_cost() + 1; }
};

/// a - b, where what may be rounding counts as nothing.
[[nodiscard]] double less(double a, double b);

/// One state solved.
struct HedgeSolved {
  HedgeCase one;
  std::vector<actors::hedge::Point> points;  ///< Lattice, then the own belief.
  solve::PlanProblem problem;
  solve::RobustPlan plan;
  std::vector<double> nothing, spend;  ///< [belief] Baselines.
  Accommodation accommodation;
};

[[nodiscard]] HedgeSolved solve_hedge(const HedgeGround& ground, const Guarded& state,
                                      const campaign::WorldId& id, const Run& run);

/// The same of a case that is known.
[[nodiscard]] HedgeSolved solved_case(const HedgeGround& ground, const Guarded& state,
                                      HedgeCase one);

/// What stood or was in progress before the plan.
[[nodiscard]] solve::Programmes begun_before(const solve::PlanProblem& problem);

/// What the best plan at a belief has begun by the end, and by year.
[[nodiscard]] Begins begins_at(const HedgeSolved& solved, std::size_t belief);

/// The figures of a solved state, `central` being it with the facts of the tables.
[[nodiscard]] std::vector<double> figures_of(const HedgeSolved& solved, const HedgeSolved& central);

/// A state with everything that was worked out: in all worlds, or in those there were when the run
/// was stopped.
struct HedgeSwept {
  Guarded state;
  HedgeSolved central;
  /// The same without trade, where trade is counted.
  std::optional<HedgeSolved> without_trade;
  solve::Sums figures;                    ///< HedgeColumns.
  std::vector<std::vector<double>> rows;  ///< [world] The same figures one by one.
  bool complete = true;
};

/// A figure over the worlds in which another one is 1, each counting alike: mean, 90 % interval of
/// the mean, 5 and 95 % quantiles. Zeros where there is none.
[[nodiscard]] solve::Estimate among(const std::vector<std::vector<double>>& rows, std::size_t value,
                                    std::size_t indicator);

/// In so many worlds; 0: with the facts of the tables alone. Throws `Cancelled` where the run is
/// stopped before there are two.
[[nodiscard]] HedgeSwept sweep_hedge(const HedgeGround& ground, const Guarded& state,
                                     std::size_t worlds, std::uint64_t seed, const Run& run);

}  // namespace entente::analysis
