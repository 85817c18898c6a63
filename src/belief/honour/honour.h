/// A model of honour: how the promises of one promisor hang together.
///
/// Floor 2; part of belief. One file a model, named in `all.cpp`. A model says what the probability
/// of keeping a promise becomes once the common factor of its promisor is known. It holds no
/// randomness: the same function serves quadrature, enumeration and draws.
#pragma once

#include <span>
#include <string_view>

#include "card/card.h"

namespace entente::belief {

struct HonourModel {
  card::Card card;
  bool common = true;  ///< Whether the factor matters at all.
  /// P(kept | factor z) of a promise of reliability theta, for rho in [0, 1]. In [0, 1], does not
  /// fall as theta or z rises, and its mean over a standard normal z is theta for every rho. Does
  /// not depend on z at rho = 0; at rho = 1 it is 1 where theta > Phi(-z), else 0.
  double (*kept_given)(double theta, double rho, double z) = nullptr;
};

namespace honour {

/// Every model, sorted by name.
[[nodiscard]] std::span<const HonourModel* const> all();

/// A model by name, or null.
[[nodiscard]] const HonourModel* find(std::string_view name);

}  // namespace honour
}  // namespace entente::belief
