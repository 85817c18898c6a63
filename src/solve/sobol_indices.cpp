#include "solve/sobol_indices.h"

#include <cassert>
#include <cmath>

#include "solve/bootstrap.h"

namespace entente::solve {
namespace {

/// Terms whose means make the indices, by block: sum and squares of A and B, then one a factor for
/// first, one for total, and one a pair.
class Terms {
 public:
  Terms(std::span<const double> answers, std::size_t factors, bool second)
      : factors_(factors),
        pairs_(second ? factors * (factors - 1) / 2 : 0),
        width_(2 + 2 * factors + pairs_) {
    const std::size_t block = (second ? 2 * factors : factors) + 2;
    blocks_ = answers.size() / block;
    for (std::size_t n = 0; n < blocks_; ++n)
      mean_ += (answers[n * block] + answers[(n + 1) * block - 1]) / 2;
    mean_ /= static_cast<double>(blocks_);
    terms_.reserve(blocks_ * width_);
    for (std::size_t n = 0; n < blocks_; ++n) add(answers.subspan(n * block, block), second);
  }

  [[nodiscard]] std::size_t blocks() const { return blocks_; }
  [[nodiscard]] double mean() const { return mean_; }

  /// Variance, first, total and second indices, where block n counts `times[n]`.
  [[nodiscard]] std::vector<double> indices(const std::vector<double>& times) const {
    std::vector<double> means(width_, 0);
    for (std::size_t n = 0; n < blocks_; ++n) {
      if (times[n] == 0) continue;
      for (std::size_t i = 0; i < width_; ++i) means[i] += times[n] * terms_[n * width_ + i];
    }
    for (double& one : means) one /= static_cast<double>(blocks_);
    std::vector<double> found(means.begin() + 1, means.end());
    found[0] = means[1] - means[0] * means[0];
    const bool varies = found[0] > 1e-24 * (means[1] + mean_ * mean_);
    for (std::size_t i = 1; i < found.size(); ++i) found[i] = varies ? found[i] / found[0] : 0;
    std::size_t pair = 1 + 2 * factors_;
    for (std::size_t i = 0; pairs_ > 0 && i < factors_; ++i)
      for (std::size_t j = i + 1; j < factors_; ++j) found[pair++] -= found[1 + i] + found[1 + j];
    return found;
  }

 private:
  void add(std::span<const double> block, bool second) {
    const double a = block.front() - mean_, b = block.back() - mean_;
    const auto ab = [&](std::size_t i) { return block[1 + i] - mean_; };
    const auto ba = [&](std::size_t i) { return block[1 + factors_ + i] - mean_; };
    terms_.push_back((a + b) / 2);
    terms_.push_back((a * a + b * b) / 2);
    for (std::size_t i = 0; i < factors_; ++i) terms_.push_back(b * (ab(i) - a));
    for (std::size_t i = 0; i < factors_; ++i) terms_.push_back((a - ab(i)) * (a - ab(i)) / 2);
    for (std::size_t i = 0; second && i < factors_; ++i)
      for (std::size_t j = i + 1; j < factors_; ++j) terms_.push_back(ba(i) * ab(j) - a * b);
  }

  std::size_t factors_, pairs_, width_, blocks_ = 0;
  double mean_ = 0;
  std::vector<double> terms_;  ///< [block * width + term]
};

}  // namespace

SobolIndices sobol_indices(std::span<const double> answers, std::size_t factors, bool second,
                           std::size_t resamples, Stream stream) {
  const Terms terms(answers, factors, second);
  assert(terms.blocks() > 0);
  const std::vector<double> plain = terms.indices(std::vector<double>(terms.blocks(), 1));
  std::vector<std::vector<double>> samples(plain.size());
  for (std::size_t b = 0; b < resamples; ++b) {
    const std::vector<double> one = terms.indices(resampled(terms.blocks(), stream));
    for (std::size_t i = 0; i < one.size(); ++i) samples[i].push_back(one[i]);
  }
  const auto index = [&](std::size_t i) {
    if (resamples == 0) return Index{plain[i], plain[i], plain[i]};
    return Index{plain[i], quantile_of(samples[i], 0.05), quantile_of(samples[i], 0.95)};
  };
  SobolIndices found;
  found.mean = terms.mean();
  found.variance = plain[0];
  for (std::size_t i = 0; i < factors; ++i) found.first.push_back(index(1 + i));
  for (std::size_t i = 0; i < factors; ++i) found.total.push_back(index(1 + factors + i));
  for (std::size_t i = 1 + 2 * factors; i < plain.size(); ++i) found.second.push_back(index(i));
  return found;
}

}  // namespace entente::solve
