#include "analysis/burden/members.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "scenario/levers/lever.h"

namespace entente::analysis {
namespace {

using solve::Technology;
using world::Figure;

constexpr double kYears = 10;  // Over which a unit is paid off, as levers count.

bool is_ally(const Alliance& alliance, Symbol state) {
  return std::ranges::any_of(alliance.allies, [&](const Ally& one) { return one.state == state; });
}

/// Elements by capability, and how gifts add up to it. The umbrella, air defence, manoeuvre and
/// command after section 6 of the models of this project; the others are assumptions likewise.
std::vector<Capability> all_capabilities() {
  return {
      {"manoeuvre",
       Technology::sum,
       {"heavy_brigade", "light_brigade", "drones"},
       "brigades of one can stand in for those of another"},
      {"air",
       Technology::sum,
       {"fighter_squadron", "long_range_strike"},
       "squadrons of one can stand in for those of another"},
      {"sea",
       Technology::sum,
       {"surface_combatant", "attack_submarine", "coast_guard"},
       "ships of one can stand in for those of another"},
      {"lift", Technology::sum, {"strategic_lift", "tanker"}, "aircraft are shared out"},
      {"air_defence",
       Technology::ces,
       {"air_defence_battery", "medium_air_defence"},
       "a gap over one member is open to all, and cover there cannot wholly be made up elsewhere"},
      {"intelligence",
       Technology::best_shot,
       {"isr_coverage"},
       "the best picture serves all with whom it is shared"},
      {"cyber",
       Technology::weakest_link,
       {"cyber"},
       "a common network is as safe as its least safe part"},
      {"nuclear_umbrella", Technology::best_shot, {}, "the surest deterrent covers all"},
      {"command", Technology::threshold, {}, "below a certain size nothing can be commanded"},
  };
}

const world::Element* element_named(const world::World& world, std::string_view name) {
  for (const world::Element& one : world.elements)
    if (world.symbols.name(one.id) == name) return &one;
  return nullptr;
}

double units_of(const world::World& world, Symbol owner, Symbol element) {
  double units = 0;
  for (const world::Pool& pool : world.pools)
    if (pool.owner == owner && pool.element == element)
      units += std::max(0.0, pool.amount.value + pool.added.value);
  return units;
}

void add_held(const world::World& world, const Alliance& alliance, Capability& capability) {
  for (const Ally& ally : alliance.allies) {
    double held = 0;
    for (const std::string_view name : capability.elements) {
      const world::Element* element = element_named(world, name);
      if (element == nullptr) continue;
      held += units_of(world, ally.state, element->id) *
              scenario::unit_cost(world, *element, ally.state, kYears) / kYears;
    }
    capability.held.push_back(held);
  }
}

std::vector<double> theatres_of(const world::World& world, const Alliance& alliance) {
  std::vector<double> counts;
  for (const Ally& ally : alliance.allies) {
    std::set<Symbol> reached;
    for (const world::HomeBase& home : world.home_bases)
      for (const world::TheatreBase& base : world.theatre_bases)
        if (home.state == ally.state && home.base == base.base) reached.insert(base.theatre);
    counts.push_back(static_cast<double>(reached.size()));
  }
  return counts;
}

std::vector<double> hosting_of(const scenario::Library& library, const Alliance& alliance) {
  const auto promises =
      treaty::commitments_on(library.law, library.world, alliance.on, library.readings);
  std::vector<double> counts;
  for (const Ally& ally : alliance.allies) {
    std::set<Symbol> guests;
    for (const world::Commitment& one : promises)
      if (one.duty == world::Duty::host && one.promisor == ally.state &&
          is_ally(alliance, one.beneficiary))
        guests.insert(one.beneficiary);
    counts.push_back(static_cast<double>(guests.size()));
  }
  return counts;
}

}  // namespace

Result<Benefits> benefits_of(const scenario::Library& library, const BurdenFacts& facts,
                             const Alliance& alliance) {
  const world::World& world = library.world;
  Benefits found;
  if (std::abs(alliance.year - year_of(world.day)) > kNearYears) return found;
  for (const Ally& ally : alliance.allies) {
    const Figure* people = facts.near("population", ally.state, year_of(world.day), 2 * kNearYears);
    if (people == nullptr) {
      found.population.clear();
      break;
    }
    found.population.push_back(knob_of(*people, world.symbols));
  }
  const auto answers = campaign::answers(library);
  if (!answers) return answers.error();
  std::set<std::string> attackers;
  for (const campaign::Answer& answer : *answers)
    for (const Symbol one : answer.attackers)
      if (!is_ally(alliance, one)) attackers.insert(world.symbols.name(one));
  for (const std::string& name : attackers) {
    const Symbol state = world.symbols.find(name);
    const Figure* strength =
        facts.near("military_spending", state, year_of(world.day), 2 * kNearYears);
    const auto home = world.homeland(state, world.day);
    if (strength == nullptr || !home) continue;
    std::vector<double> ways;
    for (const Ally& ally : alliance.allies) {
      const auto own = world.homeland(ally.state, world.day);
      if (!own) break;
      ways.push_back(std::max(kLeastKm, great_circle_km(home->place->lat, home->place->lon,
                                                        own->place->lat, own->place->lon)));
    }
    if (ways.size() != alliance.allies.size()) continue;
    found.adversaries.push_back(knob_of(*strength, world.symbols));
    found.adversary_names.push_back(name);
    found.km.push_back(std::move(ways));
  }
  return found;
}

Result<Holdings> holdings_of(const scenario::Library& library, const Alliance& alliance) {
  const world::World& world = library.world;
  Holdings found;
  found.capabilities = all_capabilities();
  double all = 0;
  for (Capability& one : found.capabilities) {
    add_held(world, alliance, one);
    for (const double held : one.held) one.weight += held;
    all += one.weight;
  }
  for (Capability& one : found.capabilities) one.weight = all > 0 ? one.weight / all : 0;
  found.known = std::abs(alliance.year - year_of(world.day)) <= 1;
  found.hosting = hosting_of(library, alliance);
  found.theatres = theatres_of(world, alliance);
  if (!found.known || world.contingencies.empty() || library.plan.sets.empty()) return found;
  const auto situation = campaign::lay_out(library);
  if (!situation) return situation.error();
  for (const Ally& ally : alliance.allies) {
    found.forces.emplace_back();
    if (std::ranges::find(world.pools, ally.state, &world::Pool::owner) == world.pools.end())
      continue;
    double sum = 0;
    for (std::size_t k = 0; k < situation->elements.size(); ++k)
      sum += situation->value[k] * units_of(world, ally.state, situation->elements[k]);
    found.forces.back() = situation->percent(sum);
  }
  return found;
}

}  // namespace entente::analysis
