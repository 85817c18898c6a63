/// Which programmes to begin in which year under doubt: robust dynamic programming, exact.
///
/// Floor 1. A year's loss depends on a probability that is known only to lie in an interval; what
/// is feared and what is hoped for are weighed by a pessimism (alpha-maxmin).
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace entente::solve {

/// A set of programmes: bit x is programme x.
using Programmes = std::uint32_t;

inline constexpr std::size_t kMostProgrammes = 12;
inline constexpr int kMostYears = 40, kMostAtOnce = 3;

/// Something that is begun, takes some years, and then stands for good.
struct Programme {
  int lead = 1;        ///< Years from its begin until it stands, >= 1.
  int builds_on = -1;  ///< The programme whose lead counts towards this one where it stands; -1:
                       ///< none. At least a year is left.
  double cost = 0;     ///< A year from its begin on; counts against the budget alone.
};

/// What a year costs.
struct YearPayoff {
  double loss_low = 0, loss_high = 0;  ///< Expected loss at the ends of the interval of a belief.
  double cost = 0;                     ///< Whatever is believed.
};

struct PlanProblem {
  std::vector<Programme> programmes;  ///< At most `kMostProgrammes`, without circles.
  int years = 15;                     ///< In [1, kMostYears].
  int at_once = 2;                    ///< Programmes in progress, in [1, kMostAtOnce].
  double discount = 0.95;             ///< Of a year, in (0, 1].
  double pessimism = 0.7;             ///< Weight of the worse end, in [0, 1]; 1 is maxmin.
  double budget = std::numeric_limits<double>::infinity();  ///< A year; limits what is begun.
  Programmes open = ~Programmes{0};                         ///< Those that may be begun.
  Programmes stand = 0;                                     ///< Those that stand at the start.
  std::vector<int> left;       ///< Years left of those in progress at the start; empty: none is.
  std::size_t beliefs = 1;     ///< Points of the map, each a problem of its own.
  std::vector<double> weight;  ///< [year] of the loss; empty: 1 in every year.
  /// A year in which some programmes stand and others are in progress, those begun in it included.
  std::function<YearPayoff(Programmes stand, Programmes running, std::size_t belief)> payoff;
};

/// The best plan at every belief. `waited` is the same if nothing is begun before the year.
struct RobustPlan {
  std::size_t beliefs = 1;
  std::vector<double> value;       ///< [belief] of the best plan, over all years; <= 0 for losses.
  std::vector<Programmes> begins;  ///< [year * beliefs + belief]
  std::vector<double> waited;      ///< [year * beliefs + belief] Value from that year on.
  std::vector<Programmes> waited_begins;  ///< [year * beliefs + belief]
  std::size_t states = 0;  ///< Different states of the programmes that were looked at.
};

/// V_t(s) = max over what is begun of alpha min + (1 - alpha) max over the ends of the interval of
/// (-loss - cost) + discount V_{t+1}(s'), V = 0 after the last year. The loss is linear in the
/// probability, so the ends of the interval suffice; intervals of different years are independent
/// (rectangular). Of equally good choices the one that begins least is taken, then the first by
/// number. Abandoning a programme is never better than not having begun it, as beliefs stand still
/// and a programme in progress only costs, so it is not among the choices. Exact. Cost
/// O(years x beliefs x transitions) after O(transitions); ten programmes of 1 to 8 years, two at
/// once: 7e4 states, 2e5 transitions.
/// REQUIRES: what is said at the members; what was begun before keeps within the budget.
/// Source: Ghirardato, Maccheroni and Marinacci (2004); Iyengar (2005); Nilim and El Ghaoui (2005).
[[nodiscard]] RobustPlan robust_plan(const PlanProblem& problem);

/// The value of a plan that is fixed, [belief], whatever the budget, the number at once and what is
/// open; `begins` by year, none after its end. What was begun before is not begun again.
[[nodiscard]] std::vector<double> value_of(const PlanProblem& problem,
                                           std::span<const Programmes> begins);

/// The value of the start if nothing is begun for so many years and the best is done from then on,
/// [belief]. REQUIRES: 0 <= years <= problem.years.
[[nodiscard]] std::vector<double> value_if_put_off(const PlanProblem& problem,
                                                   const RobustPlan& plan, int years);

/// Years until a programme stands if it is begun where `stand` do.
[[nodiscard]] int lead_where(const PlanProblem& problem, std::size_t programme, Programmes stand);

}  // namespace entente::solve
