// A mutual promise among several states.
#include "scenario/levers/promises.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Who promise it to one another.")), Shape::list},
    kDuty,
    kForm,
    kInstitution,
    kNuclear,
    kReliability,
    kId,
};

void apply(const Effect& effect, Pulling& pulling) {
  Promise promise = promise_of(effect, pulling);
  promise.promisors = symbols_of(states_of(effect, pulling, "states"));
  if (promise.promisors.size() < 2)
    return pulling.fault(where(effect, pulling, "states"), "a pact needs two states",
                         "a promise of one state is a `guarantee`");
  pulling.library.law.agreements.push_back(
      scenario::agreement_of(promise, pulling.world().symbols));
}

}  // namespace

extern const LeverKind pact{
    .name = "pact",
    .help = "Makes a mutual pact: each of its states owes every other the same.",
    .effect = "A new agreement among them, answering an armed attack on any of them anywhere.",
    .source = "types of obligation: Leeds, Ritter, Mitchell and Long (2002), ATOP",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
