// A base that a theatre may be defended from.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr std::array<std::string_view, 2> kRelations{"inside", "next"};

constexpr ScenarioKey kKeys[] = {
    {required(name_of("base", "base", "Which base."))},
    {required(name_of("theatres", "theatre", "For which contingencies.")), Shape::list},
    {choice("relation", kRelations, "Inside the theatre, or next to it.", "next")},
};

void apply(const Effect& effect, Pulling& pulling) {
  world::World& world = pulling.world();
  const Symbol base = world.symbols.intern(text_of(effect, "base"));
  const bool inside = text_of(effect, "relation") == "inside";
  for (const Symbol theatre : theatres_of(effect, pulling, "theatres")) {
    const auto known = std::ranges::find_if(world.theatre_bases, [&](const auto& one) {
      return one.theatre == theatre && one.base == base;
    });
    if (known == world.theatre_bases.end())
      world.theatre_bases.push_back({theatre, base, inside});
    else
      known->inside = inside;
  }
}

}  // namespace

extern const LeverKind open_base{
    .name = "open_base",
    .help = "Opens a base for the defence of a theatre.",
    .effect =
        "Forces at the base are ready as forward forces there and count as a tripwire; inside "
        "a theatre nothing of them is tied elsewhere.",
    .source = "bases: library/theatre_bases.csv",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
