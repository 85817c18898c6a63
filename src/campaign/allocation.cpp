#include "campaign/allocation.h"

#include <algorithm>

#include "campaign/canonical.h"
#include "campaign/programme.h"

namespace entente::campaign {
namespace {

using solve::LinearProgramme;

/// How far demand is lowered to find the price to the right of a kink, relative to its size; far
/// above the solver's tolerance (1e-9), far below any unit of force.
constexpr double kAside = 1e-5;

/// Below it a number of units is rounding of the solver.
constexpr double kRounding = 1e-9;

double clean(double units) { return units < kRounding ? 0 : units; }

/// Nothing is asked, or nothing can come: no programme is needed.
bool trivial(const Problem& p) { return p.slots.empty() || p.required() <= 0; }

/// Prices to the right: demand is moved aside a little, by amounts that differ so that no new tie
/// arises, and moved back afterwards.
std::vector<double> prices(const Problem& p, const Programme& programme, solve::Simplex& simplex) {
  std::vector<int> rows;
  std::vector<LinearProgramme::Row> aside, back;
  for (std::size_t i = 0; i < p.net.size(); ++i) {
    const int row = programme.cover_row(i);
    if (row < 0) continue;
    const double step = kAside * std::max(1.0, p.net[i]) *
                        (1 + static_cast<double>(i + 1) / static_cast<double>(p.net.size() + 1));
    rows.push_back(row);
    aside.push_back({p.net[i] - step, solve::kInfinity});
    back.push_back({p.net[i], solve::kInfinity});
  }
  simplex.move_rows(rows, aside);
  std::vector<double> found;
  for (std::size_t l = 0; l < p.limits.size(); ++l) {
    const Limit& limit = p.limits[l];
    double price = 0;
    for (std::size_t t = 0; t < p.periods; ++t) {
      if (const int row = programme.all_row(l, t); row >= 0)
        price -= simplex.dual(row) * limit.all_unit[t];
      if (const int row = programme.away_row(l, t); row >= 0)
        price -= simplex.dual(row) * limit.away_unit[t];
      for (std::size_t j = limit.begin; j < limit.end; ++j)
        if (const int column = programme.unit_column(j, t); column >= 0)
          price -= std::min(0.0, simplex.reduced_cost(column)) * p.slots[j].unit[t];
    }
    found.push_back(std::max(0.0, price));
  }
  simplex.move_rows(rows, back);
  return found;
}

/// The further aims, each over the optima of those before it.
void refine(const Problem& p, const Programme& programme, const Situation& situation,
            solve::Simplex& simplex) {
  std::vector<double> cost(programme.lp().columns.size(), 0.0);
  cost[static_cast<std::size_t>(programme.largest())] = 1;
  if (!simplex.refine(cost)) return;
  const auto over_sent = [&](auto&& rate) {
    std::ranges::fill(cost, 0.0);
    for (std::size_t j = 0; j < p.slots.size(); ++j)
      cost[static_cast<std::size_t>(programme.unit_column(j, p.periods - 1))] = rate(p.slots[j]);
    return simplex.refine(cost);
  };
  if (!over_sent([](const Slot& slot) { return slot.days; })) return;
  over_sent([&](const Slot& slot) {  // Earlier owners, then earlier pools of an owner.
    return 1.0 + situation.pools[static_cast<std::size_t>(slot.pool)].owner +
           static_cast<double>(slot.pool) / static_cast<double>(situation.pools.size());
  });
}

Allocation untouched(const Problem& p) {
  Allocation result;
  result.shortage = p.net;
  result.sent.assign(p.slots.size(), 0.0);
  result.at_work.assign(p.slots.size() * p.periods, 0.0);
  result.price.assign(p.limits.size(), 0.0);
  result.objective = p.required();
  return result;
}

}  // namespace

double least_shortfall(Outline& outline, SmallProgramme& small) {
  reduce(outline);
  const double asked = required(outline);
  if (outline.slots.empty() || asked <= 0) return asked;
  if (const auto optimum = small.optimum(outline)) return *optimum;
  const Problem rest = problem_of(outline);
  return solve::minimum(Programme(rest, false).lp());
}

double least_shortfall(Outline outline) {
  SmallProgramme small;
  return least_shortfall(outline, small);
}

double least_shortfall(const Problem& problem) { return least_shortfall(outline_of(problem)); }

Allocation allocate_generally(const Problem& p, const Situation& situation) {
  Allocation result = untouched(p);
  if (trivial(p)) return result;
  const Programme programme(p, true);
  solve::Simplex simplex(programme.lp());
  simplex.solve();
  result.objective = simplex.objective();
  result.price = prices(p, programme, simplex);
  refine(p, programme, situation, simplex);
  for (std::size_t i = 0; i < p.net.size(); ++i)
    if (const int column = programme.short_column(i); column >= 0)
      result.shortage[i] = clean(simplex.value(column));
  for (std::size_t j = 0; j < p.slots.size(); ++j) {
    result.sent[j] = clean(simplex.value(programme.unit_column(j, p.periods - 1)));
    for (std::size_t t = p.slots[j].first; t < p.periods; ++t)
      result.at_work[j * p.periods + t] =
          p.slots[j].works[t] * clean(simplex.value(programme.unit_column(j, t)));
  }
  return result;
}

Allocation allocate(const Problem& p, const Situation& situation, SmallProgramme& small) {
  if (trivial(p)) return untouched(p);
  if (auto found = canonical(p, situation, small)) return std::move(*found);
  return allocate_generally(p, situation);
}

Allocation allocate(const Problem& p, const Situation& situation) {
  SmallProgramme small;
  return allocate(p, situation, small);
}

}  // namespace entente::campaign
