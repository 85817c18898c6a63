// Parameters set on a past: a past that was played by known ones gives them back.
#include "analysis/forecast/calibrate.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/forecast/ground.h"
#include "analysis/forecast/opportunities.h"
#include "analysis/forecast/tables.h"
#include "panel/test_store.h"

namespace entente::analysis {
namespace {

constexpr int kStates = 16, kFirst = kPastFrom, kLast = 1980, kSplit = 1970;
constexpr double kOpportunities = 4, kKeep = 0.5, kCost = 0.1;

/// Thirty years of sixteen states without anything else known of them.
history::Store played_past() {
  history::Store store = history::Store::in_memory();
  std::vector<panel::TestRow> system, promises;
  solve::ValuedTies ties(kStates);
  const actors::ForecastTerms terms;
  solve::Formation formation{.worth = std::vector<double>(kStates * kStates, -kCost),
                             .closure = terms.tie_closure,
                             .degree = terms.tie_degree,
                             .keep = kKeep,
                             .highest = kMostRungs,
                             .counts_from = kPactRung};
  for (int year = kFirst; year <= kLast; ++year) {
    for (int i = 0; i < kStates; ++i) system.push_back({i + 1, year});
    for (std::size_t i = 0; i < kStates; ++i)
      for (std::size_t j = 0; j < kStates; ++j)
        if (const int rung = i == j ? 0 : ties.at(i, j); rung > 0)
          promises.push_back({i + 1.0, j + 1.0, year, rung >= kPactRung ? 1 : 0, 0, 0,
                              rung == 1 ? 1 : 0, rung == 2 || rung == 3 ? 1 : 0});
    pass_year(ties, formation, kOpportunities, [&](std::size_t i) {
      return Stream(7, 0, std::to_string(year) + "." + std::to_string(i), "past");
    });
  }
  panel::add_table(store, "system_year", {"ccode", "year"}, system);
  panel::add_table(store, "atop_directed",
                   {"ccode1", "ccode2", "year", "atop_defense", "atop_offense", "atop_neutral",
                    "atop_nonagg", "atop_consul"},
                   promises);
  return store;
}

PastFound found_past() {
  auto past = Past::read(played_past(), entente::Run{});
  EXPECT_TRUE(past) << to_text(past.error().front());
  return {std::move(past).value(), ""};
}

ForecastAsked asked() {
  ForecastAsked made;
  made.calibrate = true;
  made.split = kSplit;
  made.terms.tie_cost = kCost;
  return made;
}

Calibration calibration(int threads) {
  entente::Run run;
  run.threads = threads;
  return calibrate(asked(), found_past(), run);
}

TEST(Calibrate, APastPlayedByKnownParametersGivesThemBack) {
  const Calibration found = calibration(2);
  ASSERT_EQ(found.parameters.size(), 2u);
  const double truth[] = {kOpportunities, kKeep};
  for (std::size_t p = 0; p < 2; ++p) {
    const Calibrated& one = found.parameters[p];
    EXPECT_LT(one.value.low, truth[p]) << one.name;
    EXPECT_GT(one.value.high, truth[p]) << one.name;
    EXPECT_LT(one.value.low, one.value.value);
    EXPECT_LT(std::abs(one.t), 0.5) << one.name;
    EXPECT_GT(one.observed, 5) << "the test needs something to count";
  }
  EXPECT_EQ(found.first, kFirst);
  EXPECT_EQ(found.last, kLast);
  EXPECT_EQ(found.left_out,
            (std::vector<std::string>{"tie_democracy", "tie_regime", "tie_asymmetry",
                                      "tie_distance", "tie_enemy", "tie_trade"}));
  // Most of fifteen figures of the ten years after it lie in the spread of their own model.
  std::size_t within = 0;
  for (std::size_t f = 0; f < kPastFigures; ++f)
    within += found.fitted[f].p05 <= found.observed[f] && found.observed[f] <= found.fitted[f].p95;
  EXPECT_GE(within, 11u);
}

TEST(Calibrate, TheSameOnAnyNumberOfThreads) {
  const Calibration one = calibration(1), three = calibration(3);
  for (std::size_t p = 0; p < 2; ++p) {
    EXPECT_EQ(one.parameters[p].value.value, three.parameters[p].value.value);
    EXPECT_EQ(one.parameters[p].value.high, three.parameters[p].value.high);
  }
}

TEST(Calibrate, WhatWasFoundTakesThePlaceOfWhatWasAssumed) {
  Calibration found;
  found.parameters.push_back(
      {"tie_keep", PastFigure::lapsed, 5, {0.5, 0.4, 0.7, true, 'C'}, 9, {}, {}, 0});
  actors::ForecastTerms terms;
  assume(found, terms);
  EXPECT_EQ(terms.tie_keep, 0.5);
  scenario::Plan plan;
  plan.assumed.push_back({"tie_keep", {2, 1, 3, true, 'C'}});
  assume(found, plan);
  ASSERT_EQ(plan.assumed.size(), 1u);
  EXPECT_EQ(plan.assumed[0].value.low, 0.4);
  EXPECT_EQ(plan.assumed[0].value.high, 0.7);
}

TEST(Calibrate, WithoutAPastTheRecordSaysWhatItTakes) {
  card::Record record;
  const Calibration idle = calibrate({}, {nullptr, "entente import atop FILE"}, entente::Run{});
  add_calibration(record, idle);
  const auto& rows = record.find("calibration")->rows;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(std::get<std::string>(rows[0].back()), "--calibrate, and imported alliances");
  EXPECT_TRUE(record.find("fit")->rows.empty());
  EXPECT_EQ(calibration_finding(idle), "");
}

TEST(Replay, ThePastItselfIsCountedYearByYear) {
  const PastFound found = found_past();
  const actors::ForecastTerms terms;
  const Replay replay(*found.past, terms, 1);
  const auto first = replay.observed(kFirst, kSplit), later = replay.observed(kSplit, kLast);
  const auto all = replay.observed(kFirst, kLast);
  const auto at = [](PastFigure one) { return static_cast<std::size_t>(one); };
  for (const PastFigure one : {PastFigure::formed, PastFigure::lapsed})
    EXPECT_EQ(first[at(one)] + later[at(one)], all[at(one)]);
  // Nobody comes in, so what stands is what formed less what lapsed.
  EXPECT_EQ(all[at(PastFigure::pacts)], all[at(PastFigure::formed)] - all[at(PastFigure::lapsed)]);
  const auto still = replay.unchanged(kSplit, kLast);
  EXPECT_EQ(still[at(PastFigure::pacts)], first[at(PastFigure::pacts)]);
  EXPECT_EQ(still[at(PastFigure::formed)], 0);
  // A play depends on its number alone.
  const TieRates rates{kOpportunities, kKeep};
  EXPECT_EQ(replay.play(kFirst, kSplit, rates, 3), replay.play(kFirst, kSplit, rates, 3));
  EXPECT_NE(replay.play(kFirst, kSplit, rates, 3), replay.play(kFirst, kSplit, rates, 4));
}

}  // namespace
}  // namespace entente::analysis
