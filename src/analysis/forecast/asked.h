/// What is asked of the years ahead: until when, about whom, with which assumptions.
///
/// Floor 5; part of forecast.
#pragma once

#include <array>
#include <string>

#include "actors/forecast_terms.h"
#include "campaign/hedge/asked.h"
#include "history/store.h"

namespace entente::analysis {

using campaign::HedgeAsked;

inline constexpr int kMostForecastYears = 50;

struct ForecastAsked {
  int from = 0, until = 0;  ///< Years; the first is that of the scenario.
  std::string guarantor;    ///< Empty: of most protected states.
  actors::ForecastTerms terms;
  double w0 = 0.25;  ///< Spill-over of what one saw of a promisor.
  HedgeAsked hedge;  ///< What protected states plan by.
  bool backtest = false;
  bool calibrate = false;
  int split = 1990;  ///< The last year that ties are fitted on.
  std::string data;

  [[nodiscard]] std::size_t years() const { return static_cast<std::size_t>(until - from); }
};

inline constexpr std::array kForecastOwn = {
    card::Field{.name = "until",
                .type = card::Type::integer,
                .unit = "year",
                .help = "The last year, 1 to 50 after that of the scenario.",
                .low = 1,
                .high = 9999,
                .required = true},
    card::Field{.name = "guarantor",
                .type = card::Type::name_of,
                .help = "Whose absence is weighed; by default the guarantor of most protected "
                        "states.",
                .of = "state"},
    card::Field{.name = "plan_years",
                .type = card::Type::integer,
                .unit = "years",
                .help = "How far protected states look ahead when they plan.",
                .fallback = "15",
                .low = 1,
                .high = 30},
    card::Field{.name = "backtest",
                .type = card::Type::boolean,
                .help = "Fits ties on imported alliances up to the split and scores the years "
                        "after it."},
    card::Field{.name = "calibrate",
                .type = card::Type::boolean,
                .help = "Sets --opportunities and --tie-keep so that imported pacts "
                        "form and lapse as often as they did up to the split, and holds the "
                        "network of the years after it against the past."},
    card::Field{.name = "split",
                .type = card::Type::integer,
                .unit = "year",
                .help = "The last year that is fitted on; those after it are scored.",
                .fallback = "1990",
                .low = 1900,
                .high = 2016},
    history::kDataField,
};

/// The spill-over of belief, a flag only where there are observations to spill over.
inline constexpr card::Field kSpillOver = [] {
  for (const belief::Assumption& one : belief::kAssumptions)
    if (one.value == &belief::Assumptions::w0) return one.field;
  return card::Field{};
}();

inline constexpr auto kForecastFields = [] {
  std::array<card::Field, kForecastOwn.size() + actors::kForecastTerms.size() + 1 +
                              actors::hedge::kPremises.size() + actors::kStakes.size() +
                              campaign::kFields.size()>
      fields{};
  std::size_t at = 0;
  for (const auto& one : kForecastOwn) fields[at++] = one;
  for (const auto& one : actors::kForecastTerms) fields[at++] = one.field;
  fields[at++] = kSpillOver;
  for (const auto& one : actors::hedge::kPremises) fields[at++] = one.field;
  for (const auto& one : actors::kStakes) fields[at++] = one.field;
  for (const auto& one : campaign::kFields) fields[at++] = one;
  return fields;
}();

/// Errors: `bad_value` for a horizon outside 1 to 50 years, `unknown_state` for the guarantor.
[[nodiscard]] Result<ForecastAsked> read_forecast(const Request& request);

}  // namespace entente::analysis
