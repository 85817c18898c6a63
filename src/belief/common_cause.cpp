#include "belief/common_cause.h"

#include <algorithm>
#include <cassert>

#include "solve/hermite.h"
#include "solve/normal.h"

namespace entente::belief {
namespace {

constexpr std::string_view kCommonPurpose = "honour.common_factor";

std::vector<double> shifted_all(std::span<const double> thetas, double mu) {
  std::vector<double> moved;
  for (const double theta : thetas) moved.push_back(shifted(theta, mu));
  return moved;
}

/// The law of a sum of independent promises: see Barlow and Heidtmann (1984), IEEE Trans.
/// Reliability 33.
void add_promise(std::vector<double>& law, double p) {
  law.push_back(0);
  for (std::size_t k = law.size() - 1; k > 0; --k) law[k] = (1 - p) * law[k] + p * law[k - 1];
  law[0] *= 1 - p;
}

/// At rho = 1 a promise is kept iff Phi(-z) < theta: those of high theta fall last.
std::vector<double> comonotone_law(std::vector<double> thetas) {
  std::ranges::sort(thetas, std::greater<>());
  std::vector<double> law;
  double above = 1;
  for (const double theta : thetas) {
    law.push_back(above - theta);
    above = theta;
  }
  law.push_back(above);
  return law;
}

bool steps(const CommonCause& cause) { return cause.model->common && cause.rho >= 1; }

}  // namespace

double shifted(double theta, double mu) {
  return mu == 0 ? theta : solve::normal_cdf(solve::normal_quantile(theta) + mu);
}

std::vector<double> kept_law(std::span<const double> thetas, const CommonCause& cause) {
  const std::vector<double> moved = shifted_all(thetas, cause.mu);
  if (steps(cause)) return comonotone_law(moved);
  std::vector<double> law(moved.size() + 1, 0.0);
  for (const solve::Node& node : solve::hermite_80()) {
    std::vector<double> given = {1.0};
    for (const double theta : moved)
      add_promise(given, cause.model->kept_given(theta, cause.rho, node.z));
    for (std::size_t k = 0; k < law.size(); ++k) law[k] += node.weight * given[k];
  }
  return law;
}

Together together(std::span<const double> thetas, const CommonCause& cause) {
  const std::vector<double> moved = shifted_all(thetas, cause.mu);
  Together result;
  for (const double theta : moved) result.expected += theta;
  if (moved.empty()) return result;
  if (steps(cause)) {
    result.all = std::ranges::min(moved);
    result.none = 1 - std::ranges::max(moved);
    return result;
  }
  result.all = result.none = 0;
  for (const solve::Node& node : solve::hermite_80()) {
    double all = node.weight, none = node.weight;
    for (const double theta : moved) {
      const double p = cause.model->kept_given(theta, cause.rho, node.z);
      all *= p;
      none *= 1 - p;
    }
    result.all += all;
    result.none += none;
  }
  return result;
}

std::vector<double> beta_binomial_law(double theta, std::size_t n, double rho) {
  assert(theta >= 0 && theta <= 1 && rho >= 0 && rho < 1);
  // Polya's urn, cleared of the division by rho so that rho = 0 needs no case of its own.
  const double scale = 1 - rho;
  std::vector<double> law = {1.0};
  for (std::size_t done = 0; done < n; ++done) {
    const auto drawn = static_cast<double>(done);
    std::vector<double> next(law.size() + 1, 0.0);
    for (std::size_t k = 0; k < law.size(); ++k) {
      const double kept = (theta * scale + rho * static_cast<double>(k)) / (scale + rho * drawn);
      next[k + 1] += law[k] * kept;
      next[k] += law[k] * (1 - kept);
    }
    law = std::move(next);
  }
  return law;
}

double common_factor(std::uint64_t seed, std::uint64_t draw, std::string_view promisor) {
  Stream stream(seed, draw, promisor, kCommonPurpose);
  return solve::normal(stream);
}

bool honours(double theta, const CommonCause& cause, double z, double eps) {
  assert(cause.model != nullptr && theta >= 0 && theta <= 1);
  const double moved = shifted(theta, cause.mu);
  // Phi(-eps) is uniform, and falls as eps rises: for the probit this is the inequality of the
  // header.
  return solve::normal_cdf(-eps) < cause.model->kept_given(moved, cause.rho, z);
}

bool honours(double theta, const CommonCause& cause, Stream& common, Stream& own) {
  const double z = solve::normal(common);
  return honours(theta, cause, z, solve::normal(own));
}

bool honours(double theta, const CommonCause& cause, std::uint64_t seed, std::uint64_t draw,
             std::string_view promisor, std::string_view contingency, std::string_view purpose) {
  Stream own(seed, draw, name_hash({promisor, contingency}), name_hash(purpose));
  return honours(theta, cause, common_factor(seed, draw, promisor), solve::normal(own));
}

}  // namespace entente::belief
