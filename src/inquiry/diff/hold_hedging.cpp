/// What protected states may do about doubt, and whether they may at home.
#include "inquiry/diff/scenario_holdings.h"

namespace entente::inquiry {

void hold_hedging(const scenario::Library& library, Holdings& into) {
  const world::World& world = library.world;
  const auto text = [&](Symbol symbol) { return world.symbols.name(symbol); };
  ThingKind options{"hedge_option", "state or class, option", {}};
  for (const world::HedgeOption& one : world.hedge_options) {
    Thing thing{name_of({text(one.state), text(one.option)}),
                {{"available", one.available, ""}, {"gate", text(one.gate), ""}}};
    hold_number(thing, "opinion", one.opinion, "share");
    hold_number(thing, "cost", one.cost, "% of GDP a year");
    hold_number(thing, "months", one.months, "months");
    hold_number(thing, "effect", one.effect, "share");
    options.things.push_back(std::move(thing));
  }
  into.push_back(std::move(options));
}

}  // namespace entente::inquiry
