// Offers and concessions to whoever may attack.
#include "scenario/levers/presses.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    kWhere,
    kProtected,
    {between("by", "relative change",
             "Of how often attacks begin where the offer is not read as weakness.", "0", -0.99, 9),
     Shape::ranged},
    {share("concede", "Of the prize that is given up, and so had without a fight.", "0"),
     Shape::ranged},
};

void check(const Effect& effect, const Where& at, Faults& faults) {
  check_where(effect, at, faults);
  if (!given(effect, "by") && !given(effect, "concede"))
    faults.push_back({Code::missing_key, at, "the offer offers nothing",
                      "give it `by`, what it does to attacks, or `concede`, what is given up"});
}

void apply(const Effect& effect, Pulling& pulling) {
  Pressure pressure = pressure_of(effect, pulling);
  pressure.hazard = number_of(effect, "by");
  pressure.conceded = number_of(effect, "concede");
  pressure.offer = true;
  pulling.library.plan.pressures.push_back(std::move(pressure));
}

}  // namespace

extern const LeverKind deescalate{
    .name = "deescalate",
    .help = "Offers arms control, restraint or a concession to whoever may attack.",
    .effect =
        "How often attacks begin: (1 + by)(1 + reputation x the attacker's chance of winning), so "
        "that the same offer deters from strength and may invite from weakness; and what is had "
        "without a fight.",
    .source =
        "Fearon (1995); reputation: none after Press (2005), some after Crescenzi, Kathman, "
        "Kleinberg and Wood (2012); sizes are assumptions",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
    .check = check,
};

}  // namespace entente::scenario::levers
