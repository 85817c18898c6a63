// Sanctions that an attack brings down on the attacker.
#include "scenario/levers/presses.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr Uncertain kYears{3, 1, 10, true, 'C'}, kPrize{0.5, 0.2, 1.5, true, 'C'};

constexpr ScenarioKey kKeys[] = {
    kWhere,
    kProtected,
    {required(share("share", "Of the attacker's GDP that they cost it in a year.")), Shape::ranged},
    {between("years", "years", "How long they last.", "3 [1, 10]", 0.1, 50), Shape::ranged},
    {between("prize", "GDP of the attacker",
             "What winning is worth to it, in years of its own output.", "0.5 [0.2, 1.5]", 0.01,
             100),
     Shape::ranged},
};

void apply(const Effect& effect, Pulling& pulling) {
  Pressure pressure = pressure_of(effect, pulling);
  const Uncertain lost =
      product(number_of(effect, "share", Uncertain::known(0)), number_of(effect, "years", kYears));
  pressure.cost = quotient(lost, number_of(effect, "prize", kPrize));
  pulling.library.plan.pressures.push_back(std::move(pressure));
}

}  // namespace

extern const LeverKind sanction{
    .name = "sanction",
    .help = "Has sanctions ready that an attack would bring down on the attacker.",
    .effect = "What an attack costs besides, in prizes: share x years / worth of the prize.",
    .source =
        "duration and worth of the prize: assumptions of this project; that threats work better "
        "than sanctions themselves: Drezner (2003)",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
    .check = check_where,
};

}  // namespace entente::scenario::levers
