#include "solve/normal.h"

#include <boost/math/special_functions/erf.hpp>
#include <cassert>
#include <cmath>
#include <limits>

#include "solve/boost_policy.h"

namespace entente::solve {
namespace {

constexpr double kRootTwo = 1.4142135623730950488;

}  // namespace

double normal_cdf(double x) {
  if (std::isinf(x)) return x < 0 ? 0.0 : 1.0;
  return 0.5 * boost::math::erfc(-x / kRootTwo, Policy());
}

double normal_quantile(double p) {
  assert(p >= 0 && p <= 1);
  if (p == 0) return -std::numeric_limits<double>::infinity();
  if (p == 1) return std::numeric_limits<double>::infinity();
  return -kRootTwo * boost::math::erfc_inv(2 * p, Policy());
}

double normal(Stream& stream) { return normal_quantile(stream.uniform()); }

double logit(double p) {
  assert(p > 0 && p < 1);
  return std::log(p / (1 - p));
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace entente::solve
