#include "solve/robust_plan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <unordered_map>

namespace entente::solve {
namespace {

constexpr std::size_t kBlock = 8;  // Beliefs that are worked on together.

Programmes bit(std::size_t programme) { return Programmes{1} << programme; }

/// Programmes in progress, by number, with the years left of each.
struct Running {
  struct One {
    std::uint8_t programme = 0, left = 0;
  };
  std::array<One, kMostAtOnce> all{};
  std::size_t count = 0;

  [[nodiscard]] Programmes mask() const {
    Programmes set = 0;
    for (std::size_t i = 0; i < count; ++i) set |= bit(all[i].programme);
    return set;
  }
  [[nodiscard]] std::uint64_t key() const {
    std::uint64_t packed = 0;
    for (std::size_t i = 0; i < count; ++i)
      packed = packed << 12 | std::uint64_t{all[i].programme} << 6 | all[i].left;
    return packed << 2 | count;
  }
  void add(std::size_t programme, int left) {
    assert(count < kMostAtOnce);
    std::size_t at = count++;
    for (; at > 0 && all[at - 1].programme > programme; --at) all[at] = all[at - 1];
    all[at] = {static_cast<std::uint8_t>(programme), static_cast<std::uint8_t>(left)};
  }
};

struct State {
  Running running;
  Programmes stand = 0;

  [[nodiscard]] Programmes begun() const { return running.mask() | stand; }

  /// A year later.
  [[nodiscard]] State next() const {
    State later;
    later.stand = stand;
    for (std::size_t i = 0; i < running.count; ++i) {
      const auto& one = running.all[i];
      if (one.left <= 1)
        later.stand |= bit(one.programme);
      else
        later.running.add(one.programme, one.left - 1);
    }
    return later;
  }
};

/// From a state by beginning some programmes; what the year then is, and the state after it.
struct Step {
  std::uint32_t year = 0, to = 0;
  Programmes begins = 0;
};

/// A year as the payoff sees it.
struct Year {
  Programmes stand = 0, running = 0;
};

/// The states that can be reached, in the order of the earliest year in which they can be.
class Lattice {
 public:
  explicit Lattice(const PlanProblem& problem) : p_(problem) {
    State start;
    start.stand = p_.stand;
    for (std::size_t x = 0; x < p_.left.size(); ++x)
      if (p_.left[x] > 0) start.running.add(x, p_.left[x]);
    (void)index_of(start);
    for (int t = 0; t < p_.years; ++t) {
      const std::size_t end = states_.size();
      reach_.push_back(end);
      for (; grown_ < end; ++grown_) grow(grown_);
    }
    first_.push_back(static_cast<std::uint32_t>(steps_.size()));
    reach_.push_back(states_.size());
  }

  [[nodiscard]] std::size_t states() const { return states_.size(); }
  /// States that can be met in a year stand before this index.
  [[nodiscard]] std::size_t reach(int year) const { return reach_[static_cast<std::size_t>(year)]; }
  /// The steps from a state; the one that begins nothing is the first.
  [[nodiscard]] std::span<const Step> steps(std::size_t state) const {
    return std::span(steps_).subspan(first_[state], first_[state + 1] - first_[state]);
  }
  [[nodiscard]] std::span<const Year> years() const { return years_; }

 private:
  std::uint32_t index_of(const State& state) {
    const std::uint64_t key = state.running.key() << kMostProgrammes | state.stand;
    const auto [found, fresh] = index_.try_emplace(key, static_cast<std::uint32_t>(states_.size()));
    if (fresh) states_.push_back(state);
    return found->second;
  }

  std::uint32_t year_of(Programmes stand, Programmes running) {
    const std::uint64_t key = std::uint64_t{running} << kMostProgrammes | stand;
    const auto [found, fresh] =
        year_index_.try_emplace(key, static_cast<std::uint32_t>(years_.size()));
    if (fresh) years_.push_back({stand, running});
    return found->second;
  }

  [[nodiscard]] double cost_of(Programmes set) const {
    double sum = 0;
    for (std::size_t x = 0; x < p_.programmes.size(); ++x)
      if ((set & bit(x)) != 0) sum += p_.programmes[x].cost;
    return sum;
  }

  void step(const State& from, Programmes begins) {
    State begun = from;
    for (std::size_t x = 0; x < p_.programmes.size(); ++x)
      if ((begins & bit(x)) != 0) begun.running.add(x, lead_where(p_, x, from.stand));
    const std::uint32_t year = year_of(begun.stand, begun.running.mask());
    steps_.push_back({year, index_of(begun.next()), begins});
  }

