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
    {"assumptions", "The numbers that no table gives.", kAssumptions},
};
constexpr card::View kViews[] = {
    {.table = "years", .most = 13},
    {.table = "turns"},
    {.table = "scores"},
    {.table = "coefficients"},
    {.mark = card::Mark::counted, .table = "assumptions"},
};

}  // namespace

std::span<const card::TableSpec> forecast_tables() { return kTables; }
std::span<const card::View> forecast_views() { return kViews; }

}  // namespace entente::analysis
