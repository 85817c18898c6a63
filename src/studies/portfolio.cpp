#include "studies/portfolio.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/threads.h"
#include "campaign/gaps.h"
#include "scenario/levers/lever.h"

namespace entente::studies {
namespace {

using namespace campaign;
using world::Uncertain;

constexpr double kStepAlone = 0.05, kStepPooled = 0.02;

/// Draws of plans begin here, far from those by which plans are judged.
constexpr std::uint64_t kFirstPlanDraw = 1'000'000;

/// A gap that falls by less than this share of itself a step counts as not falling.
constexpr double kNothing = 1e-9;

/// A spender with its money.
struct Spender {
  Symbol state;
  int owner = -1;
  double money = 0;  ///< bn USD over all years.
  double share = 0;  ///< Of all money.
};

/// The mean weighted shortfall of single elements, over draws of honour at the tables' facts.
class Gaps {
 public:
  Gaps(const Question& q, Numbers numbers, std::vector<int> set, const std::vector<Kept>& kept)
      : q_(q), numbers_(std::move(numbers)), set_(std::move(set)), kept_(kept) {}

  [[nodiscard]] double mean(int element) const {
    const WorldTerms world = world_terms(q_.situation, numbers_, element);
    std::vector<bool> wanted(q_.situation.elements.size(), false);
    wanted[static_cast<std::size_t>(element)] = true;
    double sum = 0;
    for (const Kept& kept : kept_) sum += shortfall(draw_terms(world, kept), set_, wanted);
    return sum / static_cast<double>(kept_.size());
  }

  [[nodiscard]] Numbers& numbers() { return numbers_; }

 private:
  const Question& q_;
  Numbers numbers_;
  std::vector<int> set_;
  const std::vector<Kept>& kept_;
};

/// What a step buys of one element: units by pool.
using Lot = std::vector<std::pair<std::size_t, double>>;

/// Buys step by step the element that closes most of the gap for the same money. Elements share
/// nothing, so a purchase changes the worth of its own element only. Throws `Cancelled`.
class Buying {
 public:
  Buying(const Question& q, Gaps gaps, std::vector<Lot> lots, const Run& run)
      : q_(q), gaps_(std::move(gaps)), lots_(std::move(lots)), run_(run) {
    for (std::size_t k = 0; k < lots_.size(); ++k) {
      now_.push_back(lots_[k].empty() ? 0 : gaps_.mean(static_cast<int>(k)));
      next_.push_back(after(k));
    }
  }

  /// Steps bought of each element; fewer than `steps` in all where nothing closes a gap further.
  std::vector<int> run(int steps) {
    std::vector<int> bought(lots_.size(), 0);
    for (int step = 0; step < steps; ++step) {
      std::size_t best = 0;
      for (std::size_t k = 1; k < lots_.size(); ++k)
        if (now_[k] - next_[k] > now_[best] - next_[best]) best = k;
      if (now_[best] - next_[best] <= kNothing * now_[best]) break;
      put(best, 1);
      ++bought[best];
      now_[best] = next_[best];
      next_[best] = after(best);
    }
    return bought;
  }

 private:
  void put(std::size_t k, double times) {
    for (const auto& [pool, units] : lots_[k])
      add_units(gaps_.numbers(), q_.situation, pool, times * units);
  }
  /// The shortfall of an element with one step more of it.
  double after(std::size_t k) {
    if (stopped(run_)) throw Cancelled();
    if (lots_[k].empty()) return now_[k];
    const Numbers before = gaps_.numbers();
    put(k, 1);
    const double mean = gaps_.mean(static_cast<int>(k));
    gaps_.numbers() = before;
    return mean;
  }

  const Question& q_;
  Gaps gaps_;
  std::vector<Lot> lots_;
  const Run& run_;
  std::vector<double> now_, next_;
};

class Spending {
 public:
  Spending(const SpendTerms& terms, scenario::Library library, const Question& q,
           std::uint64_t seed, std::size_t draws, const Run& run)
      : terms_(terms), library_(std::move(library)), q_(q), run_(run) {
    numbers_ = numbers_of(q.situation, q.premises, library_.world.symbols, {});
    for (std::size_t i = 0; i < draws; ++i)
      kept_.push_back(kept_in(q.situation, numbers_, Honour::drawn, seed, kFirstPlanDraw + i));
  }