  /// Sets of `more` programmes from number `from` on that may be begun, each tried.
  void choose(const State& state, Programmes begins, std::size_t from, std::size_t more) {
    if (more == 0) return step(state, begins);
    for (std::size_t x = from; x < p_.programmes.size(); ++x)
      if ((free_ & bit(x)) != 0 &&
          cost_of(state.begun() | begins | bit(x)) <= p_.budget * (1 + 1e-12))
        choose(state, begins | bit(x), x + 1, more - 1);
  }

  void grow(std::size_t at) {
    const State state = states_[at];  // A copy: states are added below.
    first_.push_back(static_cast<std::uint32_t>(steps_.size()));
    free_ = p_.open & ~state.begun();
    const auto most = static_cast<std::size_t>(p_.at_once);
    const std::size_t slots = most > state.running.count ? most - state.running.count : 0;
    for (std::size_t more = 0; more <= slots; ++more) choose(state, 0, 0, more);
  }

  const PlanProblem& p_;
  Programmes free_ = 0;
  std::size_t grown_ = 0;
  std::vector<State> states_;
  std::vector<std::size_t> reach_;
  std::vector<std::uint32_t> first_;
  std::vector<Step> steps_;
  std::vector<Year> years_;
  std::unordered_map<std::uint64_t, std::uint32_t> index_, year_index_;
};

/// A year's loss as an alpha-maxminer sees it: alpha the worse, 1 - alpha the better end.
double feared(const YearPayoff& payoff, double pessimism) {
  const auto [less, more] = std::minmax(payoff.loss_low, payoff.loss_high);
  return pessimism * more + (1 - pessimism) * less;
}

double weight_of(const PlanProblem& problem, int year) {
  return problem.weight.empty() ? 1 : problem.weight[static_cast<std::size_t>(year)];
}

/// Backward induction for some beliefs, and the plans read off forwards.
class Induction {
 public:
  Induction(const PlanProblem& problem, const Lattice& lattice, std::size_t first)
      : p_(problem),
        lattice_(lattice),
        first_(first),
        count_(std::min(kBlock, problem.beliefs - first)) {
    for (const Year& year : lattice.years())
      for (std::size_t b = 0; b < kBlock; ++b) {
        const auto payoff = p_.payoff(year.stand, year.running, first_ + std::min(b, count_ - 1));
        loss_.push_back(feared(payoff, p_.pessimism));
        cost_.push_back(payoff.cost);
      }
  }

  void run(RobustPlan& plan) {
    const auto years = static_cast<std::size_t>(p_.years);
    std::vector<double> now(lattice_.reach(p_.years) * kBlock), after(now.size(), 0.0);
    chosen_.resize(years);
    const std::vector<std::uint32_t> idle = idle_path();
    for (std::size_t t = years; t-- > 0;) {
      back(static_cast<int>(t), after, now);
      std::swap(now, after);
      for (std::size_t b = 0; b < count_; ++b) {
        const std::size_t at = t * p_.beliefs + first_ + b;
        plan.waited[at] = after[idle[t] * kBlock + b];
        plan.waited_begins[at] = lattice_.steps(idle[t])[chosen_[t][idle[t] * kBlock + b]].begins;
      }
    }
    for (std::size_t b = 0; b < count_; ++b) {
      plan.value[first_ + b] = after[b];  // The start is state 0.
      std::uint32_t state = 0;
      for (std::size_t t = 0; t < years; ++t) {
        const Step& step = lattice_.steps(state)[chosen_[t][state * kBlock + b]];
        plan.begins[t * p_.beliefs + first_ + b] = step.begins;
        state = step.to;
      }
    }
  }

 private:
  std::vector<std::uint32_t> idle_path() const {
    std::vector<std::uint32_t> path = {0};
    for (int t = 1; t < p_.years; ++t) path.push_back(lattice_.steps(path.back()).front().to);
    return path;
  }

  void back(int year, const std::vector<double>& after, std::vector<double>& now) {
    const double weight = weight_of(p_, year), discount = p_.discount;
    auto& chosen = chosen_[static_cast<std::size_t>(year)];
    chosen.resize(lattice_.reach(year) * kBlock);
    for (std::size_t s = 0; s < lattice_.reach(year); ++s) {
      // Without branches and with choices as numbers of one width, so that it becomes vectors.
      std::array<double, kBlock> best{}, bar{}, choice{};
      const auto steps = lattice_.steps(s);
      bar.fill(-std::numeric_limits<double>::infinity());
      for (std::size_t i = 0; i < steps.size(); ++i) {
        const double* loss = &loss_[steps[i].year * kBlock];
        const double* cost = &cost_[steps[i].year * kBlock];
        const double* later = &after[steps[i].to * kBlock];
        const auto number = static_cast<double>(i);
        for (std::size_t b = 0; b < kBlock; ++b) {
          const double value = discount * later[b] - weight * loss[b] - cost[b];
          const bool better = value > bar[b];
          best[b] = better ? value : best[b];
          // Beginning more has to pay by more than rounding.
          bar[b] = better ? value + 1e-12 * (1 + std::abs(value)) : bar[b];
          choice[b] = better ? number : choice[b];
        }
      }
      std::ranges::copy(best, now.begin() + static_cast<std::ptrdiff_t>(s * kBlock));
      for (std::size_t b = 0; b < kBlock; ++b)
        chosen[s * kBlock + b] = static_cast<std::uint16_t>(choice[b]);
    }
  }

