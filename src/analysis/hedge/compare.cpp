#include <algorithm>

#include "analysis/hedge/tables.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Table;
using card::Value;

using Row = std::vector<Value>;

std::string name(const HedgeFindings& f, Symbol symbol) {
  return f.ground.library.world.symbols.name(symbol);
}

std::int64_t calendar(const HedgeFindings& f, std::size_t year) {
  return year_of(f.ground.library.world.day) + static_cast<std::int64_t>(year);
}

/// A plan that is held against truths it was not made for.
struct Held {
  std::string name;
  Value planned_at;
  Begins begins;
};

std::vector<Held> held_plans(const HedgeSolved& solved, solve::Programmes spend) {
  std::vector<Held> plans = {{"nothing", {}, {}}, {"always_spend", {}, {spend}}};
  for (const std::size_t b : {std::size_t{0}, kLatticeBeliefs / 4, kLatticeBeliefs / 2,
                              3 * (kLatticeBeliefs - 1) / 4, kLatticeBeliefs - 1, kOwnBelief})
    plans.push_back({b == kOwnBelief ? "best_at_own_belief" : "best", solved.points[b].at,
                     begins_at(solved, b)});
  return plans;
}

}  // namespace

void add_regret(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  std::vector<actors::hedge::Point> known;
  for (std::size_t b = 0; b < kLatticeBeliefs; ++b) {
    const double at = swept.central.points[b].at;
    known.push_back({at, at, at});
  }
  const solve::PlanProblem problem = plan_problem(f.ground, swept.state, swept.central.one, known);
  const solve::RobustPlan best = robust_plan(problem);
  solve::Programmes spend = 0;
  for (std::size_t x = 0; x < swept.state.options.size(); ++x)
    if (name(f, swept.state.options[x]->option) == "spend") spend = solve::Programmes{1} << x;
  for (const Held& plan : held_plans(swept.central, spend)) {
    const std::vector<double> values = value_of(problem, plan.begins);
    for (std::size_t b = 0; b < kLatticeBeliefs; ++b)
      table.row({name(f, swept.state.state), plan.name, plan.planned_at, known[b].at,
                 less(best.value[b], values[b])});
  }
}

void add_alliance(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const HedgeColumns at{swept.state.options.size(),
                        static_cast<std::size_t>(swept.central.problem.years)};
  HedgeCase unaware = swept.central.one;
  for (auto& rung : unaware.ladder.rungs) rung.abandonment = 0;
  const std::vector<actors::hedge::Point> own = {swept.central.points[kOwnBelief]};
  const solve::RobustPlan blind = robust_plan(plan_problem(f.ground, swept.state, unaware, own));
  const auto& rungs = swept.central.one.ladder.rungs;
  const Begins plan = begins_at(swept.central, kOwnBelief);
  solve::Programmes begun = begun_before(swept.central.problem), begun_blind = begun;
  const double theta = swept.central.one.theta;
  const double idle = theta * reliability_left(rungs, begun);
  for (std::size_t t = 0; t < at.years; ++t) {
    begun |= plan[t];
    begun_blind |= blind.begins[t];
    Row row = {name(f, swept.state.state), calendar(f, t), idle};
    row.emplace_back(theta * reliability_left(rungs, begun));
    row.emplace_back(theta * reliability_left(rungs, begun_blind));
    put(row, swept.figures.estimate(at.kept(t)), f.vary, kShare);
    row.emplace_back(words_of(f, swept, blind.begins[t]));
    table.row(std::move(row));
  }
}

void add_accommodation(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const Accommodation& deal = swept.central.accommodation;
  if (deal.option < 0) return;
  const HedgeColumns at{swept.state.options.size(),
                        static_cast<std::size_t>(swept.central.problem.years)};
  const std::vector<double> central = figures_of(swept.central, swept.central);
  const actors::hedge::Ladder& ladder = swept.central.one.ladder;
  const solve::Programmes before = begun_before(swept.central.problem);
  for (std::size_t b = 0; b < kBeliefs; ++b) {
    const double belief = swept.central.points[b].at;
    Row row = {name(f, swept.state.state),
               belief,
               b == kOwnBelief,
               calendar(f, static_cast<std::size_t>(deal.year)),
               attackers_chance(ladder, belief, before),
               attackers_chance(ladder, belief, before | deal.arms.front())};
    row.emplace_back(central[at.weak(b)]);
    put(row, swept.figures.estimate(at.weak(b)), f.vary);
    row.emplace_back(central[at.strong(b)]);
    put(row, swept.figures.estimate(at.strong(b)), f.vary);
    table.row(std::move(row));
  }
}

void add_gates(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const HedgeColumns at{swept.state.options.size(),
                        static_cast<std::size_t>(swept.central.problem.years)};
  const HedgeCase& one = swept.central.one;
  const double k = f.ground.asked.movers.threat;
  const std::vector<actors::hedge::Point> own = {swept.central.points[kOwnBelief]};
  for (std::size_t x = 0; x < at.options; ++x) {
    const world::HedgeOption& option = *swept.state.options[x];
    const bool open = (one.open >> x & 1) != 0;
    Row row = {name(f, swept.state.state), name(f, option.option), one.needed[x], one.opinion[x]};
    row.emplace_back(open);
    const std::string& closed = swept.state.closed[x];
    row.emplace_back(open ? std::string() : closed.empty() ? "opinion" : closed);
    if (f.vary.facts)
      put_interval(row, swept.figures.estimate(at.open(x)), f.vary, kShare);
    else
      row.resize(row.size() + 3);
    row.resize(row.size() + 2);
    if (!open && closed.empty()) {
      const double rise = k > 0 ? (one.needed[x] - one.opinion[x]) / k : 2;
      if (f.ground.asked.threat + rise <= 1) row[row.size() - 2] = rise;
      HedgeCase opened = one;
      opened.open |= solve::Programmes{1} << x;
      row.back() = less(robust_plan(plan_problem(f.ground, swept.state, opened, own)).value[0],
                        swept.central.plan.value[kOwnBelief]);
    }
    table.row(std::move(row));
  }
}

}  // namespace entente::analysis
