// Every model of honour, one name a line, sorted by the name on the card.
#include "belief/honour/honour.h"

namespace entente::belief::honour {

// clang-format off
extern const HonourModel
    beta_binomial,
    common_factor_probit,
    independent;
// clang-format on

std::span<const HonourModel* const> all() {
  static constexpr const HonourModel* kAll[] = {
      &beta_binomial,
      &common_factor_probit,
      &independent,
  };
  return kAll;
}

const HonourModel* find(std::string_view name) {
  for (const HonourModel* model : all())
    if (model->card.name == name) return model;
  return nullptr;
}

}  // namespace entente::belief::honour
