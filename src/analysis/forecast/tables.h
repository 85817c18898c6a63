/// The tables of a forecast, its finding and its notices.
///
/// Floor 5; part of forecast.
#pragma once

#include <span>
#include <string>

#include "analysis/forecast/sweep.h"
#include "card/record.h"

namespace entente::analysis {

[[nodiscard]] std::span<const card::TableSpec> forecast_tables();
[[nodiscard]] std::span<const card::View> forecast_views();

/// Adds years, turns and assumptions; those of ties may have been calibrated.
void add_years(card::Record& record, const ForecastGround& ground, const ForecastSwept& swept,
               bool calibrated);

[[nodiscard]] std::string forecast_finding(const ForecastGround& ground,
                                           const ForecastSwept& swept);
void add_notices(card::Record& record, const ForecastGround& ground);

}  // namespace entente::analysis
