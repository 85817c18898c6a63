#include "solve/robust_plan.h"

#include <vector>

#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

/// One programme of three years at 1 a year against a loss of 10 with probability .1 a year, unless
/// the guarantor honours its promise or the programme stands. `doubt`: half the width of the
/// interval around each belief.
solve::PlanProblem toy(const std::vector<double>& beliefs, double doubt = 0, double pessimism = 1) {
  solve::PlanProblem p;
  p.programmes = {{.lead = 3}};
  p.years = 10;
  p.pessimism = pessimism;
  p.beliefs = beliefs.size();
  p.payoff = [=](solve::Programmes stand, solve::Programmes running, std::size_t b) {
    const double exposed = stand != 0 ? 0.0 : 1.0;
    return solve::YearPayoff{exposed * (1 - beliefs[b] + doubt), exposed * (1 - beliefs[b] - doubt),
                             running != 0 ? 1.0 : 0.0};
  };
  return p;
}

double threshold(double doubt, double pessimism) {
  double low = doubt, high = 1 - doubt;
  for (int i = 0; i < 50; ++i) {
    const double middle = (low + high) / 2;
    const bool begins = robust_plan(toy({middle}, doubt, pessimism)).begins.front() != 0;
    (begins ? low : high) = middle;
  }
  return low;
}

std::vector<Check> run(const scenario::Request&, card::Record&) {
  const solve::RobustPlan plan = robust_plan(toy({0.4, 0.5, 0.3}));
  std::vector<Check> checks{
      near("value at reliability .4", -4.564, plan.value[0], 1e-6),
      near("value at reliability .5", -4.0126, plan.value[1], 5e-5),
      near("value at reliability .3", -4.84925, plan.value[2], 1e-6),
      near("reliability below which to build now", 0.448554, threshold(0, 1), 1e-6)};
  const auto begun = [&](std::size_t b) {
    double years = 0;
    for (std::size_t t = 0; t < 10; ++t) years += plan.waited_begins[t * 3 + b] != 0 ? 1 : 0;
    return years;
  };
  checks.push_back(near("years in which to begin still pays, at .4", 1, begun(0), 0));
  checks.push_back(near("years in which to begin still pays, at .3", 2, begun(2), 0));
  checks.push_back(near("threshold at the worst of an interval of .2 either way", 0.648554,
                        threshold(0.2, 1), 1e-6));
  checks.push_back(
      near("threshold where worst and best weigh alike", 0.448554, threshold(0.2, 0.5), 1e-6));
  return checks;
}

}  // namespace

const Case robust_plan_case{
    "robust_plan",
    "Whether to build under doubt about a guarantor: one programme, ten years, with and without "
    "ambiguity.",
    "threshold of a hedge",
    "Closed form 1 - (1 + d + d^2) / (d^3 + ... + d^9), d = .95; alpha-maxmin: Ghirardato, "
    "Maccheroni and Marinacci (2004)",
    "derived",
    run};

}  // namespace entente::inquiry
