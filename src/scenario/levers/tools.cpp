#include "scenario/levers/tools.h"

#include <algorithm>
#include <limits>

#include "scenario/pool_names.h"

namespace entente::scenario::levers {
namespace {

using world::Pool;
using world::Uncertain;

bool at_home(const world::World& world, Symbol owner, Symbol base) {
  return std::ranges::any_of(
             world.home_bases,
             [&](const world::HomeBase& one) { return one.state == owner && one.base == base; }) ||
         std::ranges::any_of(world.pools, [&](const Pool& pool) {
           return pool.owner == owner && pool.base == base && pool.home;
         });
}

/// The share tied to its region of what the owner has deployed forward, weighted by units.
Uncertain usual_tie(const world::World& world, Symbol owner, Symbol element) {
  Uncertain tie = Uncertain::known(0);
  double units = 0;
  for (const Pool& pool : world.pools) {
    if (pool.owner != owner || pool.element != element || pool.home) continue;
    const Uncertain share = interval(pool.home_defence);
    tie.value += pool.amount.value * share.value;
    tie.low += pool.amount.value * share.low;
    tie.high += pool.amount.value * share.high;
    units += pool.amount.value;
  }
  if (units <= 0) return Uncertain::known(0);
  return assumption(tie.value / units, tie.low / units, tie.high / units);
}

Pool& pool_at(Library& library, Symbol owner, Symbol base, Symbol element) {
  world::World& world = library.world;
  if (Pool* pool = find_pool(world, owner, base, element)) return *pool;
  Pool made;
  made.owner = owner;
  made.base = base;
  made.element = element;
  made.home = at_home(world, owner, base);
  made.amount = Uncertain::known(0);
  made.home_defence = made.home ? Uncertain::known(0) : usual_tie(world, owner, element);
  if (library.plan.empty) made.ready = 1;
  made.source = "a lever";
  return world.pools.emplace_back(std::move(made));
}

}  // namespace

std::optional<Uncertain> number_of(const Effect& effect, std::string_view name) {
  const Setting* setting = effect.find(name);
  return setting == nullptr ? std::nullopt : std::optional(setting->number);
}

Uncertain number_of(const Effect& effect, std::string_view name, const Uncertain& fallback) {
  return number_of(effect, name).value_or(fallback);
}

std::string text_of(const Effect& effect, std::string_view name) {
  const Setting* setting = effect.find(name);
  return setting == nullptr || setting->texts.empty() ? "" : setting->texts.front();
}

bool given(const Effect& effect, std::string_view name) { return effect.find(name) != nullptr; }

bool truth_of(const Effect& effect, std::string_view name, bool fallback) {
  const Setting* setting = effect.find(name);
  return setting == nullptr ? fallback : setting->truth;
}

Where where(const Effect& effect, const Pulling& pulling, std::string_view name) {
  const Setting* setting = effect.find(name);
  return setting == nullptr ? pulling.lever.where : setting->where;
}

std::vector<Named> states_named(const world::World& world, std::span<const std::string> names) {
  std::vector<Named> found;
  const auto drop = [&](Symbol state) {
    std::erase_if(found, [&](const Named& one) { return one.state == state; });
  };
  const auto each = [&](const std::string& text, auto use) {
    if (const Symbol one = state_named(world, text)) return use(one, false);
    const world::Group* group = world.group(world.symbols.find(text));
    if (group == nullptr) return;
    for (const world::State& one : world.states)
      if (!one.is_actor && one.alive.holds(world.day) && world.in_group(*group, one.id, world.day))
        use(one.id, true);
  };
  for (const std::string& text : names)
    if (!text.starts_with('-'))
      each(text, [&](Symbol one, bool by_group) {
        const auto known = std::ranges::find(found, one, &Named::state);
        if (known == found.end())
          found.push_back({one, by_group});
        else
          known->by_group = known->by_group && by_group;
      });
  for (const std::string& text : names)
    if (text.starts_with('-')) each(text.substr(1), [&](Symbol one, bool) { drop(one); });
  std::ranges::sort(found, {}, [&](const Named& one) -> const std::string& {
    return world.symbols.name(one.state);
  });
  return found;
}

std::vector<Named> states_of(const Effect& effect, const Pulling& pulling, std::string_view name) {
  const Setting* setting = effect.find(name);
  return setting == nullptr ? std::vector<Named>() : states_named(pulling.world(), setting->texts);
}

std::vector<Symbol> symbols_of(const std::vector<Named>& states) {
  std::vector<Symbol> symbols;
  for (const Named& one : states) symbols.push_back(one.state);
  return symbols;
}

Symbol state_of(const Effect& effect, const Pulling& pulling, std::string_view name) {
  const std::string text = text_of(effect, name);
  return text.empty() ? Symbol{} : state_named(pulling.world(), text);
}

std::vector<Symbol> names_of(const Effect& effect, const Pulling& pulling, std::string_view name) {
  std::vector<Symbol> found;
  if (const Setting* setting = effect.find(name))
    for (const std::string& text : setting->texts)
      found.push_back(pulling.world().symbols.intern(text));
  return found;
}

std::vector<Symbol> theatres_of(const Effect& effect, const Pulling& pulling,
                                std::string_view name) {
  std::vector<Symbol> found = names_of(effect, pulling, name);
  for (Symbol& one : found) {
    const auto& all = pulling.world().contingencies;
    const auto contingency = std::ranges::find(all, one, &world::Contingency::id);
    if (contingency != all.end()) one = contingency->theatre;
  }
  return found;
}

bool admits(const std::vector<Symbol>& list, Symbol one) {
  return list.empty() || std::ranges::find(list, one) != list.end();
}

Pool* find_pool(world::World& world, Symbol owner, Symbol base, Symbol element) {
  const auto found = std::ranges::find_if(world.pools, [&](const Pool& pool) {
    return pool.owner == owner && pool.base == base && pool.element == element;
  });
  return found == world.pools.end() ? nullptr : &*found;
}

double units_in(const Pool& pool) { return pool.amount.value + pool.added.value; }

void change_units(Pool& pool, const Uncertain& units) {
  if (pool.home)
    pool.added = sum(pool.added, units);
  else
    pool.amount = within(sum(pool.amount, units), 0, std::numeric_limits<double>::infinity());
}

double move_units(Library& library, const Move& move) {
  std::vector<std::size_t> sources;
  double there = 0;
  const auto& pools = library.world.pools;
  for (std::size_t i = 0; i < pools.size(); ++i) {
    const Pool& pool = pools[i];
    if (pool.owner != move.owner || pool.element != move.element || pool.base == move.to ||
        units_in(pool) <= 0 || !admits(move.from, pool.base))
      continue;
    sources.push_back(i);
    there += units_in(pool);
  }
  if (there <= 0 || (move.units && move.units->value > there)) return there;
  const Uncertain none = Uncertain::known(0);
  Uncertain moved = none;
  for (const std::size_t i : sources) {
    Pool& pool = library.world.pools[i];
    const Uncertain part = move.units
                               ? product(*move.units, Uncertain::known(units_in(pool) / there))
                               : product(sum(pool.amount, pool.added), move.share);
    moved = sum(moved, part);
    if (move.units || pool.home)
      change_units(pool, difference(none, part));
    else  // A share leaves no more behind than what is not moved, whatever there was.
      pool.amount = changed(pool.amount, difference(none, move.share));
  }
  change_units(pool_at(library, move.owner, move.to, move.element), moved);
  return there;
}

}  // namespace entente::scenario::levers

namespace entente::scenario {

std::vector<Symbol> states_meant(const world::World& world, std::span<const std::string> names) {
  return levers::symbols_of(levers::states_named(world, names));
}

}  // namespace entente::scenario
