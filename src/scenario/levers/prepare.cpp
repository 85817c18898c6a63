// Readiness before new equipment.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Whose forces are made ready.")), Shape::list},
    {required(between("share", kShare, "Units more that can be used on every day; below 0 fewer.",
                      "", -1, 1)),
     Shape::ranged},
    {name_of("elements", "element", "Which of them.", "all"), Shape::list},
};

void apply(const Effect& effect, Pulling& pulling) {
  const auto states = symbols_of(states_of(effect, pulling, "states"));
  const auto elements = names_of(effect, pulling, "elements");
  const Uncertain share = number_of(effect, "share", Uncertain::known(0));
  bool found = false;
  for (world::Pool& pool : pulling.world().pools) {
    if (std::ranges::find(states, pool.owner) == states.end() || !admits(elements, pool.element))
      continue;
    found = true;
    // A share that a scenario fixed is moved; what the tables say is added to when they are read.
    if (pool.ready)
      pool.ready = std::clamp(*pool.ready + share.value, 0.0, 1.0);
    else
      pool.readier = within(sum(pool.readier.value_or(Uncertain::known(0)), share), -1, 1);
  }
  if (!found)
    pulling.fault(where(effect, pulling, "states"), "they have no such forces to make ready");
}

}  // namespace

extern const LeverKind prepare{
    .name = "prepare",
    .help = "Moves money to ammunition, spares and exercises: more units are ready.",
    .effect =
        "Share of units added to what the tables of readiness say, on every day, up to all "
        "units.",
    .source = "assumption of this project",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
