#include "actors/dilemma.h"

#include <algorithm>

namespace entente::actors {

double dependence(double need, double others) { return need / (1 + others); }

double dilemma_value(const Dilemma& d, double commitment) {
  const double doubt = (1 - d.reliability) * (1 - d.loyalty_returns * commitment);
  return -doubt * d.loss_abandoned * d.dependence -
         d.loss_entrapped * commitment * commitment * d.partner_wars;
}

double balanced_commitment(const Dilemma& d) {
  const double fear = d.loyalty_returns * (1 - d.reliability) * d.loss_abandoned * d.dependence;
  const double drag = 2 * d.loss_entrapped * d.partner_wars;
  if (fear <= 0) return 0;
  return drag <= fear ? 1 : std::min(1.0, fear / drag);
}

}  // namespace entente::actors
