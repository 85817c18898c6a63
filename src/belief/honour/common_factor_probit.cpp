#include <cmath>

#include "belief/assumptions.h"
#include "belief/honour/honour.h"
#include "solve/normal.h"

namespace entente::belief::honour {
namespace {

/// Phi((Phi^-1(theta) + sqrt(rho) z) / sqrt(1 - rho)).
double kept_given(double theta, double rho, double z) {
  if (theta <= 0 || theta >= 1) return theta <= 0 ? 0.0 : 1.0;
  if (rho <= 0) return theta;
  const double level = solve::normal_quantile(theta) + std::sqrt(rho) * z;
  if (rho >= 1) return level > 0 ? 1.0 : 0.0;
  return solve::normal_cdf(level / std::sqrt(1 - rho));
}

constexpr card::Field kFields[] = {
    fields::number("rho", "correlation", "Share of a promisor's doubt common to all its promises.",
                   fields::kOurs, "0.3", 0, 0.7),
};

}  // namespace

extern const HonourModel common_factor_probit;
constinit const HonourModel common_factor_probit{
    .card = {.name = "common_factor_probit",
             .question = "Does one bad year of a promisor break several of its promises?",
             .source = "One-factor model of Vasicek (1987, 2002) for correlated defaults",
             .fields = kFields},
    .common = true,
    .kept_given = kept_given,
};

}  // namespace entente::belief::honour
