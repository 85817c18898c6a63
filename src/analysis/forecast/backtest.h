/// Ties fitted on imported alliances up to a year, and scored on the years after it.
///
/// Floor 5; part of forecast; uses history and panel. Pairs of states by year: does a pact of
/// defence (either way) that is not there this year stand in the next one, and does one that is
/// there lapse? Logistic regression on the statistics of the model of ties. Scored against two
/// naive forecasts: that nothing changes, and that changes come as often as before the split.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/forecast/past.h"
#include "card/record.h"
#include "solve/logistic_regression.h"

namespace entente::analysis {

/// A probability nearer to 0 or 1 counts as this in the log score: whoever says never and errs
/// would lose without bound.
inline constexpr double kScoreFloor = 1e-4;

struct TieScore {
  std::string change, forecast;
  solve::Scores scores;
};

struct TieFit {
  std::string change;
  std::vector<std::string> statistics;
  solve::LogisticFit fit;
  std::size_t pairs = 0, happened = 0;  ///< Scored, after the split.
  std::vector<TieScore> scores;         ///< fitted, no_change, base_rate.
};

struct Backtest {
  std::vector<TieFit> fits;  ///< formation, dissolution; none where nothing was fitted.
  std::string needs;         ///< What it takes, where there are none.
  int first = 0, split = 0, last = 0;
  std::vector<std::string> inputs;
  std::vector<std::string> left_out;  ///< Statistics that the data say nothing of.
};

/// Not run unless asked, and where there is a past to read.
[[nodiscard]] Result<Backtest> backtest(const ForecastAsked& asked, const PastFound& found,
                                        const Run& run);

void add_backtest(card::Record& record, const Backtest& tested, const ForecastAsked& asked);
[[nodiscard]] std::string backtest_finding(const Backtest& tested);

}  // namespace entente::analysis
