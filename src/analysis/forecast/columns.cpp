#include "analysis/forecast/tables.h"

namespace entente::analysis {
namespace {

using card::Column;

constexpr Column kYears[] = {
    {"year", "", "The first is that of the scenario."},
    {"measure", "", "What is told; docs/forecast.md says how each is worked out."},
    {"subject", "", "`all`, a guarantor, or a protected state."},
    {"unit", "", "Of the figures that follow."},
    {"value", "its unit", "Mean over draws."},
    {"value_lo", "its unit", "90 % interval of the mean."},
    {"value_hi", "its unit", "Its upper end."},
    {"value_p05", "its unit", "Spread over worlds of facts and assumptions."},
    {"value_p95", "its unit", "Its upper end."},
    {"no_change", "its unit", "The naive forecast: what it is in the first year."},
    {"change", "its unit", "Against that, draw by draw."},
    {"change_lo", "its unit", "90 % interval of the mean."},
    {"change_hi", "its unit", "Its upper end."},
    {"change_p05", "its unit", "Spread over worlds of facts and assumptions."},
    {"change_p95", "its unit", "Its upper end."},
};
constexpr Column kTurns[] = {
    {"year", "", "In which the scenario has it happen."},
    {"promisor", "", "Who does it."},
    {"doubt", "probits", "Shift of all its promises from then on; empty: as before."},
    {"doubt_low", "probits", "Least of its range."},
    {"doubt_high", "probits", "Most of it."},
    {"leaves", "", "Agreements that no longer bind it."},
    {"returns", "", "Agreements that bind it again."},
};
constexpr Column kScores[] = {
    {"change", "",
     "formation: of pairs without a pact of defence; dissolution: of pairs with one."},
    {"forecast", "",
     "fitted: the model; no_change: never; base_rate: as often as before the split."},
    {"brier", "", "Mean square of probability less what happened; lower is better."},
    {"log_score", "nats", "Mean of -ln of the probability of what happened; lower is better."},
    {"pairs", "pair-years", "Scored, all after the split."},
    {"happened", "pair-years", "Of them with the change."},
    {"best_brier", "", "Whether no forecast has a lower Brier score."},
    {"best_log", "", "Whether none has a lower log score."},
    {"needs", "", "What it takes to score, where nothing was scored."},
};
constexpr Column kCoefficients[] = {
    {"change", "", "formation or dissolution."},
    {"statistic", "", "What the probability hangs on."},
    {"coefficient", "log odds", "Fitted up to the split."},
    {"standard_error", "log odds", "By the information; pairs are not independent, so too small."},
    {"default", "log odds", "What the forecast assumes for a rung, on either side; else empty."},
};
constexpr Column kCalibration[] = {
    {"parameter", "", "The assumption that is set; a flag of its own where nothing is."},
    {"moment", "", "What it is set by, from the first year to the split: see table fit."},
    {"observed", "pairs", "How many there were."},
    {"assumed", "as the flag", "The parameter without calibration."},
    {"value", "as the flag", "With it: the forecast uses this."},
    {"low", "as the flag", "90 % interval, as if the past were one play of the model."},
    {"high", "as the flag", "Its upper end."},
    {"assumed_gives", "pairs", "What the assumed parameters give: mean over plays."},
    {"assumed_gives_lo", "pairs", "90 % interval of the mean."},
    {"assumed_gives_hi", "pairs", "Its upper end."},
    {"assumed_gives_p05", "pairs", "5 % of plays lie below."},
    {"assumed_gives_p95", "pairs", "5 % lie above."},
    {"gives", "pairs", "What the calibrated ones give, in plays not used to find them."},
    {"gives_lo", "pairs", "90 % interval of the mean."},
    {"gives_hi", "pairs", "Its upper end."},
    {"gives_p05", "pairs", "5 % of plays lie below."},
    {"gives_p95", "pairs", "5 % lie above."},
    {"t_ratio", "standard deviations", "Simulated less observed; within .1 is the usual aim."},
    {"needs", "", "What it takes, where nothing was calibrated."},
};
constexpr Column kFit[] = {
    {"figure", "", "Of the network of pacts of defence, after the split."},
    {"unit", "", "Of the figures that follow."},
    {"means", "", "What it is."},
    {"start", "its unit", "Observed in the year of the split; none of what forms and lapses."},
    {"observed", "its unit", "Observed in the last year, or since the split."},
    {"no_change", "its unit", "The naive forecast: but for states that come and go, nothing."},
    {"assumed", "its unit", "What the assumed parameters give: mean over plays."},
    {"assumed_lo", "its unit", "90 % interval of the mean."},
    {"assumed_hi", "its unit", "Its upper end."},
    {"assumed_p05", "its unit", "5 % of plays lie below."},
    {"assumed_p95", "its unit", "5 % lie above."},
    {"calibrated", "its unit", "What those set on the years before give: mean over plays."},
    {"calibrated_lo", "its unit", "90 % interval of the mean."},
    {"calibrated_hi", "its unit", "Its upper end."},
    {"calibrated_p05", "its unit", "5 % of plays lie below."},
    {"calibrated_p95", "its unit", "5 % lie above."},
    {"within", "", "Whether what was observed lies in that spread."},
    {"closer", "", "Whether it lies nearer to that mean than to the naive forecast."},
};
constexpr Column kAssumptions[] = {
    {"name", "", "The assumption, which is a flag of its own."},
    {"value", "", "What this run used, in its unit."},
    {"low", "", "Least of its range."},
    {"high", "", "Most of it."},
    {"unit", "", "Its unit."},
    {"source", "", "Where value or range come from."},
};

constexpr card::TableSpec kTables[] = {
    {"years", "The system year by year, beside what no change would be.", kYears},
    {"turns", "What the scenario has promisors do.", kTurns},
    {"scores", "Ties forecast out of sample on imported alliances, against naive forecasts.",
     kScores},
    {"coefficients", "What was fitted for that.", kCoefficients},
    {"calibration", "Parameters set so that imported pacts form and lapse as often as they did.",
     kCalibration},
    {"fit", "The network that they give, out of sample, beside what was and beside no change.",
     kFit},
    {"assumptions", "The numbers that no table gives.", kAssumptions},
};
constexpr card::View kViews[] = {
    {.table = "years", .most = 13},
    {.table = "turns"},
    {.table = "scores"},
    {.table = "coefficients"},
    {.table = "calibration"},
    {.table = "fit"},
    {.mark = card::Mark::counted, .table = "assumptions"},
};

}  // namespace

std::span<const card::TableSpec> forecast_tables() { return kTables; }
std::span<const card::View> forecast_views() { return kViews; }

}  // namespace entente::analysis
