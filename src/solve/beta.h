/// The Beta law on (0, 1): distribution function and quantiles.
///
/// Floor 1. Same bytes on every machine.
#pragma once

namespace entente::solve {

/// P(X <= x) of X ~ Beta(a, b). REQUIRES: a, b > 0 and x in [0, 1].
[[nodiscard]] double beta_cdf(double a, double b, double x);

/// The x with P(X <= x) = p. REQUIRES: a, b > 0 and p in [0, 1].
/// Source: Boost.Math 1.74, inverse of the regularised incomplete beta function (DiDonato and
/// Morris 1992; starting values of Temme 1992), polished by Halley steps.
[[nodiscard]] double beta_quantile(double a, double b, double p);

}  // namespace entente::solve
