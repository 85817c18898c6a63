/// A share that was sampled, with its interval.
///
/// Floor 1.
#pragma once

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::solve {

/// A share in [0, 1] and its 90 % interval.
struct Share {
  double value = 0, low = 0, high = 0;
};

/// `hits` of `draws`, with the interval of Wilson (1927), Journal of the American Statistical
/// Association 22: 209-212: it stays within 0 and 1 and has a width even where all hit or none.
/// REQUIRES: draws above 0, hits in [0, draws].
[[nodiscard]] inline Share share_of(double hits, double draws) {
  assert(draws > 0 && hits >= 0 && hits <= draws);
  constexpr double kZ = 1.6448536269514722;  // The 95 % quantile of the normal law.
  const double p = hits / draws, zz = kZ * kZ / draws;
  const double middle = (p + zz / 2) / (1 + zz);
  const double half = kZ / (1 + zz) * std::sqrt(p * (1 - p) / draws + zz / (4 * draws));
  return {p, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace entente::solve
