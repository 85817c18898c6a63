#include "belief/pattern_law.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "solve/hermite.h"

namespace entente::belief {
namespace {

constexpr std::size_t kMost = 20;

/// Adds the law of independent promises, times a weight.
void add_independent(std::vector<double>& law, std::span<const double> kept, double weight) {
  std::vector<double> given(law.size(), 0.0);
  given[0] = weight;
  for (std::size_t i = 0; i < kept.size(); ++i)
    for (std::size_t mask = 0; mask < std::size_t{1} << i; ++mask) {
      given[mask | std::size_t{1} << i] = given[mask] * kept[i];
      given[mask] *= 1 - kept[i];
    }
  for (std::size_t mask = 0; mask < law.size(); ++mask) law[mask] += given[mask];
}

/// At rho = 1 a promise is kept iff Phi(-z) < theta: those of high theta fall last.
void add_comonotone(std::vector<double>& law, std::span<const double> thetas) {
  std::vector<std::size_t> order(thetas.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return thetas[i]; });
  double above = 1;
  std::size_t mask = 0;
  for (const std::size_t i : order) {
    law[mask] += above - thetas[i];
    above = thetas[i];
    mask |= std::size_t{1} << i;
  }
  law[mask] += above;
}

bool independent(const CommonCause& cause) { return !cause.model->common || cause.rho <= 0; }

}  // namespace

bool closed_form(std::size_t promises, const CommonCause& cause) {
  return promises < 2 || independent(cause) || cause.rho >= 1;
}

bool quadrature_suffices(std::size_t promises, const CommonCause& cause) {
  const double most = cause.model->card.name == "common_factor_probit" ? 0.7 : 0.3;
  return closed_form(promises, cause) || cause.rho <= most;
}

std::vector<double> pattern_law(std::span<const double> thetas, const CommonCause& cause) {
  assert(thetas.size() <= kMost);
  std::vector<double> moved;
  for (const double theta : thetas) moved.push_back(shifted(theta, cause.mu));
  std::vector<double> law(std::size_t{1} << moved.size(), 0.0);
  if (moved.size() < 2 || independent(cause)) {
    add_independent(law, moved, 1);
  } else if (cause.rho >= 1) {
    add_comonotone(law, moved);
  } else {
    std::vector<double> given(moved.size());
    for (const solve::Node& node : solve::hermite_80()) {
      for (std::size_t i = 0; i < moved.size(); ++i)
        given[i] = cause.model->kept_given(moved[i], cause.rho, node.z);
      add_independent(law, given, node.weight);
    }
  }
  return law;
}

}  // namespace entente::belief
