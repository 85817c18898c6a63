/// The cause common to all promises of one promisor: a bad year breaks several at once.
///
/// Floor 2; uses base, card, solve. A number Z, standard normal, one a promisor and draw, shared by
/// all its contingencies: high Z is a reliable year. Given Z the promises are independent, so what
/// happens to all of them together is exact by quadrature over Z, without draws.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/stream.h"
#include "belief/honour/honour.h"

namespace entente::belief {

/// A model of honour with its numbers.
struct CommonCause {
  const HonourModel* model = nullptr;  ///< REQUIRED.
  double rho = 0.3;                    ///< In [0, 1].
  double mu = 0;                       ///< Shift in probits of every promise; below 0 is doubt.
};

/// P(kept) when all probits move by mu: Phi(Phi^-1(theta) + mu). Keeps theta at mu = 0.
[[nodiscard]] double shifted(double theta, double mu);

/// P(exactly k promises are kept), k = 0..n, of one promisor. Shape: n + 1. Sums to 1.
/// 80 Gauss-Hermite nodes; cost O(80 n^2). Error with common_factor_probit below 1e-5 up to rho =
/// 0.7 and 30 promises; the closed form at rho = 1. For beta_binomial with unequal reliabilities
/// below 1e-3 up to rho = 0.5 and 3e-3 up to 0.7; at rho up to 0.3 below 2e-6.
[[nodiscard]] std::vector<double> kept_law(std::span<const double> thetas,
                                           const CommonCause& cause);

/// What becomes of all promises of one promisor together.
struct Together {
  double expected = 0;  ///< Expected number kept.
  double all = 1;       ///< P(all are kept); 1 of no promises.
  double none = 1;      ///< P(none is kept); 1 of no promises.
};

/// Cost O(80 n); errors as above.
[[nodiscard]] Together together(std::span<const double> thetas, const CommonCause& cause);

/// P(exactly k of n promises of equal reliability are kept), k = 0..n, under the Beta-binomial with
/// correlation rho in [0, 1): closed form, B(k + a, n - k + b) / B(a, b) times n over k,
/// a + b = 1 / rho - 1. Source: Skellam (1948), JRSS B 10.
[[nodiscard]] std::vector<double> beta_binomial_law(double theta, std::size_t n, double rho);

/// The common factor of a promisor in a draw.
[[nodiscard]] double common_factor(std::uint64_t seed, std::uint64_t draw,
                                   std::string_view promisor);

/// Whether a promise is kept, given its promisor's factor `z` and a standard normal number `eps` of
/// its own. With common_factor_probit: Phi^-1(theta) + mu + sqrt(rho) z + sqrt(1 - rho) eps > 0.
/// REQUIRES: theta in [0, 1].
[[nodiscard]] bool honours(double theta, const CommonCause& cause, double z, double eps);

/// The same from streams: `common` and `own` each give their next number.
[[nodiscard]] bool honours(double theta, const CommonCause& cause, Stream& common, Stream& own);

/// What of a promise is kept or broken: each has a stream of its own under the common factor.
inline constexpr std::string_view kOwnPurpose = "honour.own", kSupportPurpose = "support";

/// The same by names: one answer a seed, draw, promisor, contingency and purpose, whoever asks and
/// when.
[[nodiscard]] bool honours(double theta, const CommonCause& cause, std::uint64_t seed,
                           std::uint64_t draw, std::string_view promisor,
                           std::string_view contingency, std::string_view purpose = kOwnPurpose);

}  // namespace entente::belief
