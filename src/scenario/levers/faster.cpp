// Days of deployment, fewer or more.
#include <algorithm>
#include <limits>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Deployment;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("theatres", "theatre", "Where to: contingencies.")), Shape::list},
    {required(between("by", "days", "Days more; below 0 they arrive earlier.", "", -365, 365)),
     Shape::ranged},
    {name_of("owners", "states", "Whose forces.", "everybody's"), Shape::list},
    {name_of("elements", "element", "Which units.", "all"), Shape::list},
    {name_of("from", "base", "From which bases.", "all"), Shape::list},
};

void apply(const Effect& effect, Pulling& pulling) {
  world::World& world = pulling.world();
  const auto theatres = theatres_of(effect, pulling, "theatres");
  const auto owners = symbols_of(states_of(effect, pulling, "owners"));
  const auto elements = names_of(effect, pulling, "elements");
  const auto from = names_of(effect, pulling, "from");
  const Uncertain by = number_of(effect, "by", Uncertain::known(0));
  const auto sooner = [&](const Uncertain& days) {
    return within(sum(days, by), 0, std::numeric_limits<double>::infinity());
  };
  const auto meant = [&](const Deployment& row) {
    return admits(theatres, row.theatre) && admits(elements, row.element) && admits(from, row.base);
  };
  bool found = false;
  // The rows of an owner go before those of everybody: an owner that has none is given its own.
  std::vector<Deployment> own;
  for (const world::Pool& pool : world.pools) {
    if (owners.empty() || !admits(owners, pool.owner)) continue;
    for (const Deployment& row : world.deployments) {
      if (row.owner || row.base != pool.base || row.element != pool.element || !meant(row))
        continue;
      const bool has_own = std::ranges::any_of(world.deployments, [&](const Deployment& other) {
        return other.owner == pool.owner && other.base == row.base &&
               other.theatre == row.theatre && other.element == row.element;
      });
      if (has_own) continue;
      own.push_back(row);
      own.back().owner = pool.owner;
      own.back().days = sooner(row.days);
    }
  }
  for (Deployment& row : world.deployments) {
    if (!meant(row) || (!owners.empty() && (!row.owner || !admits(owners, row.owner)))) continue;
    row.days = sooner(row.days);
    found = true;
  }
  found = found || !own.empty();
  world.deployments.insert(world.deployments.end(), own.begin(), own.end());
  if (!found) pulling.fault(where(effect, pulling, "theatres"), "no such forces set out for it");
}

}  // namespace

extern const LeverKind faster{
    .name = "faster",
    .help = "Brings forces to a theatre earlier: bases, transit, exercises.",
    .effect = "Days from the order to being ready in the theatre, never below 0.",
    .source = "days: library/deployment.csv",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
