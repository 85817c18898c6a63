// Munitions made together.
#include <algorithm>

#include "scenario/levers/ranges.h"
#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Who makes them together: each with every other.")),
     Shape::list},
    {required(name_of("munitions", "munition", "Of what.")), Shape::list},
    {required(share("strength", "Of its output that either side may send the other.")),
     Shape::ranged},
};

/// The tie of two states, made where there is none; null where it goes the other way round.
world::Coproduction& tie_of(world::World& world, Symbol a, Symbol b) {
  for (world::Coproduction& one : world.coproductions)
    if ((one.from == a && one.to == b) || (one.from == b && one.to == a)) return one;
  world::Coproduction made;
  made.from = a;
  made.to = b;
  made.since = world.day;
  made.strength = Uncertain::known(0);
  made.source = world.symbols.intern("a lever");
  return world.coproductions.emplace_back(std::move(made));
}

void apply(const Effect& effect, Pulling& pulling) {
  const auto states = symbols_of(states_of(effect, pulling, "states"));
  if (states.size() < 2)
    return pulling.fault(where(effect, pulling, "states"),
                         "it takes two to make something together");
  const Uncertain strength = number_of(effect, "strength", Uncertain::known(0));
  for (std::size_t i = 0; i < states.size(); ++i)
    for (std::size_t j = i + 1; j < states.size(); ++j) {
      world::Coproduction& tie = tie_of(pulling.world(), states[i], states[j]);
      // A looser agreement beside a closer one takes nothing away.
      if (strength.value > tie.strength.value) tie.strength = strength;
      for (const Symbol munition : names_of(effect, pulling, "munitions"))
        if (std::ranges::find(tie.munitions, munition) == tie.munitions.end())
          tie.munitions.push_back(munition);
    }
}

}  // namespace

extern const LeverKind coproduce{
    .name = "coproduce",
    .help = "Makes munitions together: partners may send each other a share of their output.",
    .effect = "Share of output that goes from one to the other without a permit, and learning.",
    .source = "library/coproduction.csv; learning of partners: Wright (1936)",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
