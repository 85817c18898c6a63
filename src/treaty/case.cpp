#include "treaty/case.h"

#include <algorithm>
#include <cmath>

namespace entente::treaty {
namespace {

using world::World;

bool contains(std::span<const Symbol> list, Symbol symbol) {
  return std::ranges::find(list, symbol) != list.end();
}

bool at_sea(const World& world, const world::Place& place) {
  const auto& kind = world.symbols.name(place.kind);
  return kind == "sea_area" || kind == "strait" || kind == "reef";
}

/// `territory` on land that the target administers, `vessel` at sea, else the target's forces
/// there.
Asset usual_asset(const World& world, const world::PlaceOnDay& place, Symbol target) {
  if (place.place == nullptr) return Asset::territory;
  if (at_sea(world, *place.place)) return Asset::vessel;
  return place.administered_by == target ? Asset::territory : Asset::forces;
}

Hit hit_on(const World& world, const Event& event, Symbol target) {
  Hit hit{.target = target, .place = {}, .asset = Asset::territory, .asset_name = {}};
  const auto place =
      event.at ? world.place_on(event.at, event.on) : world.homeland(target, event.on);
  if (place) hit.place = *place;
  hit.asset = event.hitting ? *event.hitting : usual_asset(world, hit.place, target);
  hit.asset_name = world.symbols.find(word(hit.asset));
  return hit;
}

/// Those given to be at war with one of `side` and standing on neither side of the event.
void add_supporters(const Event& event, std::span<const Fact> facts,
                    const std::vector<Symbol>& side, std::vector<Symbol>& against) {
  for (const Fact& fact : facts) {
    if (fact.kind != Fact::Kind::at_war) continue;
    for (const auto& [one, other] :
         {std::pair(fact.subject, fact.object), std::pair(fact.object, fact.subject)})
      if (contains(side, one) && !contains(event.attackers, other) &&
          !contains(event.targets, other) && !contains(against, other))
        against.push_back(other);
  }
}

double severity_of(const Case& c) {
  const auto* means = c.world.find_means(c.event.means);
  const double severity = means != nullptr ? means->severity : 0;
  if (c.event.killed < 1) return severity;
  if (c.name(c.event.means) == "ramming" && c.reading_is("death_by_ramming", "ignored"))
    return severity;
  const double by_deaths =
      std::min(5.0, 3.7 + 0.15 * std::log10(static_cast<double>(c.event.killed)));
  return std::max(severity, by_deaths);
}

bool is_adversary(const Case& c, const Agreement& agreement, const Adversary& adversary,
                  Symbol power) {
  const auto named = [&](const std::vector<Symbol>& states, const std::vector<Symbol>& groups) {
    return std::ranges::any_of(states,
                               [&](Symbol code) { return means(c.world, code, power, c.day()); }) ||
           std::ranges::any_of(groups, [&](Symbol id) {
             const auto* group = c.world.group(id);
             return group != nullptr && c.world.in_group(*group, power, c.day());
           });
  };
  if (named(adversary.not_states, adversary.not_groups)) return false;
  if (adversary.third && c.in_force(agreement, power)) return false;
  return adversary.any || named(adversary.states, adversary.groups);
}

/// The predicate of an area: the agreement's own before the shared geography, by the day.
const Predicate* find_area(const Case& c, const Agreement& agreement, Symbol id) {
  for (const auto* areas : {&agreement.areas, &c.law.areas})
    for (const Area& area : *areas)
      if (area.id == id && area.spell.holds(c.day())) return &area.where;
  return nullptr;
}

}  // namespace

bool Case::attacks(Symbol state) const { return contains(event.attackers, state); }
bool Case::is_target(Symbol state) const { return contains(event.targets, state); }

const Membership& Case::membership(const Agreement& agreement) const {
  const auto found = members.find(&agreement);
  if (found != members.end()) return found->second;
  return members.emplace(&agreement, membership_on(agreement, world, day(), readings, law))
      .first->second;
}

Standing Case::standing(const Agreement& agreement, Symbol state) const {
  const Seat* seat = membership(agreement).find(state);
  return seat != nullptr ? seat->standing : Standing::never;
}

bool Case::reading_is(std::string_view reading, std::string_view value) const {
  return reading_value(law, readings, world.symbols.find(reading)) == world.symbols.find(value);
}

bool Case::reading_holds(const ReadingIs& reading) const {
  return !reading.reading || reading_value(law, readings, reading.reading) == reading.value;
}

Symbol reading_value(const Law& law, const Readings& readings, Symbol reading) {
  for (const auto& [id, value] : readings)
    if (id == reading) return value;
  const Reading* known = law.reading(reading);
  return known != nullptr ? known->fallback : Symbol{};
}

Case make_case(const Law& law, const World& world, const Event& event, std::span<const Fact> facts,
               const Readings& readings) {
  Case c{law,           world, event, facts, readings, {}, event.attackers,
         event.targets, {},    0,     false, false,    {}};
  c.hits.reserve(event.targets.size());
  for (const Symbol target : event.targets) c.hits.push_back(hit_on(world, event, target));
  add_supporters(event, facts, event.targets, c.against_targets);
  add_supporters(event, facts, event.attackers, c.against_attackers);
  if (const auto* means = world.find_means(event.means)) c.kind = means->kind;
  c.severity = severity_of(c);
  c.threat_only = c.name(c.kind) == "threat";
  c.non_state = std::ranges::all_of(event.attackers, [&](Symbol attacker) {
    const auto* state = world.state(attacker);
    return state != nullptr && state->is_actor;
  });
  return c;
}

bool means(const World& world, Symbol code, Symbol state, Date day) {
  if (code == state) return true;
  const world::State* written = world.state(code);
  if (written == nullptr) return false;
  if (written->alive.holds(day)) return false;  // A living state is only itself.
  if (written->alive.to < day) return contains(written->successors, state);
  return world.holder(code, day) == state;
}

void titles(const World& world, Symbol code, Date day, std::vector<Symbol>& into) {
  const auto add = [&](Symbol symbol) {
    if (symbol && !contains(into, symbol)) into.push_back(symbol);
  };
  const world::State* written = world.state(code);
  if (written == nullptr) return;
  if (written->alive.holds(day)) return add(code);
  if (written->alive.from > day) return add(world.holder(code, day));
  for (const Symbol heir : written->successors)
    if (const auto* state = world.state(heir); state != nullptr && state->alive.holds(day))
      add(heir);
}

void listed(const Case& c, const PartySet& set, std::vector<Symbol>& into) {
  for (const Symbol code : set.states) titles(c.world, code, c.day(), into);
  const auto* group = set.who == PartySet::Who::group ? c.world.group(set.group) : nullptr;
  if (group == nullptr) return;
  for (const world::State& state : c.world.states)
    if (c.world.in_group(*group, state.id, c.day()) && !contains(into, state.id))
      into.push_back(state.id);
}

bool runs(const Case& c, const Agreement& agreement) {
  return agreement.in_force && *agreement.in_force <= c.day() &&
         (!agreement.ended || c.day() <= *agreement.ended);
}

bool belongs(const Case& c, const Agreement& agreement, const PartySet& set, Symbol state,
             Symbol self) {
  switch (set.who) {
    case PartySet::Who::all:
      return c.ever_party(agreement, state);
    case PartySet::Who::others:
      return state != self && c.ever_party(agreement, state);
    case PartySet::Who::listed:
      return std::ranges::any_of(set.states,
                                 [&](Symbol code) { return means(c.world, code, state, c.day()); });
    case PartySet::Who::group: {
      const auto* group = c.world.group(set.group);
      return group != nullptr && c.world.in_group(*group, state, c.day());
    }
  }
  return false;
}

bool any_adversary(const Case& c, const Agreement& agreement, const Adversary& adversary,
                   std::span<const Symbol> powers) {
  return std::ranges::any_of(
      powers, [&](Symbol power) { return is_adversary(c, agreement, adversary, power); });
}

int count_adversaries(const Case& c, const Agreement& agreement, const Adversary& adversary,
                      std::span<const Symbol> powers) {
  return static_cast<int>(std::ranges::count_if(
      powers, [&](Symbol power) { return is_adversary(c, agreement, adversary, power); }));
}

bool inside(const Case& c, const Agreement& agreement, Symbol area, const Hit& hit,
            Symbol promisor) {
  if (!area) return true;
  if (hit.place.place == nullptr) return false;
  const Predicate* predicate = find_area(c, agreement, area);
  if (predicate == nullptr) return false;
  const Site site{.world = &c.world,
                  .place = hit.place.place,
                  .administered_by = hit.place.administered_by,
                  .sovereign = hit.place.sovereign,
                  .asset = hit.asset_name,
                  .owner = hit.target,
                  .promisor = promisor,
                  .attackers = c.event.attackers,
                  .parties = c.membership(agreement).parties,
                  .day = c.day()};
  return holds(*predicate, site, [&](Symbol id) { return find_area(c, agreement, id); });
}

}  // namespace entente::treaty
