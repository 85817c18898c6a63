#include "analysis/ledger/ensemble.h"

#include <algorithm>
#include <map>

namespace entente::analysis {
namespace {

using namespace campaign;

/// Whether little is missing in a row.
void judge_cover(const Columns& columns, const Numbers& numbers, std::size_t set,
                 std::vector<double>& row) {
  const double gap = row[columns.gap(set)], required = row[columns.required(set)];
  const double allowed = numbers.campaign.covered_below / 100 * required;
  row[columns.covered(set)] = gap <= 0 || gap < allowed ? 1 : 0;
  row[columns.missing(set)] = required > 0 ? 100 * gap / required : 0;
}

/// Demand, supply and shortage of one element in a set.
void fill_shortage(const Situation& s, const Columns& columns, const Numbers& numbers,
                   std::size_t set, const Problem& problem, const Allocation& best,
                   std::vector<double>& row) {
  const auto k = static_cast<std::size_t>(problem.element);
  const std::size_t end = problem.periods;
  for (std::size_t c = 0; c < problem.set.size(); ++c) {
    for (std::size_t t = 0; t < end; ++t) {
      const std::size_t at = c * end + t;
      row[columns.demand(set, c, k, t)] = problem.demand[at];
      row[columns.shortage(set, c, k, t)] = best.shortage[at];
      row[columns.supply(set, c, k, t)] = std::min(problem.host[at], problem.demand[at]);
    }
    const std::size_t last = static_cast<std::size_t>(problem.set[c]) * s.elements.size() + k;
    row[columns.demand(set, c, k, end)] = numbers.demand_end[last];
    row[columns.supply(set, c, k, end)] =
        std::min(numbers.host_end[last], numbers.demand_end[last]);
  }
  for (std::size_t j = 0; j < problem.slots.size(); ++j) {
    const Slot& slot = problem.slots[j];
    const auto owner = static_cast<std::size_t>(s.pools[static_cast<std::size_t>(slot.pool)].owner);
    row[columns.sent(set, slot.place, k, owner)] += best.sent[j];
    for (std::size_t t = 0; t < end; ++t)
      row[columns.supply(set, slot.place, k, t)] += best.at_work[j * end + t];
    row[columns.supply(set, slot.place, k, end)] += best.at_work[(j + 1) * end - 1];
  }
  for (std::size_t c = 0; c < problem.set.size(); ++c)
    row[columns.shortage(set, c, k, end)] =
        std::max(0.0, row[columns.demand(set, c, k, end)] - row[columns.supply(set, c, k, end)]);
}

/// One more unit counts at the owner's largest pool at home.
void fill_prices(const Situation& s, const Columns& columns, std::size_t set,
                 const Problem& problem, const Allocation& best, std::vector<double>& row) {
  std::vector<double> most(s.owners.size(), -1.0);
  for (std::size_t l = 0; l < problem.limits.size(); ++l) {
    const PoolCase& pool = s.pools[static_cast<std::size_t>(problem.limits[l].pool)];
    const auto owner = static_cast<std::size_t>(pool.owner);
    if (!pool.home || pool.amount.range.value <= most[owner]) continue;
    most[owner] = pool.amount.range.value;
    row[columns.price(set, static_cast<std::size_t>(problem.element), owner)] =
        s.percent(best.price[l]);
  }
}

void fill_set(const Question& q, const Columns& columns, const DrawTerms& terms, std::size_t set,
              std::vector<double>& row) {
  const Situation& s = q.situation;
  const Numbers& numbers = *terms.world->numbers;
  const SetAllocation found = allocate_set(terms, q.sets[set]);
  for (std::size_t k = 0; k < found.problems.size(); ++k) {
    const Problem& problem = found.problems[k];
    const Allocation& best = found.best[k];
    row[columns.gap(set)] += s.percent(best.objective);
    row[columns.required(set)] += s.percent(problem.required());
    row[columns.unlimited(set)] += s.percent(unlimited(problem));
    fill_shortage(s, columns, numbers, set, problem, best, row);
    fill_prices(s, columns, set, problem, best, row);
  }
  judge_cover(columns, numbers, set, row);
}

/// What each contingency adds, the gaps of equal subsets worked out once.
void fill_increments(const Question& q, const Columns& columns, const DrawTerms& terms,
                     std::vector<double>& row, const Run& run) {
  std::map<std::vector<int>, double> gaps;
  const auto sorted = [](std::vector<int> set) {
    std::ranges::sort(set);
    return set;
  };
  for (std::size_t i = 0; i < q.sets.size(); ++i) gaps[sorted(q.sets[i])] = row[columns.gap(i)];
  for (std::size_t i = 0; i < q.sets.size(); ++i)
    for (std::size_t c = 0; c < q.sets[i].size(); ++c) {
      std::vector<int> rest = sorted(q.sets[i]);
      std::erase(rest, q.sets[i][c]);
      if (stopped(run)) throw Cancelled();
      const auto [found, fresh] = gaps.try_emplace(rest);
      if (fresh) found->second = q.situation.percent(shortfall(terms, rest));
      row[columns.increment(i, c)] = row[columns.gap(i)] - found->second;
    }
}

}  // namespace

Columns::Columns(const Question& q) {
  sets_ = q.sets.size();
  elements_ = q.situation.elements.size();
  owners_ = q.situation.owners.size();
  periods_ = q.situation.periods() + 1;
  std::size_t places = 0;
  for (const auto& set : q.sets) {
    first_place_.push_back(places);
    places += set.size();
  }
  cells_at_ = 5 * sets_ + places;
  sent_at_ = cells_at_ + 3 * places * elements_ * periods_;
  price_at_ = sent_at_ + places * elements_ * owners_;
  size_ = price_at_ + sets_ * elements_ * owners_;
}

std::size_t Columns::cell(std::size_t set, std::size_t place, std::size_t element) const {
  return (first_place_[set] + place) * elements_ + element;
}
std::size_t Columns::demand(std::size_t set, std::size_t place, std::size_t element,
                            std::size_t period) const {
  return cells_at_ + 3 * (cell(set, place, element) * periods_ + period);
}
std::size_t Columns::supply(std::size_t set, std::size_t place, std::size_t element,
                            std::size_t period) const {
  return demand(set, place, element, period) + 1;
}
std::size_t Columns::shortage(std::size_t set, std::size_t place, std::size_t element,
                              std::size_t period) const {
  return demand(set, place, element, period) + 2;
}
std::size_t Columns::sent(std::size_t set, std::size_t place, std::size_t element,
                          std::size_t owner) const {
  return sent_at_ + cell(set, place, element) * owners_ + owner;
}
std::size_t Columns::price(std::size_t set, std::size_t element, std::size_t owner) const {
  return price_at_ + (set * elements_ + element) * owners_ + owner;
}

std::vector<double> head_of(const Question& q, const Columns& columns, const DrawTerms& terms,
                            const Run& run) {
  const Situation& s = q.situation;
  std::vector<double> row(columns.head(), 0.0);
  for (std::size_t set = 0; set < q.sets.size(); ++set) {
    if (stopped(run)) throw Cancelled();
    const Optimum all = optimum(terms, q.sets[set]);
    row[columns.gap(set)] = s.percent(all.shortfall);
    row[columns.required(set)] = s.percent(all.required);
    row[columns.unlimited(set)] = s.percent(all.unlimited);
    judge_cover(columns, *terms.world->numbers, set, row);
  }
  return row;
}

std::vector<double> row_of(const Question& q, const Columns& columns, const DrawTerms& terms,
                           const Run& run) {
  std::vector<double> row(columns.size(), 0.0);
  for (std::size_t set = 0; set < q.sets.size(); ++set) {
    if (stopped(run)) throw Cancelled();
    fill_set(q, columns, terms, set, row);
  }
  fill_increments(q, columns, terms, row, run);
  return row;
}

solve::Sums head_sweep(const Sweep& sweep, const Columns& columns, std::size_t draws,
                       const Run& run) {
  const Question& q = sweep.question;
  const auto world =
      shared_world(q.situation, numbers_of(q.situation, q.premises, sweep.symbols, {}));
  solve::Sums sums(columns.head(), 1, draws);
  std::vector<std::vector<double>> rows(draws);
  on_threads(draws, run, [&](std::size_t draw) {
    rows[draw] =
        head_of(q, columns, draw_in(*world, Honour::drawn, sweep.sampling.seed, draw), run);
  });
  for (const auto& row : rows) sums.add(0, row);
  return sums;
}

namespace {

/// The mean row over all patterns of honour, worked out whole, as if it were one draw.
Drawn weigh_patterns(const Sweep& sweep, const Columns& columns, const Run& run) {
  const Question& q = sweep.question;
  const HonourPatterns& patterns = *sweep.patterns;
  const auto world =
      shared_world(q.situation, numbers_of(q.situation, q.premises, sweep.symbols, {}));
  struct Task {
    std::size_t pattern = 0;
    std::vector<double> row;
  };
  std::vector<Task> tasks(patterns.kept.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i].pattern = i;
  std::vector<double> mean(columns.size(), 0.0);
  const std::size_t taken = in_order(
      tasks, run,
      [&](Task& task) {
        task.row = row_of(q, columns, draw_terms(world->terms, patterns.kept[task.pattern]), run);
      },
      [&](const Task& task) {
        for (std::size_t i = 0; i < mean.size(); ++i)
          mean[i] += patterns.probability[task.pattern] * task.row[i];
      });
  if (taken != patterns.kept.size()) throw Cancelled();
  Drawn drawn{solve::Sums(columns.head(), 1, 1), solve::Sums(columns.size(), 1, 1), taken};
  drawn.details.add(0, mean);
  mean.resize(columns.head());
  drawn.heads.add(0, mean);
  return drawn;
}

}  // namespace

Drawn run_sweep(const Sweep& sweep, const Columns& columns, const Run& run) {
  if (sweep.patterns != nullptr) return weigh_patterns(sweep, columns, run);
  const Question& q = sweep.question;
  const Honour honour = sweep.sampling.vary.honour ? Honour::drawn : Honour::expected;
  return over_draws(
      sweep.sampling, columns.head(), columns.size(), run,
      [&](const WorldId& id) {
        return shared_world(q.situation, numbers_of(q.situation, q.premises, sweep.symbols, id));
      },
      [&](const auto& world, std::uint64_t draw, bool detailed) {
        const DrawTerms terms = draw_in(*world, honour, sweep.sampling.seed, draw);
        return detailed ? row_of(q, columns, terms, run) : head_of(q, columns, terms, run);
      },
      Stopped::kept);
}

}  // namespace entente::analysis
