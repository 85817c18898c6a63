/// How likely each pattern of kept and broken promises of one promisor is.
///
/// Floor 2; uses base, card, solve.
#pragma once

#include <span>
#include <vector>

#include "belief/common_cause.h"

namespace entente::belief {

/// P(these promises of one promisor are kept and the others broken), [mask]: bit i is set where
/// promise i is kept. Sums to 1. Closed form of one promise, where promises are independent, and at
/// rho = 1; else 80 Gauss-Hermite nodes over the common factor, with the errors of `kept_law`. Cost
/// O(80 n 2^n). REQUIRES: at most 20 promises.
[[nodiscard]] std::vector<double> pattern_law(std::span<const double> thetas,
                                              const CommonCause& cause);

/// Whether that many promises take no quadrature.
[[nodiscard]] bool closed_form(std::size_t promises, const CommonCause& cause);

/// Whether the law of that many promises is right to 1e-5: in closed form, of
/// `common_factor_probit` up to rho = 0.7, of others up to 0.3.
[[nodiscard]] bool quadrature_suffices(std::size_t promises, const CommonCause& cause);

}  // namespace entente::belief
