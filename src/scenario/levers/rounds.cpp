#include "scenario/levers/rounds.h"

#include <algorithm>

#include "scenario/reform_forces.h"

namespace entente::scenario::levers {
namespace {

/// The row of exactly this holder, or the number of rows.
std::size_t row_at(const world::World& world, Symbol holder, Symbol munition) {
  const auto& rows = world.munition_stocks;
  const auto found = std::ranges::find_if(rows, [&](const world::MunitionStock& one) {
    return one.holder == holder && one.munition == munition;
  });
  return static_cast<std::size_t>(found - rows.begin());
}

/// The row of a state: its own, else that of a group it belongs to, else the number of rows.
std::size_t row_of_state(const world::World& world, Symbol state, Symbol munition) {
  const auto& rows = world.munition_stocks;
  if (const std::size_t own = row_at(world, state, munition); own < rows.size()) return own;
  std::size_t i = 0;
  for (; i < rows.size(); ++i) {
    const world::Group* group = world.group(rows[i].holder);
    if (rows[i].munition == munition && group != nullptr &&
        world.in_group(*group, state, world.day))
      break;
  }
  return i;
}

}  // namespace

std::vector<std::size_t> rows_meant(const Effect& effect, const Pulling& pulling, Symbol munition,
                                    bool make) {
  world::World& world = pulling.world();
  std::vector<std::size_t> found;
  const auto take = [&](std::size_t row) {
    if (row < world.munition_stocks.size() && std::ranges::find(found, row) == found.end())
      found.push_back(row);
  };
  std::vector<std::string> others;
  if (const Setting* holders = effect.find("holders"))
    for (const std::string& name : holders->texts) {
      const Symbol holder = world.symbols.find(name);
      const bool together =
          holder && row_at(world, holder, munition) < world.munition_stocks.size();
      if (together)
        take(row_at(world, holder, munition));
      else
        others.push_back(name);
    }
  for (const Symbol state : states_meant(world, others)) {
    if (make && row_of_state(world, state, munition) == world.munition_stocks.size())
      (void)munition_row(world, state, munition);
    take(row_of_state(world, state, munition));
  }
  return found;
}

const world::Munition& munition_of(const world::World& world, Symbol munition) {
  return *std::ranges::find(world.munitions, munition, &world::Munition::id);
}

world::Uncertain cost_of(const world::Munition& munition, const world::Uncertain& rounds) {
  return product(product(rounds, munition.unit_cost), world::Uncertain::known(1e-3));
}

}  // namespace entente::scenario::levers
