/// Lives of the system over worlds and draws, as figures.
///
/// Floor 5; part of forecast.
#pragma once

#include <string>
#include <vector>

#include "analysis/forecast/years.h"
#include "campaign/figures.h"
#include "solve/sums.h"

namespace entente::analysis {

/// A figure of every year.
struct Measured {
  std::string measure, subject, unit;
  campaign::Bounds bounds;
};

/// All figures of a year, those of the whole system first.
[[nodiscard]] std::vector<Measured> measured(const ForecastGround& ground);

/// Their values, in that order.
[[nodiscard]] std::vector<double> values_of(const ForecastGround& ground, const YearSeen& seen);

struct ForecastSwept {
  std::vector<Measured> measures;
  solve::Sums figures;  ///< [year * measures + measure], then the same less the first year.
  campaign::Vary vary;
  std::size_t worlds = 1, draws = 1;
  std::size_t years = 0;  ///< The first counted.

  [[nodiscard]] std::size_t value(std::size_t year, std::size_t measure) const {
    return year * measures.size() + measure;
  }
  [[nodiscard]] std::size_t change(std::size_t year, std::size_t measure) const {
    return (years + year) * measures.size() + measure;
  }
  /// The place of a measure of the whole system. REQUIRES: there is one.
  [[nodiscard]] std::size_t place(std::string_view measure) const;
};

/// Chances of conduct are drawn whatever varies: a life without chance is none. Throws `Cancelled`.
[[nodiscard]] ForecastSwept sweep_forecast(const ForecastGround& ground,
                                           const campaign::Sampling& sampling, const Run& run);

}  // namespace entente::analysis
