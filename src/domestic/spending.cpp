#include "domestic/spending.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::domestic {
namespace {

[[maybe_unused]] bool whole(const Funding& f) {
  return f.tax >= 0 && f.debt >= 0 && f.social >= 0 &&
         std::abs(f.tax + f.debt + f.social - 1) <= 1e-9;
}

}  // namespace

double backlash(const Funding& funding, const Movers& movers) {
  assert(whole(funding));
  return movers.tax * funding.tax + movers.debt * funding.debt + movers.social * funding.social;
}

double support_for_rise(double support, double percent, const Funding& funding,
                        const Movers& movers) {
  assert(percent >= 0);
  return std::clamp(support - percent * backlash(funding, movers), 0.0, 1.0);
}

double greatest_rise(double support, Regime regime, const Funding& funding, const Movers& movers,
                     const Gates& gates, double most) {
  assert(most >= 0);
  const bool borrowed = funding.tax == 0 && funding.social == 0;
  const double spare = support - gate(regime, borrowed ? Decision::budget : Decision::tax, gates);
  if (spare < 0) return 0;
  const double loss = backlash(funding, movers);
  return loss * most <= spare ? most : spare / loss;
}

}  // namespace entente::domestic
