#include "solve/logistic_regression.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "solve/normal.h"

namespace entente::solve {
namespace {

constexpr int kMostSteps = 100;
constexpr double kSmallStep = 1e-9;

/// A symmetric positive matrix by rows, and its factor of Cholesky.
class Factor {
 public:
  Factor(std::vector<double> matrix, std::size_t n) : n_(n), l_(std::move(matrix)) {
    for (std::size_t j = 0; j < n_; ++j) {
      for (std::size_t k = 0; k < j; ++k) at(j, j) -= at(j, k) * at(j, k);
      at(j, j) = std::sqrt(std::max(at(j, j), 1e-300));
      for (std::size_t i = j + 1; i < n_; ++i) {
        for (std::size_t k = 0; k < j; ++k) at(i, j) -= at(i, k) * at(j, k);
        at(i, j) /= at(j, j);
      }
    }
  }

  [[nodiscard]] std::vector<double> solved(std::vector<double> right) const {
    for (std::size_t i = 0; i < n_; ++i) {
      for (std::size_t k = 0; k < i; ++k) right[i] -= at(i, k) * right[k];
      right[i] /= at(i, i);
    }
    for (std::size_t i = n_; i-- > 0;) {
      for (std::size_t k = i + 1; k < n_; ++k) right[i] -= at(k, i) * right[k];
      right[i] /= at(i, i);
    }
    return right;
  }

 private:
  double& at(std::size_t i, std::size_t j) { return l_[i * n_ + j]; }
  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return l_[i * n_ + j]; }

  std::size_t n_;
  std::vector<double> l_;
};

/// ln(1 + e^x), without overflow.
double soft_plus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

/// The gradient, the information and the likelihood at b.
struct Slope {
  std::vector<double> gradient, information;
  double likelihood = 0;
};

Slope slope_at(const Observed& data, const std::vector<double>& b, double ridge) {
  const std::size_t k = data.columns;
  Slope slope{std::vector<double>(k, 0.0), std::vector<double>(k * k, 0.0), 0};
  for (std::size_t r = 0; r < data.rows(); ++r) {
    const double* x = &data.x[r * k];
    double eta = 0;
    for (std::size_t c = 0; c < k; ++c) eta += b[c] * x[c];
    const double p = logistic(eta);
    const double off = data.ones[r] - data.trials[r] * p, weight = data.trials[r] * p * (1 - p);
    slope.likelihood += data.ones[r] * eta - data.trials[r] * soft_plus(eta);
    for (std::size_t c = 0; c < k; ++c) {
      slope.gradient[c] += off * x[c];
      for (std::size_t d = 0; d <= c; ++d) slope.information[c * k + d] += weight * x[c] * x[d];
    }
  }
  for (std::size_t c = 0; c < k; ++c) {
    const double pull = c == 0 ? 0 : ridge;
    slope.gradient[c] -= pull * b[c];
    slope.information[c * k + c] += pull;
    slope.likelihood -= pull * b[c] * b[c] / 2;
    for (std::size_t d = c + 1; d < k; ++d)
      slope.information[c * k + d] = slope.information[d * k + c];
  }
  return slope;
}

}  // namespace

void Observed::add(std::span<const double> row, double y, double count) {
  assert(row.size() == columns);
  x.insert(x.end(), row.begin(), row.end());
  trials.push_back(count);
  ones.push_back(y * count);
}

LogisticFit fit_logistic(const Observed& data, double ridge) {
  assert(data.rows() > 0 && data.columns > 0);
  LogisticFit fit;
  fit.b.assign(data.columns, 0);
  Slope slope = slope_at(data, fit.b, ridge);
  while (!fit.converged && fit.steps < kMostSteps) {
    ++fit.steps;
    const auto step = Factor(slope.information, data.columns).solved(slope.gradient);
    // A step that overshoots is halved until it does not lower the likelihood.
    std::vector<double> next = fit.b;
    Slope there;
    double share = 1;
    for (int halved = 0; halved < 30; ++halved, share /= 2) {
      for (std::size_t c = 0; c < next.size(); ++c) next[c] = fit.b[c] + share * step[c];
      there = slope_at(data, next, ridge);
      if (there.likelihood >= slope.likelihood - 1e-12 * (1 + std::abs(slope.likelihood))) break;
    }
    double largest = 0;
    for (const double one : step) largest = std::max(largest, std::abs(share * one));
    fit.b = std::move(next);
    slope = std::move(there);
    fit.converged = largest < kSmallStep;
  }
  fit.log_likelihood = slope.likelihood;
  const Factor factor(slope.information, data.columns);
  for (std::size_t c = 0; c < data.columns; ++c) {
    std::vector<double> unit(data.columns, 0.0);
    unit[c] = 1;
    fit.error.push_back(std::sqrt(factor.solved(std::move(unit))[c]));
  }
  return fit;
}

double predicted(std::span<const double> b, std::span<const double> x) {
  double eta = 0;
  for (std::size_t c = 0; c < b.size(); ++c) eta += b[c] * x[c];
  return logistic(eta);
}

void Scoring::add(double p, bool happened) {
  const double y = happened ? 1 : 0;
  brier_ += (p - y) * (p - y);
  const double within = std::clamp(p, floor_, 1 - floor_);
  log_ -= std::log(happened ? within : 1 - within);
  ++count_;
}

Scores Scoring::mean() const {
  if (count_ == 0) return {};
  const auto n = static_cast<double>(count_);
  return {brier_ / n, log_ / n};
}

}  // namespace entente::solve
