// More of everything a state has, in its present mix.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Whose forces grow.")), Shape::list},
    {required(change("share", "How much they grow; below 0 they shrink.")), Shape::ranged},
    {name_of("elements", "element", "Which of them.", "all"), Shape::list},
};

bool meant(const world::Pool& pool, const std::vector<Symbol>& states,
           const std::vector<Symbol>& elements) {
  return std::ranges::find(states, pool.owner) != states.end() && admits(elements, pool.element);
}

void apply(const Effect& effect, Pulling& pulling) {
  const auto states = states_of(effect, pulling, "states");
  const auto elements = names_of(effect, pulling, "elements");
  const Uncertain share = number_of(effect, "share", Uncertain::known(0));
  const auto owners = symbols_of(states);
  for (world::Pool& pool : pulling.world().pools)
    if (meant(pool, owners, elements))
      change_units(pool, product(sum(pool.amount, pool.added), share));
  for (const Named& one : states)
    if (!one.by_group && std::ranges::none_of(pulling.world().pools, [&](const auto& pool) {
          return meant(pool, {one.state}, elements);
        }))
      pulling.fault(where(effect, pulling, "states"),
                    pulling.world().symbols.name(one.state) + " has no such forces that could grow",
                    "buy the first ones");
}

Terms terms(const Effect& effect, Pulling& pulling) {
  constexpr double kYears = 10;
  Terms terms{Uncertain::known(0), Uncertain::known(0)};
  const world::World& world = pulling.world();
  const auto owners = symbols_of(states_of(effect, pulling, "states"));
  const auto elements = names_of(effect, pulling, "elements");
  const Uncertain share = number_of(effect, "share", Uncertain::known(0));
  for (const world::Pool& pool : world.pools) {
    if (!meant(pool, owners, elements)) continue;
    const auto element = std::ranges::find(world.elements, pool.element, &world::Element::id);
    if (element == world.elements.end()) continue;
    const Uncertain more = product(sum(pool.amount, pool.added), share);
    terms.cost = sum(terms.cost,
                     quotient(product(more, unit_cost_range(world, *element, pool.owner, kYears)),
                              Uncertain::known(kYears)));
  }
  return terms;
}

}  // namespace

extern const LeverKind grow{
    .name = "grow",
    .help = "Spends more in the present mix: all forces of a state grow by one share.",
    .effect =
        "Units of every pool, times 1 + share; the cost is that of the units over ten years "
        "unless the lever says it.",
    .source = "own force per output as in a ladder of hedging; assumption of this project",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
    .terms = terms,
};

}  // namespace entente::scenario::levers
