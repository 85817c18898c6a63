#include "world/dependence.h"

#include <algorithm>

#include "world/world.h"

namespace entente::world {
namespace {

/// A group of one state is that state.
Symbol supplier_of(const World& world, const Dependency& row) {
  const auto group = std::ranges::find(world.groups, row.supplier, &Group::id);
  if (group == world.groups.end() || group->complement || group->members.size() != 1)
    return row.supplier;
  return group->members.front().state;
}

}  // namespace

std::vector<Symbol> supply_circle(const World& world, std::span<const Dependency> rows,
                                  const Dependency& row) {
  const auto supplied = [](const Dependency& one) {
    return one.share.value > 0 || one.share.high > 0;
  };
  if (!supplied(row)) return {};
  struct Step {
    Symbol state;
    std::size_t from;
  };
  std::vector<Step> steps{{supplier_of(world, row), 0}};
  for (std::size_t at = 0; at < steps.size() && steps[at].state != row.user; ++at)
    for (const Dependency& one : rows) {
      if (one.user != steps[at].state || one.element != row.element || one.service != row.service ||
          !supplied(one))
        continue;
      const Symbol next = supplier_of(world, one);
      if (std::ranges::find(steps, next, &Step::state) == steps.end()) steps.push_back({next, at});
    }
  const auto end = std::ranges::find(steps, row.user, &Step::state);
  if (end == steps.end()) return {};
  std::vector<Symbol> circle;  // From the user back to the supplier of `row`.
  for (auto at = static_cast<std::size_t>(end - steps.begin()); at != 0; at = steps[at].from)
    circle.push_back(steps[at].state);
  circle.push_back(steps.front().state);
  circle.push_back(row.user);
  std::ranges::reverse(circle);
  return circle;
}

}  // namespace entente::world
