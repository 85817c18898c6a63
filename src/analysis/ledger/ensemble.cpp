#include "analysis/ledger/ensemble.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/ledger/threads.h"

namespace entente::analysis {
namespace {

using namespace campaign;

constexpr double kNormal90 = 1.6448536269514722;  // Half width of a 90 % interval in deviations.

/// Of sorted values: linear interpolation between order statistics (type 7 of Hyndman and Fan
/// 1996).
double quantile_of(const std::vector<double>& values, double p) {
  const double at = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  if (below + 1 >= values.size()) return values.back();
  return values[below] + (at - static_cast<double>(below)) * (values[below + 1] - values[below]);
}

double scale_of(const Situation& s) { return 100.0 / std::max(1, s.counted); }

/// Whether little is missing in a row.
void judge_cover(const Columns& columns, const Numbers& numbers, std::size_t set,
                 std::vector<double>& row) {
  const double allowed = numbers.campaign.covered_below / 100 * row[columns.required(set)];
  row[columns.covered(set)] = row[columns.gap(set)] <= 0 || row[columns.gap(set)] < allowed ? 1 : 0;
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
        scale_of(s) * best.price[l];
  }
}

void fill_set(const Sweep& sweep, const Columns& columns, const Numbers& numbers, const Kept& kept,
              std::size_t set, std::vector<double>& row) {
  const Situation& s = sweep.situation;
  for (std::size_t k = 0; k < s.elements.size(); ++k) {
    const Problem problem = problem_of(s, numbers, kept, sweep.sets[set], static_cast<int>(k));
    const Allocation best = allocate(problem, s);
    row[columns.gap(set)] += scale_of(s) * best.objective;
    row[columns.required(set)] += scale_of(s) * problem.required();
    row[columns.unlimited(set)] += scale_of(s) * unlimited(problem);
    fill_shortage(s, columns, numbers, set, problem, best, row);
    fill_prices(s, columns, set, problem, best, row);
  }
  judge_cover(columns, numbers, set, row);
}

double gap_of(const Sweep& sweep, const Numbers& numbers, const Kept& kept,
              const std::vector<int>& set) {
  double sum = 0;
  for (std::size_t k = 0; !set.empty() && k < sweep.situation.elements.size(); ++k)
    sum += least_shortfall(problem_of(sweep.situation, numbers, kept, set, static_cast<int>(k)));
  return scale_of(sweep.situation) * sum;
}

/// What each contingency adds, the gaps of equal subsets worked out once.
void fill_increments(const Sweep& sweep, const Columns& columns, const Numbers& numbers,
                     const Kept& kept, std::vector<double>& row) {
  std::map<std::vector<int>, double> gaps;
  const auto sorted = [](std::vector<int> set) {
    std::ranges::sort(set);
    return set;
  };
  for (std::size_t i = 0; i < sweep.sets.size(); ++i)
    gaps[sorted(sweep.sets[i])] = row[columns.gap(i)];
  for (std::size_t i = 0; i < sweep.sets.size(); ++i)
    for (std::size_t c = 0; c < sweep.sets[i].size(); ++c) {
      std::vector<int> rest = sorted(sweep.sets[i]);
      std::erase(rest, sweep.sets[i][c]);
      const auto [found, fresh] = gaps.try_emplace(rest);
      if (fresh) found->second = gap_of(sweep, numbers, kept, rest);
      row[columns.increment(i, c)] = row[columns.gap(i)] - found->second;
    }
}

/// Rows of the draws of a task, with what each is.
struct Task {
  std::size_t world = 0, first = 0, last = 0;  ///< Draws [first, last) of a world.
  std::vector<std::vector<double>> heads, details;
};

}  // namespace

std::size_t Sweep::per_world() const {
  if (!vary.facts) return draws;
  return vary.honour ? kDrawsPerWorld : 1;
}

Columns::Columns(const Sweep& sweep) {
  sets_ = sweep.sets.size();
  elements_ = sweep.situation.elements.size();
  owners_ = sweep.situation.owners.size();
  periods_ = sweep.situation.periods() + 1;
  std::size_t places = 0;
  for (const auto& set : sweep.sets) {
    first_place_.push_back(places);
    places += set.size();
  }
  cells_at_ = 4 * sets_ + places;
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

Sums::Sums(std::size_t columns, std::size_t worlds, std::size_t per_world)
    : per_world_(per_world), by_world_(worlds, std::vector<World>(columns)) {}

void Sums::add(std::size_t world, const std::vector<double>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    by_world_[world][i].sum += row[i];
    by_world_[world][i].squares += row[i] * row[i];
  }
}

double Sums::mean(std::size_t column) const {
  double sum = 0;
  for (const auto& world : by_world_) sum += world[column].sum;
  return sum / static_cast<double>(by_world_.size() * per_world_);
}

