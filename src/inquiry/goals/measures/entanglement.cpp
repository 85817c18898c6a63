#include "inquiry/goals/measures/list.h"

namespace entente::inquiry {
namespace {

/// Whether a state would send anything.
bool sends(const Outcome& seen, std::size_t owner, std::size_t place) {
  const auto& s = seen.situation();
  for (std::size_t k = 0; k < s.elements.size(); ++k)
    if (seen.world.numbers.share[(owner * s.places.size() + place) * s.elements.size() + k] > 0)
      return true;
  return false;
}

double drawn_in(const Outcome& seen) {
  const auto& s = seen.situation();
  double sum = 0;
  for (std::size_t c = 0; c < s.places.size(); ++c) {
    if (seen.attacked[c] == 0) continue;
    for (std::size_t o = 0; o < s.owners.size(); ++o)
      if (s.owners[o].roles[c].helper != nullptr && sends(seen, o, c))
        sum += seen.world.numbers.theta[o * s.places.size() + c];
  }
  return sum;
}

}  // namespace

const Measure entanglement_measure{
    .name = "drawn_in",
    .goal = "entanglement",
    .unit = "states at war for another",
    .formula =
        "Sum over contingencies that come to an attack, and over states that would send "
        "forces, of theta, the probability that they do.",
    .source =
        "Attacks as of `deterrence`, reliability as of `credibility`; Snyder (1984), World "
        "Politics 36: 461-495, for the dilemma",
    .anti = true,
    .outcome = drawn_in};

}  // namespace entente::inquiry
