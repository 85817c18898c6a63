#include "analysis/forecast/forecast.h"

#include "analysis/forecast/backtest.h"
#include "analysis/forecast/calibrate.h"
#include "analysis/forecast/tables.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;

Result<Record> run(const Request& request) {
  auto read = read_forecast(request);
  if (!read) return read.error();
  ForecastAsked asked = std::move(read).value();
  auto laid = forecast_ground(request, asked);
  if (!laid) return laid.error();
  ForecastGround ground = std::move(laid).value();
  const auto past = find_past(asked, request.run);
  if (!past) return past.error();
  const auto tested = backtest(asked, *past, request.run);
  if (!tested) return tested.error();
  const Calibration calibrated = calibrate(asked, *past, request.run);
  assume(calibrated, asked.terms);
  assume(calibrated, ground.hedge.premises.plan);
  Record record;
  const campaign::Sampling sampling = campaign::read_sampling(request.arguments, request.run);
  const ForecastSwept swept = sweep_forecast(ground, sampling, request.run);
  record.exact = false;
  record.provenance.draws = static_cast<std::int64_t>(swept.draws);
  record.finding =
      forecast_finding(ground, swept) + backtest_finding(*tested) + calibration_finding(calibrated);
  record.params = {{"until", {Value(static_cast<std::int64_t>(asked.until))}},
                   {"guarantor", {Value(ground.guarantor_names[ground.hub])}},
                   {"vary", {Value(card::argument(request.arguments, "vary"))}}};
  add_years(record, ground, swept, !calibrated.parameters.empty());
  add_backtest(record, *tested, asked);
  add_calibration(record, calibrated);
  record.provenance.inputs = asked.calibrate ? calibrated.inputs : tested->inputs;
  add_notices(record, ground);
  return record;
}

}  // namespace

const Analysis forecast{
    .card = {.name = "forecast",
             .question = "How might the alliance system evolve when everybody answers everybody?",
             .source = "Beliefs: Beta-binomial updating with spill-over (Press 2005; Crescenzi, "
                       "Kathman, Kleinberg and Wood 2012); ties: actor-oriented model (Snijders "
                       "2001; Warren 2010; Kinne 2018); spending: Cornes and Sandler (1984); "
                       "hedging: see `hedge`; scores: Brier (1950), Good (1952)",
             .subject = card::Subject::scenario,
             .subject_help = "reference_2026",
             .fields = kForecastFields,
             .tables = forecast_tables(),
             .views = forecast_views()},
    .run = run,
};

}  // namespace entente::analysis
