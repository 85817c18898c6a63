#include "solve/morris.h"

#include <cassert>
#include <cmath>

#include "solve/bootstrap.h"

namespace entente::solve {

std::vector<Screening> morris_effects(const Design& design, std::span<const double> answers,
                                      std::size_t resamples, Stream stream) {
  const std::size_t k = design.factors, trajectories = answers.size() / design.block;
  assert(trajectories > 0 && answers.size() <= design.rows());
  std::vector<std::vector<double>> effects(k);  // [factor][trajectory]
  for (std::size_t r = 0; r < trajectories; ++r)
    for (std::size_t row = r * design.block; row + 1 < (r + 1) * design.block; ++row)
      for (std::size_t j = 0; j < k; ++j)
        if (const double step = design.at(row + 1, j) - design.at(row, j); step != 0)
          effects[j].push_back((answers[row + 1] - answers[row]) / step);
  const auto n = static_cast<double>(trajectories);
  std::vector<Screening> found(k);
  for (std::size_t j = 0; j < k; ++j) {
    double squares = 0;
    for (const double one : effects[j]) {
      found[j].mu += one / n;
      found[j].mu_star.value += std::abs(one) / n;
    }
    for (const double one : effects[j]) squares += (one - found[j].mu) * (one - found[j].mu);
    if (trajectories > 1) found[j].sigma = std::sqrt(squares / (n - 1));
  }
  std::vector<std::vector<double>> samples(k);
  for (std::size_t b = 0; b < resamples; ++b) {
    const std::vector<double> times = resampled(trajectories, stream);
    for (std::size_t j = 0; j < k; ++j) {
      double mean = 0;
      for (std::size_t r = 0; r < trajectories; ++r) mean += times[r] * std::abs(effects[j][r]) / n;
      samples[j].push_back(mean);
    }
  }
  for (std::size_t j = 0; j < k; ++j) {
    Index& star = found[j].mu_star;
    star.low = resamples == 0 ? star.value : quantile_of(samples[j], 0.05);
    star.high = resamples == 0 ? star.value : quantile_of(samples[j], 0.95);
  }
  return found;
}

}  // namespace entente::solve
