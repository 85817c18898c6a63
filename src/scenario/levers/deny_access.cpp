// Bases that their host closes to others.
#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("hosts", "states", "Whose bases are closed.")), Shape::list},
    {name_of("contingencies", "contingency", "For which.", "all"), Shape::list},
};

void apply(const Effect& effect, Pulling& pulling) {
  std::vector<Symbol> theatres = theatres_of(effect, pulling, "contingencies");
  if (theatres.empty()) theatres.emplace_back();
  for (const Symbol host : symbols_of(states_of(effect, pulling, "hosts")))
    for (const Symbol theatre : theatres) pulling.library.plan.denials.push_back({host, theatre});
}

}  // namespace

extern const LeverKind deny_access{
    .name = "deny_access",
    .help = "Refuses others the use of bases on a state's territory.",
    .effect = "Forces of others based there do not set out for the contingencies named.",
    .source = "precedents: the airlift to Israel of 1973, the Turkish vote of 1 March 2003",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
