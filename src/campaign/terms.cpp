#include "campaign/terms.h"

#include <algorithm>

namespace entente::campaign {
namespace {

/// What is committed stays, so a limit that falls later binds already before.
void finish(double* unit, std::size_t first, std::size_t periods) {
  for (std::size_t t = periods - 1; t > first; --t) unit[t - 1] = std::min(unit[t - 1], unit[t]);
}

/// Fills the terms of a world pool by pool.
class OfWorld {
 public:
  OfWorld(const Situation& s, const Numbers& n, std::optional<int> only)
      : s_(s), n_(n), only_(only) {
    w_.situation = &s;
    w_.numbers = &n;
    w_.periods = s.periods();
    w_.places = s.places.size();
    w_.elements = s.elements.size();
  }

  WorldTerms run() {
    const std::size_t rows = s_.pools.size() * w_.places;
    w_.pools.resize(w_.elements);
    w_.first.assign(rows, w_.periods);
    w_.unit.assign(rows * w_.periods, 0.0);
    for (auto* limits : {&w_.all_unit, &w_.away_unit, &w_.all, &w_.away})
      limits->assign(s_.pools.size() * w_.periods, 0.0);
    for (const OwnerCase& owner : s_.owners)
      for (const Role& role : owner.roles) w_.target.push_back(role.target ? 1 : 0);
    for (std::size_t c = 0; c < w_.places; ++c)
      for (std::size_t k = 0; k < w_.elements; ++k)
        for (std::size_t t = 0; t < w_.periods; ++t)
          w_.weight.push_back(n_.weight[c] * s_.value[k] * s_.share[t]);
    w_.lefts = lefts(s_, n_);
    for (std::size_t i = 0; i < s_.pools.size(); ++i)
      if (n_.amount[i] > 0 && (!only_ || s_.pools[i].element == *only_)) add_pool(i);
    return std::move(w_);
  }

 private:
  void add_pool(std::size_t pool) {
    w_.pools[static_cast<std::size_t>(s_.pools[pool].element)].push_back(pool);
    for (std::size_t c = 0; c < w_.places; ++c) add_row(pool, c);
    add_limits(pool);
  }

  /// Forward forces are free inside their own theatre; all others keep some at home.
  double kept_back(std::size_t pool, std::size_t place) const {
    const PoolCase& one = s_.pools[pool];
    return !one.home && one.reach[place].inside ? 0 : n_.home_defence[pool];
  }

  void add_row(std::size_t pool, std::size_t place) {
    const std::size_t row = pool * w_.places + place;
    if (!s_.pools[pool].reach[place].possible) return;
    const double arrival = std::max(0.0, n_.days[row] - n_.campaign.warning_days);
    std::size_t& first = w_.first[row];
    first = 0;
    while (first < w_.periods && s_.days[first] < arrival) ++first;
    if (first == w_.periods) return;
    double* unit = &w_.unit[row * w_.periods];
    for (std::size_t t = first; t < w_.periods; ++t)
      unit[t] = n_.ready[row * w_.periods + t] * (1 - kept_back(pool, place));
    finish(unit, first, w_.periods);
  }

  /// The limits are those of the best contingency of the scenario, in the set or not: with limits
  /// that grew with the set, a further contingency could lower the price of another.
  void add_limits(std::size_t pool) {
    double* all = &w_.all_unit[pool * w_.periods];
    double* away = &w_.away_unit[pool * w_.periods];
    for (std::size_t t = 0; t < w_.periods; ++t) {
      for (std::size_t c = 0; c < w_.places; ++c)
        if (s_.pools[pool].reach[c].possible)
          all[t] = std::max(all[t], n_.ready[(pool * w_.places + c) * w_.periods + t]);
      away[t] = all[t] * (1 - n_.home_defence[pool]);
    }
    finish(all, 0, w_.periods);
    finish(away, 0, w_.periods);
    for (std::size_t t = 0; t < w_.periods; ++t) {
      w_.all[pool * w_.periods + t] = all[t] * n_.amount[pool];
      w_.away[pool * w_.periods + t] = away[t] * n_.amount[pool];
    }
  }

