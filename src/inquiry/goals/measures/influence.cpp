#include <map>

#include "inquiry/goals/measures/list.h"
#include "scenario/network.h"

namespace entente::inquiry {
namespace {

std::vector<Item> tied(const Scene& scene) {
  std::map<Symbol, Item> by_state;
  for (const Held& one : scene.held)
    if (one.promise->promisor == scene.hub && one.promise->beneficiary != scene.hub)
      by_state[one.promise->beneficiary].by.push_back(
          {one.needs,
           static_cast<double>(scenario::tie_of(one.promise->duty)) / world::kDefenceTie});
  std::vector<Item> things;
  for (auto& [state, thing] : by_state) things.push_back(std::move(thing));
  return things;
}

}  // namespace

const Measure influence_measure{
    .name = "tied",
    .goal = "influence",
    .unit = "states (a promise of defence counts 1)",
    .formula =
        "Sum over other states of the highest tie / 3 that the hub has promised each: 3 "
        "defence, 2 neutrality or non-aggression, 1 anything less.",
    .source =
        "Valued ties of Signorino and Ritter (1999); that whoever was promised help listens "
        "to the helper is an assumption of this project",
    .things = tied};

}  // namespace entente::inquiry