  const PlanProblem& p_;
  const Lattice& lattice_;
  std::size_t first_, count_;
  std::vector<double> loss_, cost_;                 ///< [year * kBlock + belief]
  std::vector<std::vector<std::uint16_t>> chosen_;  ///< [year][state * kBlock + belief]
};

void check(const PlanProblem& p) {
  assert(p.programmes.size() <= kMostProgrammes);
  assert(p.years >= 1 && p.years <= kMostYears && p.at_once >= 1 && p.at_once <= kMostAtOnce);
  assert(p.beliefs >= 1 && p.payoff);
  assert(p.weight.empty() || p.weight.size() == static_cast<std::size_t>(p.years));
  assert(p.left.empty() || p.left.size() == p.programmes.size());
  assert(std::ranges::all_of(p.programmes, [](const Programme& x) { return x.lead >= 1; }));
  (void)p;
}

}  // namespace

int lead_where(const PlanProblem& problem, std::size_t programme, Programmes stand) {
  const Programme& one = problem.programmes[programme];
  if (one.builds_on < 0 || (stand & bit(static_cast<std::size_t>(one.builds_on))) == 0)
    return one.lead;
  const int ahead = problem.programmes[static_cast<std::size_t>(one.builds_on)].lead;
  return std::max(1, one.lead - ahead);
}

RobustPlan robust_plan(const PlanProblem& problem) {
  check(problem);
  const Lattice lattice(problem);
  const std::size_t cells = static_cast<std::size_t>(problem.years) * problem.beliefs;
  RobustPlan plan{.beliefs = problem.beliefs,
                  .value = std::vector<double>(problem.beliefs),
                  .begins = std::vector<Programmes>(cells),
                  .waited = std::vector<double>(cells),
                  .waited_begins = std::vector<Programmes>(cells),
                  .states = lattice.states()};
  for (std::size_t first = 0; first < problem.beliefs; first += kBlock)
    Induction(problem, lattice, first).run(plan);
  return plan;
}

std::vector<double> value_of(const PlanProblem& problem, std::span<const Programmes> begins) {
  check(problem);
  std::vector<double> values;
  for (std::size_t b = 0; b < problem.beliefs; ++b) {
    Programmes stand = problem.stand;
    std::vector<int> left = problem.left;
    left.resize(problem.programmes.size(), 0);
    double value = 0, factor = 1;
    for (int t = 0; t < problem.years; ++t) {
      const auto year = static_cast<std::size_t>(t);
      const Programmes fresh = year < begins.size() ? begins[year] : 0;
      Programmes running = 0;
      for (std::size_t x = 0; x < left.size(); ++x) {
        if ((fresh & ~stand & bit(x)) != 0 && left[x] == 0) left[x] = lead_where(problem, x, stand);
        if (left[x] > 0) running |= bit(x);
      }
      const YearPayoff payoff = problem.payoff(stand, running, b);
      value -= factor * (weight_of(problem, t) * feared(payoff, problem.pessimism) + payoff.cost);
      factor *= problem.discount;
      for (std::size_t x = 0; x < left.size(); ++x)
        if (left[x] > 0 && --left[x] == 0) stand |= bit(x);
    }
    values.push_back(value);
  }
  return values;
}

std::vector<double> value_if_put_off(const PlanProblem& problem, const RobustPlan& plan,
                                     int years) {
  PlanProblem before = problem;
  before.years = std::max(1, years);
  if (!before.weight.empty()) before.weight.resize(static_cast<std::size_t>(before.years));
  std::vector<double> values =
      years == 0 ? std::vector<double>(problem.beliefs, 0.0) : value_of(before, {});
  double factor = 1;
  for (int t = 0; t < years; ++t) factor *= problem.discount;
  if (years < problem.years)
    for (std::size_t b = 0; b < problem.beliefs; ++b)
      values[b] += factor * plan.waited[static_cast<std::size_t>(years) * problem.beliefs + b];
  return values;
}

}  // namespace entente::solve
