// Accession to an agreement.
#include <algorithm>

#include "scenario/levers/promises.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("agreement", "agreement", "Which one."))},
    {required(name_of("states", "states", "Who joins.")), Shape::list},
};

void apply(const Effect& effect, Pulling& pulling) {
  treaty::Agreement* agreement = agreement_of(effect, pulling);
  if (agreement == nullptr) return;
  const Date today = pulling.world().day;
  for (const Named& one : states_of(effect, pulling, "states")) {
    const bool there = std::ranges::any_of(agreement->parties, [&](const treaty::Party& party) {
      return party.state == one.state && party.spell.holds(today);
    });
    if (there && !one.by_group)
      pulling.fault(where(effect, pulling, "states"),
                    pulling.world().symbols.name(one.state) + " is a party of " +
                        text_of(effect, "agreement") + " already");
    if (there) continue;
    treaty::Party party;
    party.state = one.state;
    party.spell.from = today;
    party.source = "a lever";
    agreement->parties.push_back(std::move(party));
  }
}

}  // namespace

extern const LeverKind join{
    .name = "join",
    .help = "States join an agreement.",
    .effect = "Parties of the agreement from the day of the scenario on.",
    .source = "treaty texts, clauses of accession",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
