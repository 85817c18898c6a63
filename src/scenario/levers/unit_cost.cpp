// What states pay for what they buy.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Who buys.")), Shape::list},
    {required(between("by", "relative change", "Of the cost of purchase; below 0 it falls.", "",
                      -0.9, 9)),
     Shape::ranged},
};

void apply(const Effect& effect, Pulling& pulling) {
  auto& changes = pulling.world().price_changes;
  const Uncertain factor = sum(Uncertain::known(1), number_of(effect, "by", Uncertain::known(0)));
  for (const Symbol state : symbols_of(states_of(effect, pulling, "states"))) {
    const auto known = std::ranges::find(changes, state, &world::PriceChange::state);
    if (known == changes.end())
      changes.push_back({state, factor});
    else
      known->factor = product(known->factor, factor);
  }
}

}  // namespace

extern const LeverKind unit_cost{
    .name = "unit_cost",
    .help = "Makes what states buy dearer or cheaper: common procurement, national champions.",
    .effect = "Cost of purchase of all that they buy by later levers; changes multiply.",
    .source =
        "duplication: Wright (1936); European Parliamentary Research Service (2013), The cost "
        "of non-Europe in common security and defence policy",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
