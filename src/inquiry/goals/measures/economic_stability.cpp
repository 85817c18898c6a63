#include "inquiry/goals/measures/list.h"

namespace entente::inquiry {
namespace {

double kept(const Outcome& seen) {
  std::vector<std::string> closing;
  for (std::size_t c = 0; c < seen.attacked.size(); ++c)
    if (seen.attacked[c] != 0) closing.push_back(seen.situation().places[c].name);
  return seen.trade.under(closing);
}

}  // namespace

const Measure economic_stability_measure{
    .name = "kept",
    .goal = "economic_stability",
    .unit = "% of trade at sea",
    .formula =
        "Mean of the oil that is still delivered and of the containers that still pass while the "
        "contingencies that come to an attack close their straits, both of what goes in peace.",
    .source =
        "Flows and closings as of `commerce`, attacks as of `deterrence`; that a strait is closed "
        "by an attack whoever wins, and that oil and containers count the same, are assumptions "
        "of this project",
    .outcome = kept};

}  // namespace entente::inquiry
