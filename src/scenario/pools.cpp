#include "scenario/pools.h"

#include <map>
#include <string>
#include <tuple>

namespace entente::scenario {
namespace {

using world::Figure;

constexpr std::string_view kHomeDefence = "_home_defence";

world::Uncertain uncertain(const Figure& figure) {
  return {figure.value, figure.low, figure.high, figure.status == "assumption",
          figure.sourced.confidence};
}

/// The figure of the latest year for each state, name and base.
class Latest {
 public:
  using Key = std::tuple<Symbol, std::string, std::string>;

  explicit Latest(const std::vector<Figure>& figures) {
    for (const Figure& figure : figures) {
      const Figure*& held = figures_[{figure.state, figure.what, figure.where}];
      if (held == nullptr || held->year <= figure.year) held = &figure;
    }
  }

  [[nodiscard]] const Figure* find(const Key& key) const {
    const auto found = figures_.find(key);
    return found == figures_.end() ? nullptr : found->second;
  }
  [[nodiscard]] const std::map<Key, const Figure*>& all() const { return figures_; }

 private:
  std::map<Key, const Figure*> figures_;
};

}  // namespace

void derive_pools(world::World& world, const HomeBases& home_bases) {
  std::set<std::string> elements;
  for (const world::Element& element : world.elements)
    elements.insert(world.symbols.name(element.id));
  world.pools.clear();
  const Latest latest(world.figures);
  for (const auto& [key, figure] : latest.all()) {
    if (!elements.contains(figure->what)) continue;
    world::Pool pool;
    pool.owner = figure->state;
    pool.base = world.symbols.intern(figure->where);
    pool.element = world.symbols.intern(figure->what);
    pool.home = home_bases.contains({pool.owner, pool.base});
    pool.amount = uncertain(*figure);
    const Figure* stays =
        latest.find({figure->state, figure->what + std::string(kHomeDefence), figure->where});
    pool.home_defence = stays != nullptr ? uncertain(*stays) : world::Uncertain::known(0);
    pool.source = figure->sourced.source;
    world.pools.push_back(std::move(pool));
  }
}

}  // namespace entente::scenario
