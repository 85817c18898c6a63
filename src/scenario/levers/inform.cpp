// Campaigns that move a public.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Whose public is spoken to.")), Shape::list},
    {required(between("by", "share",
                      "Of the public that is won for the options; below 0 it is lost, as to a "
                      "campaign from abroad.",
                      "", -1, 1)),
     Shape::ranged},
    {name_of("options", "option", "For which ways of hedging.", "all"), Shape::list},
};

/// The class that stands for a state without rows of its own, split off for it.
void split_off(world::World& world, Symbol state) {
  auto& rows = world.hedge_options;
  if (std::ranges::find(rows, state, &world::HedgeOption::state) != rows.end()) return;
  std::vector<world::HedgeOption> own;
  for (world::HedgeOption& row : rows) {
    if (std::erase(row.members, state) == 0) continue;
    own.push_back(row);
    own.back().state = state;
    own.back().members.clear();
  }
  rows.insert(rows.end(), own.begin(), own.end());
}

void apply(const Effect& effect, Pulling& pulling) {
  world::World& world = pulling.world();
  const auto options = names_of(effect, pulling, "options");
  const Uncertain by = number_of(effect, "by", Uncertain::known(0));
  for (const Named& one : states_of(effect, pulling, "states")) {
    split_off(world, one.state);
    bool found = false;
    for (world::HedgeOption& row : world.hedge_options)
      if (row.state == one.state && admits(options, row.option)) {
        row.opinion = within(sum(row.opinion, by), 0, 1);
        found = true;
      }
    if (!found && !one.by_group)
      pulling.fault(where(effect, pulling, "states"),
                    "nothing is known of how " + world.symbols.name(one.state) +
                        " could hedge, so there is no public to win for it");
  }
}

}  // namespace

extern const LeverKind inform{
    .name = "inform",
    .help = "Informs a public, or misinforms it: support for ways to hedge moves.",
    .effect = "Support at home for options of hedging, which gates ask for.",
    .source = "opinion: library/hedge_options.csv; size: assumption of whoever pulls it",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
