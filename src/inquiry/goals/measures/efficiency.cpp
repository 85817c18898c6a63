#include <algorithm>

#include "campaign/shortages.h"
#include "inquiry/goals/measures/list.h"
#include "scenario/levers/lever.h"

namespace entente::inquiry {
namespace {

constexpr double kYears = 10;  // Over which a purchase is spread.

/// What the states that are attacked together in the largest set would pay a year to have what is
/// short; below 0, since it is what alliances save.
double saved(const Outcome& seen) {
  const auto& s = seen.situation();
  const auto& question = seen.stage.question();
  const auto& world = seen.stage.library().world;
  const std::vector<int>& set = question.sets[campaign::largest_set(question)];
  const campaign::DrawTerms terms = campaign::draw_in(seen.world, campaign::Honour::expected);
  double cost = 0;
  for (std::size_t k = 0; k < s.elements.size(); ++k) {
    const auto element = std::ranges::find(world.elements, s.elements[k], &world::Element::id);
    if (element == world.elements.end()) continue;
    const std::vector<double> missing = campaign::shortages(terms, set, static_cast<int>(k));
    for (std::size_t place = 0; place < set.size(); ++place) {
      const auto first = missing.begin() + static_cast<std::ptrdiff_t>(place * s.periods());
      const double most =
          *std::max_element(first, first + static_cast<std::ptrdiff_t>(s.periods()));
      const auto& targets = s.law[static_cast<std::size_t>(set[place])].targets;
      cost += most * scenario::unit_cost(world, *element, targets.front(), kYears) / kYears;
    }
  }
  return -cost;
}

}  // namespace

const Measure efficiency_measure{
    .name = "saved",
    .goal = "efficiency",
    .unit = "bn USD of 2025 a year",
    .formula =
        "Less the yearly cost, over ten years, of buying at the prices of the attacked what "
        "is short at its worst in the largest set, each state sending its probability's "
        "share: what alliances save is its rise.",
    .source =
        "Shortfall as of `ledger`, costs as of the library; valuing help by what it would "
        "cost to do without is the public-goods view of Olson and Zeckhauser (1966)",
    .outcome = saved,
    .by_stakes = false};

}  // namespace entente::inquiry
