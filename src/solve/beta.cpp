#include "solve/beta.h"

#include <boost/math/special_functions/beta.hpp>
#include <cassert>

#include "solve/boost_policy.h"

namespace entente::solve {

double beta_cdf(double a, double b, double x) {
  assert(a > 0 && b > 0 && x >= 0 && x <= 1);
  return boost::math::ibeta(a, b, x, Policy());
}

double beta_quantile(double a, double b, double p) {
  assert(a > 0 && b > 0 && p >= 0 && p <= 1);
  return boost::math::ibeta_inv(a, b, p, Policy());
}

}  // namespace entente::solve
