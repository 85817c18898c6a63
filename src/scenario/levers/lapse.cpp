// Stocks of spares and data, so that a cut-off is felt later.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("users", "states", "Who depends.")), Shape::list},
    {required(between("days", "days", "How long they can do without at least.", "", 0, 36500)),
     Shape::ranged},
    {name_of("suppliers", "states", "On whom.", "anyone"), Shape::list},
    {name_of("elements", "element", "Which of their units.", "all that depend"), Shape::list},
    {name_of("services", "service", "For what.", "all that is supplied"), Shape::list},
};

/// The longer of the two.
Uncertain longer(const Uncertain& days, const Uncertain& least) {
  const Uncertain a = interval(days), b = interval(least);
  const Uncertain most =
      assumption(std::max(a.value, b.value), std::max(a.low, b.low), std::max(a.high, b.high));
  return most.fixed() ? Uncertain::known(most.value) : most;
}

void apply(const Effect& effect, Pulling& pulling) {
  const auto users = symbols_of(states_of(effect, pulling, "users"));
  const auto suppliers = symbols_of(states_of(effect, pulling, "suppliers"));
  const auto elements = names_of(effect, pulling, "elements");
  const auto services = names_of(effect, pulling, "services");
  const Uncertain days = number_of(effect, "days", Uncertain::known(0));
  bool found = false;
  for (world::Dependency& row : pulling.world().dependencies) {
    // What is felt at once has no stock: a satellite, a key.
    if (row.hard || std::ranges::find(users, row.user) == users.end() ||
        !admits(suppliers, row.supplier) || !admits(elements, row.element) ||
        !admits(services, row.service))
      continue;
    found = true;
    row.lapse_days = longer(row.lapse_days, days);
  }
  if (!found)
    pulling.fault(where(effect, pulling, "users"),
                  "no such dependence fades slowly, so there is nothing to lay up");
}

}  // namespace

extern const LeverKind lapse{
    .name = "lapse",
    .help = "Lays up spares, munitions and data, so that a cut-off is felt later.",
    .effect = "Days over which a slow dependence is felt, at least as many as given.",
    .source = "days: library/dependency.csv",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
