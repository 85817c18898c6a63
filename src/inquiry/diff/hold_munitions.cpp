/// What a scenario has to fire: stocks, use, joint production.
#include "inquiry/diff/scenario_holdings.h"

namespace entente::inquiry {
namespace {

using world::Uncertain;

void hold_if(Thing& thing, const std::string& name, const std::optional<Uncertain>& number,
             const std::string& unit) {
  if (number) hold_number(thing, name, *number, unit);
}

}  // namespace

void hold_munitions(const scenario::Library& library, Holdings& into) {
  const world::World& world = library.world;
  const auto text = [&](Symbol symbol) { return world.symbols.name(symbol); };
  ThingKind stocks{"munition_stock", "holder, munition", {}};
  for (const world::MunitionStock& one : world.munition_stocks) {
    Thing thing{name_of({text(one.holder), text(one.munition)}), {}};
    hold_number(thing, "stock", one.stock, "rounds");
    hold_number(thing, "production", one.production, "rounds a month");
    hold_if(thing, "target", one.target, "rounds a month");
    stocks.things.push_back(std::move(thing));
  }
  into.push_back(std::move(stocks));
  ThingKind uses{"munition_use", "contingency, munition", {}};
  for (const world::MunitionUse& one : world.munition_uses) {
    Thing thing{name_of({text(one.contingency), text(one.munition)}), {}};
    hold_number(thing, "per_day", one.per_day, "rounds a day");
    hold_if(thing, "days", one.days, "days");
    hold_if(thing, "half_life", one.half_life, "days");
    uses.things.push_back(std::move(thing));
  }
  into.push_back(std::move(uses));
  ThingKind ties{"coproduction", "from, to", {}};
  for (const world::Coproduction& one : world.coproductions) {
    Thing thing{name_of({text(one.from), text(one.to)}), {}};
    hold_number(thing, "strength", one.strength, "share");
    ties.things.push_back(std::move(thing));
  }
  into.push_back(std::move(ties));
}

}  // namespace entente::inquiry
