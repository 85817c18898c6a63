// Days that the attacked hold out.
#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("contingencies", "contingency", "Where.")), Shape::list},
    {required(between("days", "days", "How much later the aim of the attack is lost to it.", "",
                      -3650, 3650)),
     Shape::ranged},
};

void apply(const Effect& effect, Pulling& pulling) {
  const Uncertain days = number_of(effect, "days", Uncertain::known(0));
  for (world::Contingency& one : pulling.world().contingencies) {
    if (!admits(names_of(effect, pulling, "contingencies"), one.id)) continue;
    if (one.loss_clock.value <= 0) {
      pulling.fault(where(effect, pulling, "contingencies"),
                    "`" + pulling.world().symbols.name(one.id) +
                        "` has no day by which it must be lost, so it cannot be later",
                    "write `loss_clock` of the contingency first");
      continue;
    }
    one.loss_clock = within(sum(one.loss_clock, days), 0.5, kUnbounded);
  }
}

}  // namespace

extern const LeverKind hold_out{
    .name = "hold_out",
    .help = "Lets the attacked hold out longer on their own: mines, mobile missiles, shelters.",
    .effect = "Days until the aim of an attack is lost, which whoever comes to help has.",
    .source = "loss clock: library/contingencies",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
