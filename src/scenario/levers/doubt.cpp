// Belief in a promisor, or doubt.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("promisors", "states", "Who is doubted or believed.")), Shape::list},
    {required(between("mu", "probits",
                      "Shift of every promise of each of them; below 0 is doubt. Added to what "
                      "other levers shift.",
                      "", -3, 3)),
     Shape::ranged},
};

void apply(const Effect& effect, Pulling& pulling) {
  auto& doubts = pulling.library.plan.doubts;
  const Uncertain mu = number_of(effect, "mu", Uncertain::known(0));
  for (const Symbol promisor : symbols_of(states_of(effect, pulling, "promisors"))) {
    const auto known = std::ranges::find(doubts, promisor, &Doubt::promisor);
    if (known == doubts.end())
      doubts.push_back({promisor, mu});
    else
      known->mu = sum(known->mu, mu);
  }
}

}  // namespace

extern const LeverKind doubt{
    .name = "doubt",
    .help = "Believes or doubts promisors: shifts how likely they keep all of their promises.",
    .effect = "Shift in probits of every promise of the promisor.",
    .source = "common factor: Vasicek (2002), Risk 15; size: assumption of whoever pulls it",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
