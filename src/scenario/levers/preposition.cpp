// Sets of equipment that wait in a theatre.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("owner", "state", "Whose sets they are."))},
    {required(name_of("element", "element", "Of which units."))},
    {required(name_of("theatre", "theatre", "Where they wait: a contingency."))},
    {required(between("sets", "sets", "How many: each for one unit.", "", 0, 1e4)), Shape::ranged},
    {between("days", "days",
             "From the order until the units that take a set are ready there; required where none "
             "wait yet.",
             "", 0, 3650),
     Shape::ranged},
    {name_of("from", "base", "Where the people come from.", "the largest home base")},
};

void apply(const Effect& effect, Pulling& pulling) {
  world::World& world = pulling.world();
  const Symbol owner = state_of(effect, pulling, "owner");
  const Symbol element = world.symbols.find(text_of(effect, "element"));
  const auto named = theatres_of(effect, pulling, "theatre");
  if (!owner || !element || named.empty()) return;
  Symbol from = world.symbols.find(text_of(effect, "from"));
  if (!from) from = home_base(pulling.library, owner, element);
  const world::Pool* pool = find_pool(world, owner, from, element);
  if (pool == nullptr || units_in(*pool) <= 0)
    return pulling.fault(where(effect, pulling, given(effect, "from") ? "from" : "owner"),
                         world.symbols.name(owner) + " has no " + text_of(effect, "element") +
                             " there that could take a set",
                         "say `from` where the people come");
  const Uncertain sets = number_of(effect, "sets", Uncertain::known(0));
  const auto days = number_of(effect, "days");
  const auto row = std::ranges::find_if(world.prepositioned, [&](const auto& one) {
    return one.owner == owner && one.from == from && one.theatre == named[0] &&
           one.element == element;
  });
  if (row != world.prepositioned.end()) {
    row->sets = sum(row->sets, sets);
    if (days) row->days = *days;
    return;
  }
  if (!days)
    return pulling.fault(where(effect, pulling, "theatre"),
                         "no set of " + world.symbols.name(owner) +
                             " waits there yet, so nothing says how fast units come to one",
                         "write `days`", Code::missing_key);
  world.prepositioned.push_back(
      {owner, from, named[0], element, sets, *days, world.symbols.intern("a lever")});
}

}  // namespace

extern const LeverKind preposition{
    .name = "preposition",
    .help = "Lays up sets of equipment in a theatre, so that units need only bring their people.",
    .effect = "Sets in the theatre; as many units of the base arrive after the days of the sets.",
    .source = "Shlapak and Johnson (2016), RAND RR-1253; days: library/prepositioned.csv",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
