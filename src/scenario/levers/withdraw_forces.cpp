// Forward forces brought home.
#include <algorithm>
#include <map>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("owner", "state", "Whose forces come home."))},
    {name_of("from", "base", "From which bases.", "all where it is not at home"), Shape::list},
    {name_of("elements", "element", "Which of them.", "all"), Shape::list},
    {share("share", "How much of what is there.", "1"), Shape::ranged},
};

void apply(const Effect& effect, Pulling& pulling) {
  const Symbol owner = state_of(effect, pulling, "owner");
  const auto from = names_of(effect, pulling, "from");
  const auto elements = names_of(effect, pulling, "elements");
  std::map<Symbol, std::vector<Symbol>> forward;  // Bases by element.
  for (const world::Pool& pool : pulling.world().pools)
    if (pool.owner == owner && !pool.home && units_in(pool) > 0 && admits(from, pool.base) &&
        admits(elements, pool.element))
      forward[pool.element].push_back(pool.base);
  if (forward.empty())
    return pulling.fault(where(effect, pulling, given(effect, "from") ? "from" : "owner"),
                         pulling.world().symbols.name(owner) + " has no such forces there");
  for (const auto& [element, bases] : forward) {
    Move move;
    move.owner = owner;
    move.element = element;
    move.from = bases;
    move.to = home_base(pulling.library, owner, element);
    move.share = number_of(effect, "share", Uncertain::known(1));
    if (move.to) (void)move_units(pulling.library, move);
  }
}

}  // namespace

extern const LeverKind withdraw_forces{
    .name = "withdraw_forces",
    .help = "Brings forward forces home.",
    .effect = "Units at the bases named, moved to the largest home base of their element.",
    .source = "bases: library/figures/forces.csv",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
