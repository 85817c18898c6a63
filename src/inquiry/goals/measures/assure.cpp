#include <map>
#include <set>

#include "inquiry/goals/measures/list.h"
#include "treaty/agreement.h"

namespace entente::inquiry {
namespace {

std::vector<Item> promises_of_help(const Scene& scene) {
  const auto& s = scene.situation();
  std::map<std::pair<std::size_t, Symbol>, Item> by_target;
  double targets = 0;
  for (std::size_t c = 0; c < s.law.size(); ++c)
    if (scene.stage.asked()[c] != 0 &&
        s.law[c].severity >= treaty::tau(treaty::Threshold::armed_attack))
      targets += static_cast<double>(s.law[c].targets.size());
  const auto& triggered = scene.stage.triggered();
  for (std::size_t i = 0; i < triggered.size(); ++i) {
    const Triggered& one = triggered[i];
    if (s.law[one.place].severity < treaty::tau(treaty::Threshold::armed_attack)) continue;
    if (!world::binds(one.promise.duty)) continue;
    by_target[{one.place, one.promise.beneficiary}].by.push_back(
        {one.needs, 100 * scene.theta[i] / targets});
  }
  std::vector<Item> things;
  for (auto& [key, thing] : by_target) things.push_back(std::move(thing));
  return things;
}

}  // namespace

const Measure assure_measure{
    .name = "assured",
    .goal = "assure",
    .unit = "% (mean of states that would be attacked)",
    .formula =
        "Mean over contingencies of armed attack and their targets of 100 max theta, the "
        "probability that the most reliable promise to fight or to assist is kept; 0 for "
        "who has none.",
    .source =
        "Reliability as of `credibility`; that the most reliable promise counts is an "
        "assumption of this project (two promises of one year share its luck)",
    .things = promises_of_help};

}  // namespace entente::inquiry
