// Attacks on networks, satellites and command that make forces less ready for some days.
#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr Uncertain kShare{0.12, 0.05, 0.2, true, 'C'};
constexpr Uncertain kDays{7, 3, 14, true, 'C'};

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Whose forces are hit.")), Shape::list},
    {share("share", "Share of ready units that cannot work meanwhile.", "0.12 [0.05, 0.2]"),
     Shape::ranged},
    {number("days", "days", "How long, from the first day of the contingency.", "7 [3, 14]"),
     Shape::ranged},
};

void apply(const Effect& effect, Pulling& pulling) {
  pulling.library.plan.disruptions.push_back({symbols_of(states_of(effect, pulling, "states")),
                                              number_of(effect, "share", kShare),
                                              number_of(effect, "days", kDays)});
}

}  // namespace

extern const LeverKind disrupt{
    .name = "disrupt",
    .help = "An aggressor opens with attacks on networks, satellites or information.",
    .effect = "Share of ready units of the states hit, hosts among them, for the first days.",
    .source = "effect on readiness of 5 to 20 % for 3 to 14 days: assumption of this project",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
