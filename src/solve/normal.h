/// The standard normal law: its distribution function, the inverse, and draws.
///
/// Floor 1; uses base. Same bytes on every machine: plain double arithmetic in a fixed order.
#pragma once

#include "base/stream.h"

namespace entente::solve {

/// Phi(x): P(N(0,1) <= x), in [0, 1]; 0 and 1 at -inf and +inf.
[[nodiscard]] double normal_cdf(double x);

/// The x with Phi(x) = p; -inf and +inf at 0 and 1. REQUIRES: p in [0, 1].
/// Source: Boost.Math 1.74, inverse complementary error function; relative error below 1e-15.
[[nodiscard]] double normal_quantile(double p);

/// One standard normal number of `stream`: the inverse of its next uniform one.
[[nodiscard]] double normal(Stream& stream);

/// ln(p / (1 - p)). REQUIRES: p in (0, 1).
[[nodiscard]] double logit(double p);

/// 1 / (1 + e^-x), the inverse of `logit`.
[[nodiscard]] double logistic(double x);

}  // namespace entente::solve
