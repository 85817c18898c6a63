#include "analysis/hedge/sweep.h"

#include <algorithm>
#include <cmath>

#include "base/threads.h"

namespace entente::analysis {
namespace {

using solve::Programmes;

int option_called(const Guarded& state, const Symbols& symbols, std::string_view name) {
  for (std::size_t x = 0; x < state.options.size(); ++x)
    if (symbols.name(state.options[x]->option) == name) return static_cast<int>(x);
  return -1;
}

Programmes bit(int option) { return option < 0 ? 0 : Programmes{1} << option; }

/// What begins at once begins in the first year.
Begins at_once(Programmes set) { return {set}; }

Begins spending(const Guarded& state, const Symbols& symbols) {
  return at_once(bit(option_called(state, symbols, "spend")));
}

std::vector<actors::hedge::Point> points_of(const HedgeCase& one) {
  std::vector<actors::hedge::Point> points;
  for (std::size_t b = 0; b < kLatticeBeliefs; ++b)
    points.push_back(actors::hedge::point_of(
        static_cast<double>(b) / static_cast<double>(kLatticeBeliefs - 1), one.n0));
  points.push_back(actors::hedge::point_of(one.theta, one.n0));
  return points;
}

/// The highest belief of the lattice at which something holds, and whether there is one.
template <class Holds>
void highest(std::vector<double>& row, std::size_t value, const HedgeSolved& solved,
             const Holds& holds) {
  for (std::size_t b = kLatticeBeliefs; b-- > 0;) {
    if (!holds(b)) continue;
    row[value] = solved.points[b].at;
    row[value + 1] = 1;
    return;
  }
}

void add_options(std::vector<double>& row, const HedgeColumns& at, const HedgeSolved& solved) {
  std::vector<Programmes> begun(kBeliefs, 0);
  for (std::size_t b = 0; b < kBeliefs; ++b)
    for (const Programmes set : begins_at(solved, b)) begun[b] |= set;
  for (std::size_t x = 0; x < at.options; ++x) {
    const Programmes one = Programmes{1} << x;
    highest(row, at.in_plan(x), solved, [&](std::size_t b) { return (begun[b] & one) != 0; });
    const std::vector<double> alone = value_of(solved.problem, at_once(one));
    highest(row, at.alone(x), solved,
            [&](std::size_t b) { return less(alone[b], solved.nothing[b]) > 0; });
    row[at.own(x)] = (begun[kOwnBelief] & one) != 0 ? 1 : 0;
    row[at.open(x)] = (solved.one.open & one) != 0 ? 1 : 0;
  }
}

void add_values(std::vector<double>& row, const HedgeColumns& at, const HedgeSolved& solved) {
  const Accommodation& deal = solved.accommodation;
  const auto arms = value_of(solved.problem, deal.arms);
  const auto alone = value_of(solved.problem, deal.alone);
  const auto both = value_of(solved.problem, deal.both);
  for (std::size_t b = 0; b < kBeliefs; ++b) {
    row[at.best(b)] = solved.plan.value[b];
    row[at.gain(b)] = less(solved.plan.value[b], solved.nothing[b]);
    row[at.gain_spend(b)] = less(solved.spend[b], solved.nothing[b]);
    row[at.weak(b)] = less(alone[b], solved.nothing[b]);
    row[at.strong(b)] = less(both[b], arms[b]);
  }
  for (std::size_t w = 0; w < kPutOff.size(); ++w) {
    const auto later =
        value_if_put_off(solved.problem, solved.plan, std::min(kPutOff[w], solved.problem.years));
    for (std::size_t b = 0; b < kBeliefs; ++b)
      row[at.put_off(w, b)] = less(solved.plan.value[b], later[b]);
  }
}

}  // namespace

double less(double a, double b) {
  const double difference = a - b;
  return std::abs(difference) <= 1e-10 * (1 + std::abs(a)) ? 0 : difference;
}

Programmes begun_before(const solve::PlanProblem& problem) {
  Programmes begun = problem.stand;
  for (std::size_t x = 0; x < problem.left.size(); ++x)
    if (problem.left[x] > 0) begun |= Programmes{1} << x;
  return begun;
}

Accommodation accommodation_of(const Guarded& state, const HedgeCase& one, const Symbols& symbols) {
  Accommodation deal;
  deal.option = option_called(state, symbols, "accommodation");
  if (deal.option < 0) return deal;
  const int spend = option_called(state, symbols, "spend");
  const int partners = option_called(state, symbols, "partners");
  deal.arms = at_once(bit(spend) | bit(partners));
  for (const int arm : {spend, partners})
    if (arm >= 0)
      deal.year = std::max(
          deal.year,
          static_cast<int>(std::ceil(one.ladder.rungs[static_cast<std::size_t>(arm)].months / 12)));
  deal.alone.assign(static_cast<std::size_t>(deal.year) + 1, 0);
  deal.alone.back() = bit(deal.option);
  deal.both = deal.alone;
  deal.both.front() |= deal.arms.front();
  return deal;
}

HedgeSolved solve_hedge(const HedgeGround& ground, const Guarded& state,
                        const campaign::WorldId& id, const Run& run) {
  return solved_case(ground, state, case_in(ground, state, id, run));
}

HedgeSolved solved_case(const HedgeGround& ground, const Guarded& state, HedgeCase one) {
  HedgeSolved solved;
  solved.one = std::move(one);
  solved.points = points_of(solved.one);
  solved.problem = plan_problem(ground, state, solved.one, solved.points);
  solved.plan = robust_plan(solved.problem);
  const Symbols& symbols = ground.library.world.symbols;
  solved.nothing = value_of(solved.problem, {});
  solved.spend = value_of(solved.problem, spending(state, symbols));
  solved.accommodation = accommodation_of(state, solved.one, symbols);
  return solved;
}

Begins begins_at(const HedgeSolved& solved, std::size_t belief) {
  Begins begins;
  for (std::size_t t = 0; t < static_cast<std::size_t>(solved.problem.years); ++t)
    begins.push_back(solved.plan.begins[t * kBeliefs + belief]);
  return begins;
}

std::vector<double> figures_of(const HedgeSolved& solved, const HedgeSolved& central) {
  const HedgeColumns at{solved.problem.programmes.size(),
                        static_cast<std::size_t>(solved.problem.years)};
  std::vector<double> row(at.size(), 0.0);
  add_options(row, at, solved);
  add_values(row, at, solved);
  Programmes begun = begun_before(solved.problem);
  const Begins own = begins_at(solved, kOwnBelief);
  for (std::size_t t = 0; t < at.years; ++t) {
    begun |= own[t];
    row[at.kept(t)] = reliability_left(solved.one.ladder.rungs, begun);
    for (std::size_t b = 0; b < kBeliefs; ++b)
      row[at.same(t, b)] =
          solved.plan.begins[t * kBeliefs + b] == central.plan.begins[t * kBeliefs + b] ? 1 : 0;
  }
  row[at.trade_cost()] = solved.one.trade_cost;
  return row;
}

HedgeSwept sweep_hedge(const HedgeGround& ground, const Guarded& state, std::size_t worlds,
                       std::uint64_t seed, const Run& run) {
  HedgeSolved central = solve_hedge(ground, state, {seed, {}}, run);
  if (stopped(run)) throw Cancelled();  // What was worked out meanwhile may mean nothing.
  const HedgeColumns at{state.options.size(), static_cast<std::size_t>(ground.asked.years)};
  std::optional<HedgeSolved> without;
  if (ground.asked.trade) {
    HedgeCase one = central.one;
    one.ladder.premises.war_cost -= one.trade_cost;
    without = solved_case(ground, state, std::move(one));
  }
  HedgeSwept swept{state,
                   std::move(central),
                   std::move(without),
                   solve::Sums(at.size(), std::max<std::size_t>(worlds, 1), 1),
                   {}};
  if (worlds == 0) {
    swept.rows.push_back(figures_of(swept.central, swept.central));
  } else {
    struct Task {
      std::size_t world = 0;
      std::vector<double> row;
    };
    std::vector<Task> tasks(worlds);
    for (std::size_t i = 0; i < worlds; ++i) tasks[i].world = i;
    const auto work = [&](Task& task) {
      task.row = figures_of(solve_hedge(ground, state, {seed, task.world}, run), swept.central);
    };
    swept.complete = in_order(tasks, run, work, [&](Task& task) {
                       swept.rows.push_back(std::move(task.row));
                     }) == worlds;
    if (swept.rows.size() < std::min<std::size_t>(worlds, 2)) throw Cancelled();
  }
  for (std::size_t i = 0; i < swept.rows.size(); ++i) swept.figures.add(i, swept.rows[i]);
  if (!swept.complete) swept.figures.keep(swept.rows.size(), 1);
  return swept;
}

solve::Estimate among(const std::vector<std::vector<double>>& rows, std::size_t value,
                      std::size_t indicator) {
  std::vector<double> values;
  for (const auto& row : rows)
    if (row[indicator] != 0) values.push_back(row[value]);
  if (values.empty()) return {};
  std::ranges::sort(values);
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double one : values) sum += one;
  const double mean = sum / n;
  for (const double one : values) squares += (one - mean) * (one - mean);
  constexpr double kNinety = 1.6448536269514722;  // The 95 % quantile of the normal law.
  const double half = values.size() > 1 ? kNinety * std::sqrt(squares / (n - 1) / n) : 0;
  const auto quantile = [&](double p) {
    return values[std::min(values.size() - 1, static_cast<std::size_t>(p * n))];
  };
  return {mean, mean - half, mean + half, quantile(0.05), quantile(0.95)};
}

}  // namespace entente::analysis
