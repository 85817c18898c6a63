// A promise of one side to another.
#include <algorithm>

#include "scenario/levers/promises.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("promisors", "states", "Who promises.")), Shape::list},
    {required(name_of("beneficiaries", "states", "To whom.")), Shape::list},
    {boolean("mutual", "They promise it back.", "false")},
    kDuty,
    kForm,
    kInstitution,
    kNuclear,
    kReliability,
    kId,
};

void apply(const Effect& effect, Pulling& pulling) {
  Promise promise = promise_of(effect, pulling);
  promise.promisors = symbols_of(states_of(effect, pulling, "promisors"));
  promise.beneficiaries = symbols_of(states_of(effect, pulling, "beneficiaries"));
  promise.mutual = truth_of(effect, "mutual", false);
  // A state that stands on both sides, as a member of a group, promises itself nothing.
  std::erase_if(promise.beneficiaries, [&](Symbol one) {
    return std::ranges::find(promise.promisors, one) != promise.promisors.end();
  });
  if (promise.promisors.empty() || promise.beneficiaries.empty())
    return pulling.fault(where(effect, pulling, "beneficiaries"),
                         "nobody is left to promise anything to");
  pulling.library.law.agreements.push_back(
      scenario::agreement_of(promise, pulling.world().symbols));
}

}  // namespace

extern const LeverKind guarantee{
    .name = "guarantee",
    .help = "Guarantees states: one side promises the other, one way or both.",
    .effect = "A new agreement that answers an armed attack on the beneficiaries anywhere.",
    .source = "types of obligation: Leeds, Ritter, Mitchell and Long (2002), ATOP",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
