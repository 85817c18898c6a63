// Every model of an aggressor, one name a line, sorted by the name on the card.
#include "actors/aggressor/aggressor.h"

namespace entente::actors {

double value(double win, double patron, double umbrella, const Stakes& s) {
  return win * s.prize - (1 - win) * s.loss - s.cost - s.cost_patron * patron -
         s.nuclear_cost * umbrella - s.status_quo;
}

double weight_of(std::span<const Outcome> outcomes) {
  double sum = 0;
  for (const Outcome& one : outcomes) sum += one.weight;
  return sum;
}

double expected_value(const Prospect& prospect, const Stakes& stakes) {
  double sum = 0;
  for (const Outcome& one : prospect.outcomes)
    sum += one.weight * value(one.win, one.patron, prospect.umbrella, stakes);
  return sum / weight_of(prospect.outcomes);
}

namespace aggressor {

// clang-format off
extern const AggressorModel
    empirical_hazard,
    expected_utility,
    ignores_allies,
    loss_averse,
    satisficer;
// clang-format on

std::span<const AggressorModel* const> all() {
  static constexpr const AggressorModel* kAll[] = {
      &empirical_hazard, &expected_utility, &ignores_allies, &loss_averse, &satisficer,
  };
  return kAll;
}

const AggressorModel* find(std::string_view name) {
  for (const AggressorModel* model : all())
    if (model->card.name == name) return model;
  return nullptr;
}

}  // namespace aggressor
}  // namespace entente::actors
