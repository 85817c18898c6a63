#include "belief/assumptions.h"
#include "belief/honour/honour.h"
#include "solve/beta.h"
#include "solve/normal.h"

namespace entente::belief::honour {
namespace {

/// The quantile at Phi(z) of Beta(theta nu, (1 - theta) nu), nu = 1 / rho - 1. For equal theta the
/// mixture over z is the Beta-binomial law; unequal ones share the rank of their year.
double kept_given(double theta, double rho, double z) {
  if (theta <= 0 || theta >= 1) return theta <= 0 ? 0.0 : 1.0;
  if (rho <= 0) return theta;
  if (rho >= 1) return solve::normal_cdf(-z) < theta ? 1.0 : 0.0;
  const double nu = 1 / rho - 1;
  return solve::beta_quantile(theta * nu, (1 - theta) * nu, solve::normal_cdf(z));
}

constexpr card::Field kFields[] = {
    fields::number("rho", "correlation", "Correlation of two promises: 1 / (alpha + beta + 1).",
                   fields::kOurs, "0.3", 0, 0.7),
};

}  // namespace

extern const HonourModel beta_binomial;
constinit const HonourModel beta_binomial{
    .card =
        {.name = "beta_binomial",
         .question = "Is a promisor's reliability itself unknown, the same for all its promises?",
         .source =
             "Skellam (1948), JRSS B 10; for unequal reliabilities a common rank, our extension",
         .fields = kFields},
    .common = true,
    .kept_given = kept_given,
};

}  // namespace entente::belief::honour
