#include <map>

#include "inquiry/goals/measures/list.h"

namespace entente::inquiry {
namespace {

constexpr double kLevels = 4;  // A duty to talk without an institution counts as the first.

std::vector<Item> tables_to_sit_at(const Scene& scene) {
  const auto& s = scene.situation();
  double targets = 0;
  for (std::size_t c = 0; c < s.law.size(); ++c)
    if (scene.stage.asked()[c] != 0) targets += static_cast<double>(s.law[c].targets.size());
  std::map<std::pair<std::size_t, Symbol>, Item> by_target;
  for (const Triggered& one : scene.stage.triggered())
    by_target[{one.place, one.promise.beneficiary}].by.push_back(
        {one.needs, 100 * (1 + one.promise.institution) / kLevels / targets});
  std::vector<Item> things;
  for (auto& [key, thing] : by_target) things.push_back(std::move(thing));
  return things;
}

}  // namespace

const Measure crisis_management_measure{
    .name = "covered",
    .goal = "crisis_management",
    .unit = "index from 0 to 100",
    .formula =
        "Mean over contingencies and their targets of 100 max (1 + institution) / 4 among "
        "triggered promises to consult, help or supply; institution 0 none to 3 command.",
    .source =
        "Triggers as of `casus`; institution levels as of the library; that they are equal "
        "steps is an assumption of this project",
    .things = tables_to_sit_at};

}  // namespace entente::inquiry