Estimate Sums::estimate(std::size_t column) const {
  const auto n = static_cast<double>(per_world_), count = static_cast<double>(by_world_.size());
  std::vector<double> means;
  Estimate result;
  double within = 0;  // Variance of one draw within its world.
  for (const auto& rows : by_world_) {
    const World& world = rows[column];
    means.push_back(world.sum / n);
    result.mean += means.back() / count;
    if (per_world_ > 1)
      within += std::max(0.0, world.squares - world.sum * world.sum / n) / (n - 1) / count;
  }
  double between = 0;  // Variance of the worlds' means, their sampling error included.
  for (const double mean : means) between += (mean - result.mean) * (mean - result.mean);
  if (means.size() > 1) between /= count - 1;
  const double error = means.size() > 1 ? std::sqrt(between / count) : std::sqrt(within / n);
  result.low = result.mean - kNormal90 * error;
  result.high = result.mean + kNormal90 * error;
  const double keep = between > 0 ? std::sqrt(std::max(0.0, between - within / n) / between) : 0.0;
  for (double& mean : means) mean = result.mean + keep * (mean - result.mean);
  std::ranges::sort(means);
  result.p05 = quantile_of(means, 0.05);
  result.p95 = quantile_of(means, 0.95);
  return result;
}

std::vector<double> head_of(const Sweep& sweep, const Columns& columns, const Numbers& numbers,
                            const Kept& kept) {
  const Situation& s = sweep.situation;
  std::vector<double> row(columns.head(), 0.0);
  for (std::size_t set = 0; set < sweep.sets.size(); ++set) {
    for (std::size_t k = 0; k < s.elements.size(); ++k) {
      const Problem problem = problem_of(s, numbers, kept, sweep.sets[set], static_cast<int>(k));
      row[columns.gap(set)] += scale_of(s) * least_shortfall(problem);
      row[columns.required(set)] += scale_of(s) * problem.required();
      row[columns.unlimited(set)] += scale_of(s) * unlimited(problem);
    }
    judge_cover(columns, numbers, set, row);
  }
  return row;
}

std::vector<double> row_of(const Sweep& sweep, const Columns& columns, const Numbers& numbers,
                           const Kept& kept) {
  std::vector<double> row(columns.size(), 0.0);
  for (std::size_t set = 0; set < sweep.sets.size(); ++set)
    fill_set(sweep, columns, numbers, kept, set, row);
  fill_increments(sweep, columns, numbers, kept, row);
  return row;
}

Sums head_sweep(const Sweep& sweep, const Columns& columns, std::size_t draws, const Run& run) {
  const Numbers numbers =
      numbers_of(sweep.situation, sweep.premises, sweep.symbols, {sweep.seed, {}});
  Sums sums(columns.head(), 1, draws);
  std::vector<std::vector<double>> rows(draws);
  on_threads(draws, run, [&](std::size_t draw) {
    rows[draw] = head_of(sweep, columns, numbers,
                         kept_in(sweep.situation, numbers, Honour::drawn, sweep.seed, draw));
  });
  for (const auto& row : rows) sums.add(0, row);
  return sums;
}

Drawn run_sweep(const Sweep& sweep, const Columns& columns, const Run& run) {
  const std::size_t per_world = sweep.per_world(), worlds = sweep.draws / per_world;
  Drawn drawn{Sums(columns.head(), worlds, per_world),
              Sums(columns.size(), worlds, sweep.detail_per_world())};
  const Honour honour = sweep.vary.honour ? Honour::drawn : Honour::expected;
  const auto work = [&](Task& task) {
    WorldId id{sweep.seed, {}};
    if (sweep.vary.facts) id.number = task.world;
    const Numbers numbers = numbers_of(sweep.situation, sweep.premises, sweep.symbols, id);
    for (std::size_t i = task.first; i < task.last; ++i) {
      const Kept kept =
          kept_in(sweep.situation, numbers, honour, sweep.seed, task.world * per_world + i);
      if (i % kDetailEvery == 0) {
        task.details.push_back(row_of(sweep, columns, numbers, kept));
        const auto& whole = task.details.back();
        task.heads.emplace_back(whole.begin(),
                                whole.begin() + static_cast<std::ptrdiff_t>(columns.head()));
      } else {
        task.heads.push_back(head_of(sweep, columns, numbers, kept));
      }
    }
  };
  const auto take = [&](const Task& task) {
    for (const auto& row : task.heads) drawn.heads.add(task.world, row);
    for (const auto& row : task.details) drawn.details.add(task.world, row);
  };
  std::vector<Task> tasks;  // A few draws each, in order.
  for (std::size_t world = 0; world < worlds; ++world)
    for (std::size_t first = 0; first < per_world; first += kDrawsPerWorld)
      tasks.push_back(
          {world, first, std::min<std::size_t>(first + kDrawsPerWorld, per_world), {}, {}});
  in_order(tasks, run, work, take);
  return drawn;
}

}  // namespace entente::analysis
