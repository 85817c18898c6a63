#include <map>

#include "inquiry/goals/measures/list.h"

namespace entente::inquiry {
namespace {

std::vector<Item> hosts(const Scene& scene) {
  std::map<std::pair<Symbol, Symbol>, Item> found;
  for (const Held& one : scene.held)
    if (one.promise->duty == world::Duty::host)
      found[{one.promise->promisor, one.promise->beneficiary}].by.push_back({one.needs, 1});
  std::vector<Item> things;
  for (auto& [key, thing] : found) things.push_back(std::move(thing));
  return things;
}

}  // namespace

const Measure access_measure{
    .name = "open",
    .goal = "access",
    .unit = "pairs of host and guest",
    .formula = "Pairs of states of which one owes the other a duty to host its forces.",
    .source =
        "Duties as of the library's agreements; each pair counts the same (assumption of "
        "this project)",
    .things = hosts};

}  // namespace entente::inquiry
