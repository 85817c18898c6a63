#include <algorithm>
#include <cassert>

#include "campaign/allocation.h"

namespace entente::campaign {
namespace {

/// States the problem pool by pool.
class Stating {
 public:
  Stating(const Situation& s, const Numbers& n, const Kept& kept, std::span<const int> set,
          int element)
      : s_(s), n_(n), kept_(kept), k_(static_cast<std::size_t>(element)) {
    p_.element = element;
    p_.set.assign(set.begin(), set.end());
    p_.periods = s.periods();
    p_.time = s.share;
  }

  Problem run() {
    for (const int place : p_.set) add_place(static_cast<std::size_t>(place));
    for (std::size_t i = 0; i < s_.pools.size(); ++i)
      if (static_cast<std::size_t>(s_.pools[i].element) == k_ && n_.amount[i] > 0) add_pool(i);
    return std::move(p_);
  }

 private:
  void add_place(std::size_t c) {
    const std::vector<double> works = host_works(c);
    for (std::size_t t = 0; t < p_.periods; ++t) {
      const std::size_t at = (c * s_.elements.size() + k_) * p_.periods + t;
      p_.demand.push_back(n_.demand[at]);
      p_.host.push_back(n_.host[at] * works[t]);
      p_.net.push_back(std::max(0.0, p_.demand.back() - p_.host.back()));
      p_.weight.push_back(n_.weight[c] * s_.value[k_] * s_.share[t]);
    }
  }

  /// The usable share of the hosts' forces, weighted by their inventories.
  std::vector<double> host_works(std::size_t c) {
    std::vector<double> sum(p_.periods, 0.0);
    double units = 0;
    for (const int pool : s_.places[c].host_pools[k_]) {
      const double amount = n_.amount[static_cast<std::size_t>(pool)];
      if (amount <= 0) continue;
      const auto works = usable(s_, n_, kept_, s_.pools[static_cast<std::size_t>(pool)].owner,
                                static_cast<int>(k_), c);
      for (std::size_t t = 0; t < p_.periods; ++t) sum[t] += amount * works[t];
      units += amount;
    }
    for (double& one : sum) one = units > 0 ? one / units : 1;
    return sum;
  }

  void add_pool(std::size_t pool) {
    const PoolCase& one = s_.pools[pool];
    const OwnerCase& owner = s_.owners[static_cast<std::size_t>(one.owner)];
    for (const int c : p_.set)
      if (owner.roles[static_cast<std::size_t>(c)].target) return;
    Limit limit;
    limit.pool = static_cast<int>(pool);
    limit.begin = p_.slots.size();
    for (std::size_t i = 0; i < p_.set.size(); ++i) add_slot(pool, i, limit);
    limit.end = p_.slots.size();
    if (limit.begin == limit.end) return;
    add_limits(pool, limit);
    p_.limits.push_back(std::move(limit));
  }

  /// Forward forces are free inside their own theatre; all others keep some at home.
  double kept_back(std::size_t pool, std::size_t place) const {
    const PoolCase& one = s_.pools[pool];
    return !one.home && one.reach[place].inside ? 0 : n_.home_defence[pool];
  }

  void add_slot(std::size_t pool, std::size_t index, Limit& limit) {
    const auto place = static_cast<std::size_t>(p_.set[index]);
    const PoolCase& one = s_.pools[pool];
    const Reach& reach = one.reach[place];
    const std::size_t pair = static_cast<std::size_t>(one.owner) * s_.places.size() + place;
    const double comes = kept_.comes[pair] * n_.share[pair * s_.elements.size() + k_];
    if (!reach.possible || comes <= 0) return;
    const std::size_t row = pool * s_.places.size() + place;
    const double arrival = std::max(0.0, n_.days[row] - n_.campaign.warning_days);
    Slot slot;
    slot.pool = static_cast<int>(pool);
    slot.place = index;
    while (slot.first < p_.periods && s_.days[slot.first] < arrival) ++slot.first;
    if (slot.first == p_.periods) return;
    for (std::size_t t = 0; t < p_.periods; ++t)
      slot.unit.push_back(t < slot.first ? 0
                                         : n_.ready[row * p_.periods + t] *
                                               (1 - kept_back(pool, place)) * comes);
    finish(slot.unit, slot.cap, n_.amount[pool]);
    if (slot.cap.back() <= 0) return;
    slot.works = usable(s_, n_, kept_, one.owner, static_cast<int>(k_), place);
    slot.days = reach.inside ? 0 : n_.days[row];
    slot.inside = reach.inside;
    limit.inside = limit.inside || reach.inside;
    p_.slots.push_back(std::move(slot));
  }

  /// What is committed stays, so a limit that falls later binds already before.
  static void finish(std::vector<double>& unit, std::vector<double>& cap, double amount) {
    for (std::size_t t = unit.size() - 1; t > 0; --t) unit[t - 1] = std::min(unit[t - 1], unit[t]);
    for (const double one : unit) cap.push_back(one * amount);
  }

  /// The limits are those of the best contingency of the scenario, in the set or not: with limits
  /// that grew with the set, a further contingency could lower the price of another.
  void add_limits(std::size_t pool, Limit& limit) {
    for (std::size_t t = 0; t < p_.periods; ++t) {
      double ready = 0;
      for (std::size_t c = 0; c < s_.places.size(); ++c) {
        const std::size_t row = pool * s_.places.size() + c;
        if (s_.pools[pool].reach[c].possible)
          ready = std::max(ready, n_.ready[row * p_.periods + t]);
      }
      limit.all_unit.push_back(ready);
      limit.away_unit.push_back(ready * (1 - n_.home_defence[pool]));
    }
    finish(limit.all_unit, limit.all, n_.amount[pool]);
    finish(limit.away_unit, limit.away, n_.amount[pool]);
  }

  const Situation& s_;
  const Numbers& n_;
  const Kept& kept_;
  std::size_t k_;
  Problem p_;
};

}  // namespace

double Problem::required() const {
  double sum = 0;
  for (std::size_t i = 0; i < net.size(); ++i) sum += weight[i] * net[i];
  return sum;
}

Problem problem_of(const Situation& situation, const Numbers& numbers, const Kept& kept,
                   std::span<const int> set, int element) {
  return Stating(situation, numbers, kept, set, element).run();
}

double unlimited(const Problem& p) {
  double sum = 0;
  for (std::size_t c = 0; c < p.set.size(); ++c)
    for (std::size_t t = 0; t < p.periods; ++t) {
      const bool reached = std::ranges::any_of(p.slots, [&](const Slot& slot) {
        return slot.place == c && slot.cap[t] * slot.works[t] > 0;
      });
      const std::size_t at = c * p.periods + t;
      if (!reached) sum += p.weight[at] * p.net[at];
    }
  return sum;
}

}  // namespace entente::campaign
