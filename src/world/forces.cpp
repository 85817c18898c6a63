#include <algorithm>
#include <string_view>
#include <tuple>

#include "world/index.h"
#include "world/world.h"

namespace entente::world {
namespace {

/// Sorts by what `key` gives; a snapshot comes sorted, and then nothing is moved.
template <class T, class Key>
void sort_by(std::vector<T>& items, Key key) {
  const auto less = [&](const T& a, const T& b) { return key(a) < key(b); };
  if (!std::is_sorted(items.begin(), items.end(), less))
    std::stable_sort(items.begin(), items.end(), less);
}

}  // namespace

void sort_forces(World& world) {
  const auto name = [&](Symbol symbol) { return std::string_view(world.symbols.name(symbol)); };
  sort_by(world.pools, [&](const Pool& pool) {
    return std::tuple(name(pool.owner), name(pool.base), name(pool.element));
  });
  sort_by(world.deployments, [&](const Deployment& one) {
    return std::tuple(name(one.base), name(one.theatre), name(one.element), name(one.owner));
  });
  sort_by(world.distances,
          [&](const Distance& one) { return std::tuple(name(one.base), name(one.theatre)); });
  sort_by(world.prepositioned, [&](const Prepositioned& one) {
    return std::tuple(name(one.owner), name(one.from), name(one.theatre), name(one.element));
  });
  sort_by(world.readiness, [&](const Readiness& one) {
    return std::tuple(name(one.kind), name(one.element), one.day);
  });
  sort_by(world.participations, [&](const Participation& one) {
    return std::tuple(name(one.theatre), name(one.state), name(one.element));
  });
  sort_by(world.theatre_bases,
          [&](const TheatreBase& one) { return std::tuple(name(one.theatre), name(one.base)); });
  sort_by(world.home_bases,
          [&](const HomeBase& one) { return std::tuple(name(one.state), name(one.base)); });
  sort_by(world.price_changes, [&](const PriceChange& one) { return name(one.state); });
  sort_by(world.dependencies, [&](const Dependency& one) {
    return std::tuple(name(one.user), name(one.element), name(one.service), name(one.supplier));
  });
  sort_by(world.substitutes, [&](const Substitute& one) {
    return std::tuple(name(one.user), name(one.element), name(one.service), name(one.supplier));
  });
  sort_by(world.contingencies, [&](const Contingency& one) { return name(one.id); });
  for (Contingency& contingency : world.contingencies)
    for (auto* amounts :
         {&contingency.demand, &contingency.host_supply, &contingency.red_committed})
      sort_by(*amounts, [&](const Amount& one) { return std::tuple(name(one.element), one.day); });
}

void sort_munitions(World& world) {
  const auto name = [&](Symbol symbol) { return std::string_view(world.symbols.name(symbol)); };
  sort_by(world.munitions, [&](const Munition& one) { return name(one.id); });
  sort_by(world.munition_stocks, [&](const MunitionStock& one) {
    return std::tuple(name(one.holder), name(one.munition));
  });
  for (MunitionStock& stock : world.munition_stocks)
    sort_by(stock.components, [&](const Component& one) { return name(one.name); });
  sort_by(world.munition_uses, [&](const MunitionUse& one) {
    return std::tuple(name(one.contingency), name(one.munition));
  });
  sort_by(world.coproductions,
          [&](const Coproduction& one) { return std::tuple(name(one.from), name(one.to)); });
}

void sort_hedging(World& world) {
  const auto name = [&](Symbol symbol) { return std::string_view(world.symbols.name(symbol)); };
  sort_by(world.hedge_options, [&](const HedgeOption& one) {
    const auto rung = std::ranges::find(kHedgeOptions, name(one.option)) - kHedgeOptions.begin();
    return std::tuple(name(one.state), rung);
  });
}

}  // namespace entente::world
