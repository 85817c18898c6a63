#include <algorithm>

#include "panel/variables/groups.h"

namespace entente::panel {

std::span<const Variable* const> variables() {
  static const std::vector<const Variable*> sorted = [] {
    std::vector<const Variable*> all;
    for (const auto group :
         {alliance_variables(), capability_variables(), conflict_variables(), economy_variables(),
          geography_variables(), politics_variables(), similarity_variables()})
      for (const Variable& one : group) all.push_back(&one);
    std::ranges::sort(all, {}, [](const Variable* one) { return one->name; });
    return all;
  }();
  return sorted;
}

const Variable* find_variable(std::string_view name) {
  const auto all = variables();
  const auto found = std::ranges::find(all, name, [](const Variable* one) { return one->name; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace entente::panel
