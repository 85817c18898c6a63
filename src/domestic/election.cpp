#include "domestic/election.h"

#include <cassert>
#include <cmath>

namespace entente::domestic {

double turnover(double support, Regime regime, const Movers& movers) {
  if (regime != Regime::democracy) return 0;
  return 1 / (1 + std::exp(movers.vote * (support - 0.5)));
}

double attitude_after(const Contest& contest, double support, Regime regime, const Movers& movers,
                      double luck) {
  assert(0 <= luck && luck < 1);
  return luck < turnover(support, regime, movers) ? contest.rival : contest.government;
}

double expected_attitude(const Contest& contest, double support, Regime regime,
                         const Movers& movers) {
  const double lost = turnover(support, regime, movers);
  return lost * contest.rival + (1 - lost) * contest.government;
}

double change_within(double months, Regime regime, const Movers& movers) {
  assert(months >= 0);
  return regime == Regime::democracy ? -std::expm1(-months / movers.election_months) : 0;
}

}  // namespace entente::domestic
