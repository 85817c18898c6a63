/// Logistic regression by iteratively reweighted least squares, and scores of probabilities.
///
/// Floor 1; uses base. P(y = 1) = logistic(b . x). Exact arithmetic order: same bytes everywhere.
/// Source: McCullagh and Nelder (1989), Generalized Linear Models; Brier (1950); Good (1952).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente::solve {

/// Rows of a regression, alike rows told once with how many they stand for.
struct Observed {
  std::size_t columns = 0;
  std::vector<double> x;       ///< [row * columns + column]; the first is 1 for an intercept.
  std::vector<double> trials;  ///< [row] observations.
  std::vector<double> ones;    ///< [row] of them with y = 1.

  [[nodiscard]] std::size_t rows() const { return trials.size(); }
  void add(std::span<const double> row, double y, double count = 1);
};

struct LogisticFit {
  std::vector<double> b;      ///< [column]
  std::vector<double> error;  ///< [column] standard error, from the inverse of the information.
  bool converged = false;     ///< No step moved any b by more than 1e-9.
  int steps = 0;
  double log_likelihood = 0;
};

/// The estimate of greatest likelihood, with a ridge lambda sum b^2 / 2 on all but the first
/// column that keeps it finite where classes are separated. Cost O(steps rows columns^2).
/// REQUIRES: at least a row and a column, trials > 0.
[[nodiscard]] LogisticFit fit_logistic(const Observed& data, double ridge = 1e-6);

/// logistic(b . x).
[[nodiscard]] double predicted(std::span<const double> b, std::span<const double> x);

/// Means over observations; lower is better for both.
struct Scores {
  double brier = 0;      ///< (p - y)^2
  double log_score = 0;  ///< -ln of the probability given to what happened, natural units.
};

/// Sums scores one by one. A probability is kept within [floor, 1 - floor] for the log score alone:
/// a forecast that says never and errs would score without bound.
class Scoring {
 public:
  explicit Scoring(double floor = 1e-6) : floor_(floor) {}

  void add(double p, bool happened);
  [[nodiscard]] Scores mean() const;
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  double floor_;
  double brier_ = 0, log_ = 0;
  std::size_t count_ = 0;
};

}  // namespace entente::solve
