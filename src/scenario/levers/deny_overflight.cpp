// Airspace that a state closes to the forces of others.
#include <algorithm>
#include <array>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Deployment;
using world::Uncertain;

/// About half of the days to a theatre 5,000 km away are flight, and a way round is a tenth to as
/// much again longer.
constexpr Uncertain kFactor{1.15, 1.02, 1.5, true, 'C'};

/// What flies or is flown: by the days of the tables over 1,900 km a day; all else goes by sea or
/// land.
constexpr std::array<std::string_view, 9> kFlown{
    "air_defence_battery", "drones", "fighter_squadron",   "isr_coverage",   "light_brigade",
    "long_range_strike",   "tanker", "medium_air_defence", "strategic_lift",
};

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Who closes its airspace.")), Shape::list},
    {required(name_of("from", "base", "Bases from which the way leads over it.")), Shape::list},
    {name_of("contingencies", "contingency", "On the way to which.", "all"), Shape::list},
    {name_of("elements", "element", "Which units.", "what flies or is flown"), Shape::list},
    {between("factor", "ratio", "Days round it over days across it.", "1.15 [1.02, 1.5]", 1, 10),
     Shape::ranged},
};

/// Gives each state that refuses rows of its own, since it goes on flying over its own land.
template <class Meant>
void keep_own(world::World& world, const std::vector<Symbol>& states, const Meant& meant) {
  std::vector<Deployment> own;
  for (const world::Pool& pool : world.pools) {
    if (!std::ranges::count(states, pool.owner)) continue;
    for (const Deployment& row : world.deployments) {
      if (row.owner || row.base != pool.base || row.element != pool.element || !meant(row))
        continue;
      const auto same = [&](const Deployment& other) {
        return other.owner == pool.owner && other.base == row.base &&
               other.theatre == row.theatre && other.element == row.element;
      };
      if (std::ranges::any_of(world.deployments, same) || std::ranges::any_of(own, same)) continue;
      own.push_back(row);
      own.back().owner = pool.owner;
    }
  }
  world.deployments.insert(world.deployments.end(), own.begin(), own.end());
}

void apply(const Effect& effect, Pulling& pulling) {
  world::World& world = pulling.world();
  const auto states = symbols_of(states_of(effect, pulling, "states"));
  const auto from = names_of(effect, pulling, "from");
  const auto theatres = theatres_of(effect, pulling, "contingencies");
  auto elements = names_of(effect, pulling, "elements");
  if (elements.empty())
    for (const std::string_view one : kFlown) elements.push_back(world.symbols.intern(one));
  const Uncertain factor = number_of(effect, "factor", kFactor);
  const auto way = [&](Symbol base, Symbol theatre) {
    return admits(from, base) && admits(theatres, theatre);
  };
  const auto meant = [&](const Deployment& row) {
    return way(row.base, row.theatre) && admits(elements, row.element);
  };
  keep_own(world, states, meant);
  bool found = false;
  for (Deployment& row : world.deployments) {
    if (!meant(row) || (row.owner && std::ranges::count(states, row.owner) > 0)) continue;
    row.days = product(row.days, factor);
    found = true;
  }
  if (!found)
    pulling.fault(where(effect, pulling, "from"), "nothing that flies sets out from there for it");
}

}  // namespace

extern const LeverKind deny_overflight{
    .name = "deny_overflight",
    .help = "Refuses others the way through a state's airspace.",
    .effect =
        "Days until units of others that fly from the bases named are in the theatre, by a "
        "factor.",
    .source =
        "Convention on International Civil Aviation (Chicago 1944), articles 1 and 3 (c): no "
        "state aircraft flies over another state without its authorisation; precedents: France "
        "and Spain in 1986, Austria in 2003; the factor is an assumption of this project",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
