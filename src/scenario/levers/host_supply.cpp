// What the states that are attacked have there themselves.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("contingencies", "contingency", "Where.")), Shape::list},
    {required(change("by", "How much more of it there is; below 0 less.")), Shape::ranged},
    {name_of("elements", "element", "Which units.", "all"), Shape::list},
};

void apply(const Effect& effect, Pulling& pulling) {
  const auto contingencies = names_of(effect, pulling, "contingencies");
  const auto elements = names_of(effect, pulling, "elements");
  const Uncertain by = number_of(effect, "by", Uncertain::known(0));
  bool found = false;
  for (world::Contingency& one : pulling.world().contingencies) {
    if (!admits(contingencies, one.id)) continue;
    for (world::Amount& amount : one.host_supply) {
      if (!admits(elements, amount.element)) continue;
      found = true;
      amount.units = changed(amount.units, by);
    }
  }
  if (!found)
    pulling.fault(where(effect, pulling, "contingencies"),
                  "its targets have no such forces there that could change",
                  "state them as `host_supply` of the contingency");
}

}  // namespace

extern const LeverKind host_supply{
    .name = "host_supply",
    .help = "Makes the forces of the attacked states on the spot worth more or less.",
    .effect = "Units that the targets of a contingency have in place, on all of its days.",
    .source = "amounts: library/contingencies",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
