/// What ties cost and what keeps them, so that pacts of the past form and lapse as often as they
/// did; and how the network that this gives looks beside that of later years.
///
/// Floor 5; part of forecast. Method of moments, as usual for actor-oriented models (Snijders
/// 2001): two parameters, two moments, simulations that share their random numbers. The other
/// coefficients stay as they are assumed: of their sign something is published, of their size
/// nothing.
#pragma once

#include <optional>

#include "analysis/forecast/replay.h"
#include "card/record.h"
#include "solve/sums.h"
#include "world/forces.h"

namespace entente::analysis {

/// A parameter with its moment.
struct Calibrated {
  std::string_view name;  ///< Of a `ForecastTerm`.
  PastFigure moment = PastFigure::formed;
  double assumed = 0;
  world::Uncertain value;  ///< With an interval of 90 %.
  double observed = 0;     ///< What the moment was.
  solve::Estimate assumed_gives, gives;
  double t = 0;  ///< (simulated - observed) / standard deviation of a simulation.
};

struct Calibration {
  std::vector<Calibrated> parameters;  ///< None where nothing was asked for.
  std::string needs;                   ///< What it takes, where there are none.
  int first = 0, split = 0, last = 0;
  std::size_t plays = 0;
  std::vector<double> start, observed, unchanged;  ///< `kPastFigures`; split, last, last.
  std::vector<solve::Estimate> assumed, fitted;    ///< Out of sample, from split to last.
  std::vector<std::string> inputs, left_out;
};

/// Not run unless asked, and where there is a past to read. Throws `Cancelled`. Cost: some 1,000
/// simulations of the years up to the split.
[[nodiscard]] Calibration calibrate(const ForecastAsked& asked, const PastFound& found,
                                    const Run& run);

/// What was found takes the place of what the question assumed; nothing where there is nothing.
void assume(const Calibration& found, actors::ForecastTerms& terms);
void assume(const Calibration& found, scenario::Plan& plan);

void add_calibration(card::Record& record, const Calibration& found);
[[nodiscard]] std::string calibration_finding(const Calibration& found);

}  // namespace entente::analysis
