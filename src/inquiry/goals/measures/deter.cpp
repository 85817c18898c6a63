#include "inquiry/goals/measures/list.h"

namespace entente::inquiry {
namespace {

double deterred(const Outcome& seen) {
  double sum = 0, all = 0;
  for (std::size_t c = 0; c < seen.attacked.size(); ++c) {
    if (seen.stage.asked()[c] == 0) continue;
    const double weight = seen.world.numbers.weight[c];
    all += weight;
    if (seen.attacked[c] == 0) sum += weight;
  }
  return all > 0 ? 100 * sum / all : 0;
}

}  // namespace

const Measure deter_measure{
    .name = "deterred",
    .goal = "deter",
    .unit = "% of the weight of contingencies",
    .formula =
        "100 sum of w_c (1 - attack_c) / sum of w_c, attacks by the least equilibrium of "
        "the opportunism game.",
    .source =
        "As `deterrence`: expected utility of attack; Jackson and Nei (2015) for what a "
        "promise is worth; weights are those of the scenario",
    .outcome = deterred};

}  // namespace entente::inquiry
