/// What protected states and makers of ties do about it.
#include <algorithm>
#include <bit>
#include <cmath>

#include "analysis/forecast/life.h"
#include "analysis/forecast/opportunities.h"
#include "solve/normal.h"

namespace entente::analysis {
namespace {

using solve::Programmes;

constexpr std::string_view kSpend = "spend";
}  // namespace

/// Spending goes some of the way to the best reply to what others can be counted on for.
void Life::spend() {
  for (std::size_t i = 0; i < wards_.size(); ++i) {
    const solve::Contributor& one = w_.spenders[i];
    if (g_.maker_of[i] < 0) continue;
    const TieMaker& maker = g_.makers[static_cast<std::size_t>(g_.maker_of[i])];
    Ward& ward = wards_[i];
    const double best = best_reply(one, counted_on(w_.cases[i], maker.spending, believed(i)));
    const double most = maker.spending + g_.asked.hedge.budget / 100 * maker.gdp;
    ward.spending += w_.terms.burden_speed * (std::min(best, most) - ward.spending);
  }
}

double Life::option_costs(std::size_t i) const {
  const Ward& ward = wards_[i];
  double sum = 0;
  for (std::size_t x = 0; x < ward.options; ++x) {
    const actors::hedge::Rung& rung = ward.ladder.rungs[x];
    if (rung.price != actors::hedge::Price::none) continue;
    if ((ward.stand >> x & 1) != 0)
      sum += rung.cost * (rung.whole_upkeep ? 1 : ward.ladder.premises.upkeep);
    else if (ward.left[x] > 0)
      sum += rung.cost;
  }
  return sum;
}

/// A year's progress of what was begun, then one more step where it pays.
void Life::plan() {
  for (std::size_t i = 0; i < wards_.size(); ++i) {
    Ward& ward = wards_[i];
    for (std::size_t x = 0; x < ward.options; ++x)
      if (ward.left[x] > 0 && --ward.left[x] == 0) ward.stand |= Programmes{1} << x;
    set_extra_rungs(i);
    consider(i);
  }
}

/// Begins the option that is worth most by itself over the years planned, if any is worth
/// anything: the others of `hedge` wait for the next year.
void Life::consider(std::size_t i) {
  Ward& ward = wards_[i];
  const campaign::Guarded& state = g_.guarded[i];
  const Symbols& symbols = g_.hedge.library.world.symbols;
  const int running = std::popcount(ward.running());
  if (running >= g_.asked.hedge.at_once) return;
  double committed = 0;
  for (std::size_t x = 0; x < ward.options; ++x)
    if ((ward.begun() >> x & 1) != 0) committed += ward.ladder.rungs[x].cost;
  const actors::hedge::Point point =
      actors::hedge::point_of(believed(i), ward.belief.alpha + ward.belief.beta);
  solve::PlanProblem problem = ward.frame;
  problem.stand = ward.stand;
  problem.left = ward.left;
  Programmes last = ~Programmes{0};
  actors::hedge::War war;
  problem.payoff = [&](Programmes stand, Programmes in_progress, std::size_t) {
    if (stand != last) war = war_of(ward.ladder, stand);
    last = stand;
    return year_of(ward.ladder, war, point, stand, in_progress);
  };
  const double nothing = value_of(problem, {}).front();
  double most = 1e-9 * (1 + std::abs(nothing));
  std::size_t best = ward.options;
  for (std::size_t x = 0; x < ward.options; ++x) {
    const Programmes one = Programmes{1} << x;
    // What is spent is decided by the best reply of `spend`.
    if ((w_.cases[i].open & one) == 0 || (ward.begun() & one) != 0 ||
        symbols.name(state.options[x]->option) == kSpend ||
        committed + ward.ladder.rungs[x].cost > g_.asked.hedge.budget)
      continue;
    const Programmes begins[] = {one};
    const double gain = value_of(problem, begins).front() - nothing;
    if (gain <= most) continue;
    most = gain;
    best = x;
  }
  if (best < ward.options) ward.left[best] = lead_where(problem, best, ward.stand);
}

/// Opportunities come to every maker at random times of the year; each moves at most one tie.
void Life::make_ties() {
  const std::size_t n = g_.makers.size();
  if (n < 2) return;
  // A common enemy counts for more where the guarantor is believed less than on the first day.
  std::vector<double> pull(n, 1.0);
  for (std::size_t i = 0; i < wards_.size(); ++i)
    if (g_.maker_of[i] >= 0)
      pull[static_cast<std::size_t>(g_.maker_of[i])] =
          std::max(0.0, 1 + w_.terms.tie_doubt * (w_.cases[i].theta - believed(i)));
  solve::Formation formation{.worth = w_.worth,
                             .closure = w_.terms.tie_closure,
                             .degree = w_.terms.tie_degree,
                             .keep = w_.terms.tie_keep,
                             .highest = kMostRungs,
                             .counts_from = kPactRung};
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      formation.worth[i * n + j] += w_.terms.tie_enemy * pull[i] * w_.enemy[i * n + j];
  pass_year(ties_, formation, w_.terms.opportunities,
            [&](std::size_t i) { return stream(g_.makers[i].name, "forecast.ties"); });
}

}  // namespace entente::analysis
