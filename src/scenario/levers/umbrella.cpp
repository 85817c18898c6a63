// Nuclear promises extended further, or made conditional.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("guarantor", "state", "Whose weapons they are."))},
    {required(name_of("states", "states", "Who is protected by them.")), Shape::list},
    {required(between("by", "probability",
                      "Added to how likely the nuclear promise is kept; below 0 it is withheld.",
                      "", -1, 1)),
     Shape::ranged},
};

/// Whether some agreement has both as parties: its texts say what is owed.
bool bound(const Library& library, Symbol guarantor, Symbol state) {
  return std::ranges::any_of(library.law.agreements, [&](const treaty::Agreement& one) {
    const auto party = [&](Symbol whom) {
      return std::ranges::find(one.parties, whom, &treaty::Party::state) != one.parties.end();
    };
    return party(guarantor) && party(state);
  });
}

void apply(const Effect& effect, Pulling& pulling) {
  UmbrellaChange change;
  change.guarantor = state_of(effect, pulling, "guarantor");
  change.by = number_of(effect, "by", Uncertain::known(0));
  for (const Named& one : states_of(effect, pulling, "states")) {
    if (one.state == change.guarantor) continue;
    if (bound(pulling.library, change.guarantor, one.state))
      change.states.push_back(one.state);
    else if (!one.by_group)
      pulling.fault(where(effect, pulling, "states"),
                    pulling.world().symbols.name(change.guarantor) + " has promised " +
                        pulling.world().symbols.name(one.state) + " nothing",
                    "pull the lever `guarantee` with `nuclear = true` first");
  }
  pulling.library.plan.umbrellas.push_back(std::move(change));
}

}  // namespace

extern const LeverKind umbrella{
    .name = "umbrella",
    .help = "Extends a nuclear umbrella further, or declares it conditional.",
    .effect =
        "How likely the nuclear promise is kept, which attackers weigh; not the promise to "
        "fight.",
    .source =
        "size: assumption of whoever pulls it; Fuhrmann and Sechser (2014), American Journal "
        "of Political Science 58",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
