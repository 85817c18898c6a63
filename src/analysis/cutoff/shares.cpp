#include "analysis/cutoff/shares.h"

#include <algorithm>
#include <set>
#include <utility>

namespace entente::analysis {
namespace {

using namespace campaign;

double units_of(const world::World& world, Symbol user, Symbol element) {
  double units = 0;
  for (const world::Pool& pool : world.pools)
    if (pool.owner == user && pool.element == element)
      units += pool.amount.value + pool.added.value;
  return std::max(0.0, units);
}

}  // namespace

Dependents::Dependents(const scenario::Library& library, std::vector<Service> services,
                       const CutoffAsked& asked)
    : thrown_(asked.thrown), services_(std::move(services)), days_(asked.days) {
  std::set<Symbol> users;
  std::vector<std::pair<std::string, Symbol>> elements;
  for (std::size_t i = 0; i < services_.size(); ++i) {
    const world::Dependency& row = *services_[i].row;
    users.insert(row.user);
    if (all_.empty() || all_.back().user != row.user || all_.back().element != row.element)
      all_.push_back({row.user, row.element, i, i, units_of(library.world, row.user, row.element)});
    all_.back().last = i + 1;
    elements.emplace_back(library.world.symbols.name(row.element), row.element);
  }
  users_ = users.size();
  std::ranges::sort(elements);
  for (const auto& [name, element] : elements)
    if (elements_.empty() || elements_.back() != element) elements_.push_back(element);
}

template <class Left>
std::vector<double> Dependents::shares(const Left& left) const {
  std::vector<double> row(overall(true) + 1, 0.0);
  double counted = 0;
  for (std::size_t e = 0; e < elements_.size(); ++e) {
    std::vector<double> sums(days_.size() + 2, 0.0), plain(days_.size() + 2, 0.0);
    double units = 0, members = 0;
    for (std::size_t d = 0; d < all_.size(); ++d) {
      if (all_[d].element != elements_[e]) continue;
      units += all_[d].units;
      members += 1;
      for (std::size_t t = 0; t < sums.size(); ++t) {
        const int day = t < days_.size() ? days_[t] : t == days_.size() ? 0 : kRestoreDay;
        const double share = left(d, day);
        if (t < days_.size()) row[usable(d, t)] = share;
        sums[t] += all_[d].units * share;
        plain[t] += share;
      }
    }
    for (std::size_t t = 0; t < sums.size(); ++t) {
      const double share = units > 0 ? sums[t] / units : plain[t] / members;
      if (t < days_.size())
        row[element(e, t)] = share;
      else if (units > 0)
        row[overall(t > days_.size())] += share;
    }
    counted += units > 0 ? 1 : 0;
  }
  for (const bool later : {false, true}) row[overall(later)] /= std::max(1.0, counted);
  return row;
}

double Dependents::left(const std::vector<Withheld>& held, std::size_t dependent, int day) const {
  double share = 1;
  for (std::size_t i = all_[dependent].first; i < all_[dependent].last; ++i)
    share *= left_by(held[i].share, held[i].lapse_days, day);
  return share;
}

std::vector<double> Dependents::end_row(bool worst) const {
  std::vector<Withheld> held;
  for (const Service& one : services_) {
    const auto at = [&](const Knob& knob, bool high) {
      return knob.range.assumption ? (high ? knob.range.high : knob.range.low)
                                   : quantile(knob.range, high ? 0.95 : 0.05);
    };
    Service end = one;
    end.share.range = world::Uncertain::known(at(one.share, worst));
    end.lapse_days.range = world::Uncertain::known(at(one.lapse_days, !worst));
    held.push_back(withheld_in(end, thrown_, {}));
  }
  return shares([&](std::size_t d, int day) { return left(held, d, day); });
}

std::vector<double> Dependents::pushed_row(const Push& push) const {
  std::vector<Withheld> held;
  for (const Service& one : services_) {
    Service moved = one;
    for (Knob* knob : {&moved.share, &moved.lapse_days})
      if (std::ranges::binary_search(push.keys, knob->key))
        knob->range = world::Uncertain::known(quantile(knob->range, push.u));
    held.push_back(withheld_in(moved, thrown_, {}));
  }
  return shares([&](std::size_t d, int day) { return left(held, d, day); });
}

std::vector<double> Dependents::row(const WorldId& id) const {
  std::vector<Withheld> held;
  for (const Service& one : services_) held.push_back(withheld_in(one, thrown_, id));
  std::vector<double> row = shares([&](std::size_t d, int day) { return left(held, d, day); });
  row.resize(size(), 0.0);
  for (std::size_t d = 0; d < all_.size(); ++d)
    for (std::size_t i = all_[d].first; i < all_[d].last; ++i) {
      double others = 1;
      for (std::size_t j = all_[d].first; j < all_[d].last; ++j)
        if (j != i) others *= left_by(held[j].share, held[j].lapse_days, kRestoreDay);
      const double back = others * (1 - left_by(held[i].share, held[i].lapse_days, kRestoreDay));
      row[restored(i)] = back;
      const double cost = services_[i].substitute == nullptr ? 0 : value_in(services_[i].cost, id);
      if (cost > 0) row[restored_per_bn(i)] = back / cost;
    }
  return row;
}

std::vector<double> Dependents::naive_row() const {
  return shares([&](std::size_t d, int) {
    double lost = 0;
    for (std::size_t i = all_[d].first; i < all_[d].last; ++i)
      lost += std::clamp(services_[i].row->share.value, 0.0, 1.0);
    return std::max(0.0, 1 - lost);
  });
}

DrawnWorlds share_sweep(const Dependents& dependents, const Sampling& sampling, const Run& run) {
  Run quiet = run;  // The draws of the ledger take most of the time: they tell how far it is.
  quiet.progress = {};
  return over_worlds(sampling, dependents.size(), quiet,
                     [&](const WorldId& id) { return dependents.row(id); });
}

}  // namespace entente::analysis
