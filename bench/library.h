/// What every benchmark works on: the built-in library, its living states, and events among them.
#pragma once

#include <vector>

#include "scenario/library.h"
#include "treaty/judge.h"

namespace entente::bench {

inline const scenario::Library& library() {
  static const scenario::Library built_in = scenario::built_in_library().value();
  return built_in;
}

/// The states that live on the reference day, in the order of their names.
inline std::vector<Symbol> living() {
  std::vector<Symbol> states;
  const world::World& world = library().world;
  for (const world::State& state : world.states)
    if (!state.is_actor && state.alive.holds(world.day)) states.push_back(state.id);
  return states;
}

/// Every ordered pair of `states` as an attack by armed force on the reference day.
inline std::vector<treaty::Event> pairs(const std::vector<Symbol>& states) {
  const world::World& world = library().world;
  std::vector<treaty::Event> events;
  for (const Symbol attacker : states)
    for (const Symbol target : states) {
      if (attacker == target) continue;
      treaty::Event event;
      event.attackers = {attacker};
      event.targets = {target};
      event.means = world.symbols.find("armed_force");
      event.on = event.since = world.day;
      events.push_back(std::move(event));
    }
  return events;
}

}  // namespace entente::bench
