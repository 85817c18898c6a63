// Withdrawal from an agreement, or its end.
#include <algorithm>

#include "scenario/levers/promises.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("agreement", "agreement", "Which one."))},
    {name_of("states", "states", "Who leaves.", "all: the agreement ends"), Shape::list},
};

void apply(const Effect& effect, Pulling& pulling) {
  treaty::Agreement* agreement = agreement_of(effect, pulling);
  if (agreement == nullptr) return;
  const Date today = pulling.world().day;
  const Date eve{today.days - 1};
  if (!given(effect, "states")) {
    agreement->ended = eve;
    return;
  }
  for (const Named& one : states_of(effect, pulling, "states")) {
    bool left = false;
    for (treaty::Party& party : agreement->parties) {
      if (party.state != one.state || party.spell.to < today) continue;
      party.spell.to = std::max(eve, party.spell.from);
      left = true;
    }
    std::erase_if(agreement->parties, [&](const treaty::Party& party) {
      return party.state == one.state && party.spell.from >= today;
    });
    // A file that this scenario takes in is read later: until then it has no parties.
    if (!left && !one.by_group && !agreement->parties.empty())
      pulling.fault(where(effect, pulling, "states"), pulling.world().symbols.name(one.state) +
                                                          " is no party of " +
                                                          text_of(effect, "agreement"));
  }
}

}  // namespace

extern const LeverKind leave{
    .name = "leave",
    .help = "States leave an agreement, or it ends.",
    .effect = "Membership, or the agreement, ends on the day before that of the scenario.",
    .source = "treaty texts, clauses of withdrawal",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
