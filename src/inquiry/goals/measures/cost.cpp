#include <algorithm>
#include <map>

#include "inquiry/goals/measures/list.h"
#include "scenario/levers/lever.h"

namespace entente::inquiry {
namespace {

/// What the forces of an owner that would go somewhere cost a year, if all it sends came.
double yearly(const Scene& scene, std::size_t owner, std::size_t place) {
  const auto& s = scene.situation();
  const auto& world = scene.stage.library().world;
  double sum = 0;
  for (std::size_t p = 0; p < s.pools.size(); ++p) {
    const auto& pool = s.pools[p];
    if (static_cast<std::size_t>(pool.owner) != owner || !pool.reach[place].possible) continue;
    const auto k = static_cast<std::size_t>(pool.element);
    const auto element = std::ranges::find(world.elements, s.elements[k], &world::Element::id);
    if (element == world.elements.end()) continue;
    const Symbol state = s.owners[owner].state;
    const double each = scenario::unit_cost(world, *element, state, 1) -
                        scenario::unit_cost(world, *element, state, 0);
    const double share =
        scene.numbers.share[(owner * s.places.size() + place) * s.elements.size() + k];
    sum += scene.numbers.amount[p] * (1 - scene.numbers.home_defence[p]) * share * each;
  }
  return sum;
}

std::vector<Item> claims(const Scene& scene) {
  const auto& s = scene.situation();
  std::map<std::size_t, Item> by_owner;
  std::map<std::pair<std::size_t, std::size_t>, double> known;
  const auto& triggered = scene.stage.triggered();
  for (std::size_t i = 0; i < triggered.size(); ++i) {
    const Triggered& one = triggered[i];
    const auto found =
        std::ranges::find(s.owners, one.promise.promisor, &campaign::OwnerCase::state);
    if (found == s.owners.end()) continue;
    const auto owner = static_cast<std::size_t>(found - s.owners.begin());
    const auto [at, fresh] = known.emplace(std::pair(owner, one.place), 0);
    if (fresh) at->second = yearly(scene, owner, one.place);
    if (at->second > 0) by_owner[owner].by.push_back({one.needs, scene.theta[i] * at->second});
  }
  std::vector<Item> things;
  for (auto& [owner, thing] : by_owner) things.push_back(std::move(thing));
  return things;
}

}  // namespace

const Measure cost_measure{
    .name = "claimed",
    .goal = "cost",
    .unit = "bn USD of 2025 a year",
    .formula =
        "Sum over states of the largest, over triggered promises, of theta x what the "
        "forces that the promise calls for cost a year.",
    .source =
        "Forces, shares and costs as of the library; that a promise is charged with the "
        "running cost of the forces it claims is an assumption of this project",
    .anti = true,
    .things = claims};

}  // namespace entente::inquiry