  const Situation& s_;
  const Numbers& n_;
  std::optional<int> only_;
  WorldTerms w_;
};

/// Fills the terms of a draw.
class OfDraw {
 public:
  OfDraw(const WorldTerms& w, const Kept& kept)
      : w_(w), s_(*w.situation), n_(*w.numbers), kept_(kept) {
    d_.world = &w;
  }

  DrawTerms run() {
    d_.comes.assign(w_.first.size(), 0.0);
    d_.cap.assign(w_.unit.size(), 0.0);
    d_.works.assign(s_.owners.size() * w_.elements * w_.places * w_.periods, 1.0);
    d_.host.assign(w_.weight.size(), 0.0);
    d_.net.assign(w_.weight.size(), 0.0);
    for (std::size_t o = 0; o < s_.owners.size(); ++o)
      for (std::size_t k = 0; k < w_.elements; ++k) add_works(o, k);
    for (std::size_t k = 0; k < w_.elements; ++k) {
      for (const std::size_t pool : w_.pools[k])
        for (std::size_t c = 0; c < w_.places; ++c) add_row(pool, c, k);
      for (std::size_t c = 0; c < w_.places; ++c) add_net(c, k);
    }
    return std::move(d_);
  }

 private:
  /// Usable shares differ from 1 only where somebody has a hold.
  void add_works(std::size_t owner, std::size_t k) {
    const std::size_t cell = owner * w_.elements + k;
    if (w_.pools[k].empty() || s_.hold_of[cell] == s_.hold_of[cell + 1]) return;
    for (std::size_t c = 0; c < w_.places; ++c)
      find_usable(s_, n_, w_.lefts, kept_, static_cast<int>(owner), static_cast<int>(k), c,
                  {d_.works.data() + (cell * w_.places + c) * w_.periods, w_.periods});
  }

  void add_row(std::size_t pool, std::size_t c, std::size_t k) {
    const std::size_t row = pool * w_.places + c;
    const std::size_t pair = static_cast<std::size_t>(s_.pools[pool].owner) * w_.places + c;
    const double comes = kept_.comes[pair] * n_.share[pair * w_.elements + k];
    if (comes <= 0 || w_.first[row] == w_.periods) return;
    for (std::size_t t = row * w_.periods; t < (row + 1) * w_.periods; ++t)
      d_.cap[t] = w_.unit[t] * comes * n_.amount[pool];
    if (d_.cap[(row + 1) * w_.periods - 1] > 0) d_.comes[row] = comes;
  }

  /// The usable share of the hosts' forces is weighted by their inventories.
  void add_net(std::size_t c, std::size_t k) {
    works_.assign(w_.periods, 0.0);
    double units = 0;
    for (const int one : s_.places[c].host_pools[k]) {
      const auto pool = static_cast<std::size_t>(one);
      const double amount = n_.amount[pool];
      if (amount <= 0) continue;
      const double* works = &d_.works[d_.works_at(pool, c)];
      for (std::size_t t = 0; t < w_.periods; ++t) works_[t] += amount * works[t];
      units += amount;
    }
    for (std::size_t t = 0; t < w_.periods; ++t) {
      const std::size_t at = (c * w_.elements + k) * w_.periods + t;
      d_.host[at] = n_.host[at] * (units > 0 ? works_[t] / units : 1);
      d_.net[at] = std::max(0.0, n_.demand[at] - d_.host[at]);
    }
  }

  const WorldTerms& w_;
  const Situation& s_;
  const Numbers& n_;
  const Kept& kept_;
  DrawTerms d_;
  std::vector<double> works_;  ///< [period]
};

}  // namespace

std::size_t DrawTerms::works_at(std::size_t pool, std::size_t place) const {
  const PoolCase& one = world->situation->pools[pool];
  const std::size_t cell =
      static_cast<std::size_t>(one.owner) * world->elements + static_cast<std::size_t>(one.element);
  return (cell * world->places + place) * world->periods;
}

WorldTerms world_terms(const Situation& situation, const Numbers& numbers,
                       std::optional<int> only) {
  return OfWorld(situation, numbers, only).run();
}

DrawTerms draw_terms(const WorldTerms& world, const Kept& kept) {
  return OfDraw(world, kept).run();
}

}  // namespace entente::campaign