  Portfolio go() {
    find_spenders();
    if (!spenders_.empty()) {
      if (terms_.how == SpendHow::present_mix) present_mix();
      if (terms_.how == SpendHow::each_alone) each_alone();
      if (terms_.how == SpendHow::pooled) pooled();
    }
    for (const auto& [key, money] : bought_) {
      if (money <= 0) continue;
      const auto& one = library_.world.elements[key.second];
      const Uncertain cost = cost_range(spenders_[key.first].state, key.second);
      result_.purchases.push_back(
          {spenders_[key.first].state,
           one.id,
           {money / cost.value, money / cost.high, money / cost.low, true, 'C'},
           money});
    }
    return std::move(result_);
  }

 private:
  void find_spenders() {
    double all = 0;
    std::vector<Spender> found;
    for (const Symbol state : terms_.states) {
      const std::string& name = library_.world.symbols.name(state);
      const double gdp = scenario::gdp_of(library_.world, state);
      const auto owner = std::ranges::find(q_.situation.owners, state, &OwnerCase::state);
      if (owner == q_.situation.owners.end())
        result_.left_out.push_back(name + " has no forces in the library");
      else if (gdp <= 0)
        result_.left_out.push_back(name + " has no gross domestic product in the library");
      else
        found.push_back({state, static_cast<int>(owner - q_.situation.owners.begin()), gdp, 0});
      if (!found.empty() && found.back().state == state) all += gdp;
    }
    for (Spender& one : found) {
      one.share = one.money / all;
      one.money = one.share * terms_.money * terms_.years;
      spenders_.push_back(one);
    }
  }

  double lines() const {
    if (terms_.lines > 0) return terms_.lines;
    if (terms_.how == SpendHow::present_mix) return terms_.lines_today;
    if (terms_.how == SpendHow::pooled) return terms_.lines_pooled;
    return std::max(1.0, static_cast<double>(spenders_.size()));
  }

  double cost(Symbol state, std::size_t k) const {
    return scenario::unit_cost(library_.world, library_.world.elements[k], state, terms_.years,
                               lines(), terms_.kappa);
  }
  Uncertain cost_range(Symbol state, std::size_t k) const {
    Uncertain kappa = scenario::kKappa;
    kappa.value = terms_.kappa;
    kappa.low = std::min(kappa.low, kappa.value);
    kappa.high = std::max(kappa.high, kappa.value);
    return scenario::unit_cost_range(library_.world, library_.world.elements[k], state,
                                     terms_.years, lines(), kappa);
  }

  /// The home pool of a spender, or the number of pools.
  std::size_t pool(const Spender& spender, std::size_t k) {
    const auto& pools = q_.situation.pools;
    const Symbol base = scenario::home_base(library_, spender.state, q_.situation.elements[k]);
    const std::string& name = library_.world.symbols.name(base);
    std::size_t at = 0;
    while (at < pools.size() &&
           !(pools[at].owner == spender.owner && pools[at].element == static_cast<int>(k) &&
             pools[at].home && pools[at].name == name))
      ++at;
    return at;
  }

  void present_mix() {
    for (std::size_t i = 0; i < spenders_.size(); ++i) {
      std::vector<double> worth(q_.situation.elements.size(), 0.0);
      double all = 0;
      for (std::size_t p = 0; p < q_.situation.pools.size(); ++p) {
        const PoolCase& one = q_.situation.pools[p];
        if (one.owner != spenders_[i].owner) continue;
        const auto k = static_cast<std::size_t>(one.element);
        const double units = numbers_.amount[p] * cost(spenders_[i].state, k);
        worth[k] += units;
        all += units;
      }
      if (all <= 0) {
        result_.unspent += spenders_[i].money;
        continue;
      }
      for (std::size_t k = 0; k < worth.size(); ++k)
        bought_[{i, k}] = spenders_[i].money * worth[k] / all;
    }
  }

  /// What one step of a spender buys of each element; empty where it has no price or no place.
  std::vector<Lot> lots_of(const Spender& spender, double money) {
    std::vector<Lot> lots;
    for (std::size_t k = 0; k < q_.situation.elements.size(); ++k) {
      Lot& lot = lots.emplace_back();
      const double price = cost(spender.state, k);
      const std::size_t at = pool(spender, k);
      if (price > 0 && at < q_.situation.pools.size()) lot.emplace_back(at, money / price);
    }
    return lots;
  }

  /// Contingencies in which a state is attacked or bound.
  std::vector<int> own_places(const Spender& spender) const {
    std::vector<int> places;
    const OwnerCase& owner = q_.situation.owners[static_cast<std::size_t>(spender.owner)];
    for (std::size_t c = 0; c < q_.situation.places.size(); ++c) {
      const Role& role = owner.roles[c];
      const bool bound = role.helper != nullptr && world::binds(role.helper->duty);
      if (role.target || bound) places.push_back(static_cast<int>(c));
    }
    return places;
  }

