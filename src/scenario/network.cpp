#include "scenario/network.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "treaty/judge.h"

namespace entente::scenario {
namespace {

using world::Duty;

constexpr int kNear = 5;  // Years: figures further from the day say nothing of it.

}  // namespace

int tie_of(Duty duty) {
  if (world::binds(duty)) return world::kDefenceTie;
  return duty == Duty::stay_out || duty == Duty::not_attack ? 2 : 1;
}

world::Network network_on(const Library& library, Date day, std::string_view strength_of) {
  const world::World& world = library.world;
  std::map<std::string, const world::Figure*> figures;  // Sorted by year: the last is the latest.
  world::Network made;
  made.when = to_text(day);
  const int year = std::stoi(made.when);
  made.strength_of = strength_of;
  for (const world::Figure& one : world.figures) {
    if (one.what != strength_of || !one.where.empty()) continue;
    if (std::abs(one.year - year) > kNear) continue;
    figures[world.symbols.name(one.state)] = &one;
    made.unit = one.unit;
  }
  std::map<std::pair<std::string, std::string>, int> ties;
  std::map<std::string, std::size_t> place;
  for (const auto& [name, figure] : figures)
    if (world.resolve(name, day)) place[name] = 0;
  for (const auto& promise : treaty::commitments_on(library.law, world, day, library.readings)) {
    if (promise.promisor == promise.beneficiary) continue;
    const std::string& from = world.symbols.name(promise.promisor);
    const std::string& to = world.symbols.name(promise.beneficiary);
    int& value = ties[{from, to}];
    value = std::max(value, tie_of(promise.duty));
    place[from] = place[to] = 0;
  }
  for (auto& [name, at] : place) {
    at = made.states.size();
    made.states.push_back({name, world::Uncertain::known(0)});
    const auto figure = figures.find(name);
    if (figure == figures.end()) continue;
    world::Uncertain& strength = made.states.back().strength;
    strength.value = figure->second->value;
    strength.low = figure->second->low;
    strength.high = figure->second->high;
    strength.confidence = figure->second->sourced.confidence;
    strength.assumption = figure->second->status == "assumption";
  }
  for (const auto& [pair, value] : ties)
    made.ties.push_back({place[pair.first], place[pair.second], value});
  return made;
}

}  // namespace entente::scenario
