// Small states do a few things and send more of them.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Who specialises.")), Shape::list},
    {required(
         between("share", kShare, "Units more that may leave home; below 0 fewer.", "", -1, 1)),
     Shape::ranged},
    {name_of("elements", "element", "Which of them.", "all"), Shape::list},
};

void apply(const Effect& effect, Pulling& pulling) {
  const auto states = symbols_of(states_of(effect, pulling, "states"));
  const auto elements = names_of(effect, pulling, "elements");
  const Uncertain share = number_of(effect, "share", Uncertain::known(0));
  bool found = false;
  for (world::Pool& pool : pulling.world().pools) {
    if (std::ranges::find(states, pool.owner) == states.end() || !pool.home ||
        !admits(elements, pool.element))
      continue;
    found = true;
    pool.home_defence = within(difference(pool.home_defence, share), 0, 1);
  }
  if (!found) pulling.fault(where(effect, pulling, "states"), "they have no such forces at home");
}

}  // namespace

extern const LeverKind specialise{
    .name = "specialise",
    .help = "States share roles: each leaves parts of home defence to others and sends more.",
    .effect = "Share of the units at home that stays there, less the share given, never below 0.",
    .source = "assumption of this project",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