  void each_alone() {
    struct Alone {
      std::vector<int> places, bought;
      std::vector<Lot> lots;
    };
    std::vector<Alone> all(spenders_.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i].places = own_places(spenders_[i]);
      all[i].lots = lots_of(spenders_[i], kStepAlone * spenders_[i].money);
    }
    on_threads(all.size(), run_, [&](std::size_t i) {
      if (all[i].places.empty()) return;
      Numbers mine = numbers_;  // Its own forces and the hub's.
      for (std::size_t p = 0; p < q_.situation.pools.size(); ++p) {
        const int owner = q_.situation.pools[p].owner;
        const bool counts =
            owner == spenders_[i].owner ||
            q_.situation.owners[static_cast<std::size_t>(owner)].state == terms_.hub;
        if (!counts) mine.amount[p] = 0;
      }
      Buying buying(q_, Gaps(q_, std::move(mine), all[i].places, kept_), all[i].lots, run_);
      all[i].bought = buying.run(static_cast<int>(std::lround(1 / kStepAlone)));
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
      double spent = 0;
      for (std::size_t k = 0; k < all[i].bought.size(); ++k) {
        const double money = all[i].bought[k] * kStepAlone * spenders_[i].money;
        bought_[{i, k}] = money;
        spent += money;
      }
      result_.unspent += spenders_[i].money - spent;
      if (all[i].places.empty())
        result_.left_out.push_back(library_.world.symbols.name(spenders_[i].state) +
                                   " is neither attacked nor bound");
    }
  }

  void pooled() {
    double money = 0;
    for (const Spender& one : spenders_) money += one.money;
    const double step = kStepPooled * money;
    std::vector<Lot> lots(q_.situation.elements.size());
    std::vector<double> worth(lots.size(), 0.0);  // Of the units of a step, over all members.
    for (const Spender& one : spenders_) {
      const std::vector<Lot> own = lots_of(one, step * one.share);
      for (std::size_t k = 0; k < lots.size(); ++k)
        if (!own[k].empty()) {
          lots[k].push_back(own[k].front());
          worth[k] += step * one.share;
        }
    }
    for (std::size_t k = 0; k < lots.size(); ++k)  // Money of members without a place for it.
      for (auto& [pool, units] : lots[k]) units *= step / worth[k];
    std::vector<int> everywhere;
    for (std::size_t c = 0; c < q_.situation.places.size(); ++c)
      everywhere.push_back(static_cast<int>(c));
    Buying buying(q_, Gaps(q_, numbers_, everywhere, kept_), lots, run_);
    const std::vector<int> bought = buying.run(static_cast<int>(std::lround(1 / kStepPooled)));
    double spent = 0;
    for (std::size_t k = 0; k < lots.size(); ++k) {
      spent += bought[k] * step;
      for (const auto& [pool, units] : lots[k])
        for (std::size_t i = 0; i < spenders_.size(); ++i)
          if (spenders_[i].owner == q_.situation.pools[pool].owner)
            bought_[{i, k}] = bought[k] * units * cost(spenders_[i].state, k);
    }
    result_.unspent = money - spent;
  }

  const SpendTerms& terms_;
  scenario::Library library_;
  const Question& q_;
  const Run& run_;
  Numbers numbers_;
  std::vector<Kept> kept_;
  std::vector<Spender> spenders_;
  std::map<std::pair<std::size_t, std::size_t>, double> bought_;  // Money by spender, element.
  Portfolio result_;
};

}  // namespace

void with_pools(scenario::Library& library, const std::vector<Symbol>& states) {
  for (const Symbol state : states) {
    const bool armed = std::ranges::any_of(
        library.world.pools, [&](const world::Pool& one) { return one.owner == state; });
    if (!armed) continue;  // A state without forces in the library does not begin to have them.
    for (std::size_t k = 0; k < library.world.elements.size(); ++k)
      (void)scenario::add_units(library, state, library.world.elements[k].id, Uncertain::known(0));
  }
  library.world.index();
}

void deliver(scenario::Library& library, const std::vector<Purchase>& purchases) {
  for (const Purchase& one : purchases)
    (void)scenario::add_units(library, one.state, one.element, one.units);
  library.world.index();
}

Portfolio spend(const SpendTerms& terms, const scenario::Library& library, const Question& question,
                std::uint64_t seed, std::size_t draws, const Run& run) {
  return Spending(terms, library, question, seed, draws, run).go();
}

}  // namespace entente::studies
