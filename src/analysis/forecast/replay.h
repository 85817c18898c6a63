/// The past played again: ties form and lapse by the model of the forecast, from those of a year
/// on.
///
/// Floor 5; part of forecast.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/forecast/past.h"

namespace entente::analysis {

/// What became of the pacts of defence of a period, as far as it is held against the past.
enum class PastFigure {
  formed,        ///< Pairs that had none a year before, both states there in both years.
  lapsed,        ///< The other way round.
  lower,         ///< Pairs with a tie below a pact at the end.
  pacts,         ///< Pairs with one at the end.
  transitivity,  ///< Of the network at the end.
  without,       ///< States that have none.
  median,        ///< Partners of a state: median, ninth decile, most.
  ninth_decile,
  most,
  open_triads,  ///< Triples with two links, and with three.
  triangles,
  at_two,  ///< Pairs two links apart, three, more, and in different parts.
  at_three,
  further,
  apart,
};
inline constexpr std::size_t kPastFigures = 15;

struct PastFigureText {
  std::string_view name, unit, help;
};
[[nodiscard]] const PastFigureText& text_of(PastFigure figure);

/// The parameters that a past can set; the others stay as they are assumed.
struct TieRates {
  double opportunities = 0, keep = 0;  ///< As `ForecastTerms`.
};

class Replay {
 public:
  /// Lays out every year: the worth of a rung to either side but for its cost, from the covariates
  /// that there are. The past must outlive it. Cost O(years n^2).
  Replay(const Past& past, const actors::ForecastTerms& terms, std::uint64_t seed);

  /// From the ties of a year to those of another. States that come in bring the ties they have
  /// then; those that go take theirs along. Shape: `kPastFigures`. Opportunities depend on the
  /// number of the play, the year and the state alone. REQUIRES: past.first() <= from < to <=
  /// past.last(). Cost O((to - from) (1 + opportunities) n^2).
  [[nodiscard]] std::vector<double> play(int from, int to, const TieRates& rates,
                                         std::size_t number) const;
  [[nodiscard]] std::vector<double> observed(int from, int to) const;
  /// The naive forecast: nothing changes but by states that come and go.
  [[nodiscard]] std::vector<double> unchanged(int from, int to) const;

  /// Terms of the forecast whose covariates no table has.
  [[nodiscard]] std::vector<std::string> left_out() const;

 private:
  struct Year {
    std::vector<int> states;  ///< By number.
    solve::ValuedTies rungs;
    std::vector<double> worth;  ///< [i * n + j]
  };
  [[nodiscard]] Year laid_out(int year) const;
  [[nodiscard]] const Year& in(int year) const {
    return years_[static_cast<std::size_t>(year - past_.first())];
  }
  [[nodiscard]] solve::ValuedTies carried(const solve::ValuedTies& ties, int year) const;
  void count(const solve::ValuedTies& before, const solve::ValuedTies& after, int year,
             std::vector<double>& figures) const;

  const Past& past_;
  const actors::ForecastTerms& terms_;
  std::uint64_t seed_;
  std::vector<Year> years_;
};

}  // namespace entente::analysis
