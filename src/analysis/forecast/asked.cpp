#include "analysis/forecast/asked.h"

#include "base/name.h"
#include "belief/asked.h"
#include "campaign/assumed.h"

namespace entente::analysis {
namespace {

Faults check_horizon(const ForecastAsked& asked) {
  const int years = asked.until - asked.from;
  if (years >= 1 && years <= kMostForecastYears) return {};
  const std::string from = std::to_string(asked.from);
  std::string message = "a forecast from " + from + " until " + std::to_string(asked.until);
  message += years < 1 ? " has no year ahead" : " looks " + std::to_string(years) + " years ahead";
  return {{Code::bad_value,
           {"arguments", 0, 0},
           std::move(message),
           "--until takes a year from " + std::to_string(asked.from + 1) + " to " +
               std::to_string(asked.from + kMostForecastYears)}};
}

}  // namespace

Result<ForecastAsked> read_forecast(const Request& request) {
  const auto number = [&](std::string_view name, double fallback) {
    return belief::number(request.arguments, name, fallback);
  };
  const world::World& world = request.library.world;
  ForecastAsked asked;
  asked.from = year_of(world.day);
  asked.until = static_cast<int>(number("until", asked.from));
  asked.guarantor = card::argument(request.arguments, "guarantor");
  const scenario::Plan& plan = request.library.plan;
  campaign::read_all(actors::kForecastTerms, asked.terms, request.arguments, plan);
  asked.w0 = campaign::read_number(kSpillOver, asked.w0, request.arguments, plan);
  asked.hedge.subject = "all";
  asked.hedge.years = static_cast<int>(number("plan_years", asked.hedge.years));
  campaign::read_all(actors::hedge::kPremises, asked.hedge.premises, request.arguments, plan);
  asked.backtest = card::argument(request.arguments, "backtest") == "true";
  asked.calibrate = card::argument(request.arguments, "calibrate") == "true";
  asked.split = static_cast<int>(number("split", asked.split));
  asked.data = card::argument(request.arguments, "data");
  Faults faults = check_horizon(asked);
  if (!asked.guarantor.empty() && !world.resolve(asked.guarantor, world.day))
    faults.push_back({Code::unknown_state,
                      {"arguments", 0, 0},
                      "the library has no state `" + asked.guarantor + "`",
                      did_you_mean(asked.guarantor, world.names_of("state"))});
  if (!faults.empty()) return faults;
  return asked;
}

}  // namespace entente::analysis
