// How often attacks begin.
#include "scenario/levers/presses.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    kWhere,
    kProtected,
    {required(between("by", "relative change",
                      "Of how often attacks begin; below 0 they are rarer.", "", -0.99, 9)),
     Shape::ranged},
};

void apply(const Effect& effect, Pulling& pulling) {
  Pressure pressure = pressure_of(effect, pulling);
  pressure.hazard = number_of(effect, "by");
  pulling.library.plan.pressures.push_back(std::move(pressure));
}

}  // namespace

extern const LeverKind deter{
    .name = "deter",
    .help = "Deters by arrangement: nuclear sharing, forward deterrence, exercises, consultation.",
    .effect =
        "How often attacks on those protected begin; in models of value the logarithm of that over "
        "the sharpness of the decision.",
    .source = "size: assumption of whoever pulls it; evidence is thin: Fuhrmann and Sechser (2014)",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
    .check = check_where,
};

}  // namespace entente::scenario::levers
