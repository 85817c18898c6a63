#include "campaign/shortages.h"

#include <algorithm>

#include "campaign/outline.h"
#include "campaign/programme.h"
#include "campaign/small_programme.h"

namespace entente::campaign {
namespace {

/// Below it a number of units is rounding of the solver.
constexpr double kRounding = 1e-9;

/// A column that is at least the unmet share of every contingency, of what was asked at first.
int add_largest(solve::LinearProgramme& lp, const Programme& programme, const Outline& rest,
                const std::vector<double>& asked, const std::vector<double>& time) {
  const int largest = lp.column(0, 0, solve::kInfinity);
  for (std::size_t c = 0; c < rest.places; ++c) {
    const int row = lp.row(0, solve::kInfinity);
    double all = 0;
    for (std::size_t t = 0; t < rest.periods; ++t) {
      const std::size_t at = c * rest.periods + t;
      if (rest.weight[at] > 0) all += time[t] * asked[at];
      if (const int column = programme.short_column(at); column >= 0)
        lp.entry(row, column, -time[t]);
    }
    if (all > 0) lp.entry(row, largest, all);
  }
  return largest;
}

/// By the general solver.
std::vector<double> generally(const Outline& rest, const std::vector<double>& asked,
                              const std::vector<double>& time) {
  std::vector<double> found = rest.net;
  const Problem problem = problem_of(rest);
  const Programme programme(problem, false);
  solve::LinearProgramme lp = programme.lp();
  const int largest = add_largest(lp, programme, rest, asked, time);
  solve::Simplex simplex(lp);
  simplex.solve();
  std::vector<double> cost(lp.columns.size(), 0.0);
  cost[static_cast<std::size_t>(largest)] = 1;
  simplex.refine(cost);
  for (std::size_t i = 0; i < found.size(); ++i)
    if (const int column = programme.short_column(i); column >= 0) found[i] = simplex.value(column);
  return found;
}

}  // namespace

std::vector<double> shortages(const DrawTerms& terms, std::span<const int> set, int element,
                              SmallProgramme& small) {
  Outline rest = outline_of(terms, set, element);
  const std::vector<double> asked = rest.net;
  const std::vector<double>& time = terms.world->situation->share;
  reduce(rest);
  std::vector<double> found = rest.net;
  if (rest.slots.empty() || required(rest) <= 0) return found;
  if (small.optimum(rest) && small.level(asked, time) && small.kept())
    for (std::size_t i = 0; i < found.size(); ++i) found[i] = small.lacking(i);
  else
    found = generally(rest, asked, time);
  for (double& units : found)
    if (units < kRounding) units = 0;
  return found;
}

std::vector<double> shortages(const DrawTerms& terms, std::span<const int> set, int element) {
  SmallProgramme small;
  return shortages(terms, set, element, small);
}

}  // namespace entente::campaign
