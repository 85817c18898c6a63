// The years ahead: what the record holds, what moves it, and what it refuses.
#include "analysis/forecast/forecast.h"

#include <gtest/gtest.h>

#include "analysis/forecast/life.h"
#include "analysis/forecast/sweep.h"
#include "campaign/test_scenario.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;

struct Ask {
  std::string scenario = "reference_2026", until = "2028";
  card::Arguments arguments = {};
  std::int64_t draws = 16;
  int threads = 0;
};

Result<card::Record> answer(Ask ask) {
  const auto library = scenario::reform(reference(), ask.scenario, {});
  if (!library) return library.error();
  for (const card::Field& field : forecast.card.fields)
    if (!field.fallback.empty())
      ask.arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  ask.arguments.try_emplace("until", std::vector{ask.until});
  ask.arguments.try_emplace("vary", std::vector<std::string>{"all"});
  entente::Run run;
  run.draws = ask.draws;
  run.threads = ask.threads;
  return forecast.run({*library, ask.scenario, ask.arguments, run});
}

std::string refused(const Ask& ask) {
  const auto record = answer(ask);
  std::string all;
  if (!record)
    for (const Error& fault : record.error()) all += to_text(fault) + "\n";
  return all;
}

double number(const card::Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}

/// A figure of the table `years`; columns 4 the value, 9 no change, 10 the change.
double figure(const card::Record& record, int year, const std::string& measure,
              const std::string& subject, std::size_t column = 4) {
  for (const auto& row : record.find("years")->rows)
    if (number(row[0]) == year && std::get<std::string>(row[1]) == measure &&
        std::get<std::string>(row[2]) == subject)
      return number(row[column]);
  ADD_FAILURE() << year << " " << measure << " " << subject;
  return 0;
}

TEST(Forecast, BeginsWithTheWorldAsItIsAndHasItBesideEveryYear) {
  const auto record = answer({});
  ASSERT_TRUE(record) << to_text(record.error().front());
  for (const std::string measure : {"belief", "spending", "defence_pacts", "transitivity"}) {
    const double first = figure(*record, 2026, measure, "all");
    EXPECT_GT(first, 0) << measure;
    EXPECT_EQ(figure(*record, 2026, measure, "all", 10), 0) << measure;
    EXPECT_EQ(figure(*record, 2028, measure, "all", 9), first) << measure;
    EXPECT_NEAR(figure(*record, 2028, measure, "all", 10),
                figure(*record, 2028, measure, "all") - first, 1e-9);
  }
  EXPECT_EQ(figure(*record, 2026, "hedging", "all"), 0);
  EXPECT_FALSE(record->exact);
  EXPECT_EQ(std::get<std::string>(record->find("scores")->rows[0][8]),
            "--backtest, and imported alliances");
}

TEST(Forecast, ADrawDependsOnItselfAlone) {
  const auto one = answer({.draws = 16, .threads = 1}), two = answer({.draws = 16, .threads = 3});
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->find("years")->rows, two->find("years")->rows);
  EXPECT_EQ(one->finding, two->finding);
}

TEST(Forecast, WhoeverLeavesIsBelievedLessAndPactsGoWithIt) {
  const auto stays = answer({.scenario = "guarantor_stays", .until = "2030"});
  const auto leaves = answer({.scenario = "leaves_europe", .until = "2030"});
  ASSERT_TRUE(stays && leaves);
  EXPECT_LT(figure(*leaves, 2030, "belief", "EST"), figure(*stays, 2030, "belief", "EST") - 0.2);
  EXPECT_LT(figure(*leaves, 2030, "defence_pacts", "all"),
            figure(*stays, 2030, "defence_pacts", "all") - 10);
  EXPECT_GT(figure(*leaves, 2030, "spending", "EST"), figure(*stays, 2030, "spending", "EST"));
  // Nothing differs before the turn.
  EXPECT_EQ(figure(*leaves, 2027, "belief", "EST"), figure(*stays, 2027, "belief", "EST"));
  ASSERT_EQ(leaves->find("turns")->rows.size(), 1u);
  EXPECT_EQ(std::get<std::string>(leaves->find("turns")->rows[0][1]), "USA");
}

TEST(Forecast, WhoeverReturnsIsBelievedMoreButNotAsBefore) {
  const auto returns = answer({.scenario = "guarantor_returns", .until = "2034"});
  const auto stays = answer({.scenario = "guarantor_stays", .until = "2034"});
  ASSERT_TRUE(returns && stays);
  EXPECT_GT(figure(*returns, 2034, "belief", "EST"), figure(*returns, 2031, "belief", "EST") + 0.2);
  EXPECT_LT(figure(*returns, 2034, "belief", "EST"), figure(*stays, 2034, "belief", "EST"));
}

TEST(Forecast, EveryAssumptionIsListedWithItsRange) {
  const auto record = answer({});
  ASSERT_TRUE(record);
  const auto& rows = record->find("assumptions")->rows;
  for (const actors::ForecastTerm& one : actors::kForecastTerms) {
    const auto found = std::ranges::find_if(
        rows, [&](const auto& row) { return std::get<std::string>(row[0]) == one.field.name; });
    ASSERT_NE(found, rows.end()) << one.field.name;
    EXPECT_LE(number((*found)[2]), number((*found)[1])) << one.field.name;
    EXPECT_GE(number((*found)[3]), number((*found)[1])) << one.field.name;
  }
}

TEST(Forecast, DefaultsOfTermsAreThoseOfTheirFields) {
  const actors::ForecastTerms terms;
  for (const actors::ForecastTerm& one : actors::kForecastTerms)
    EXPECT_NEAR(std::stod(std::string(one.field.fallback)), terms.*one.value, 1e-6)
        << one.field.name;
}

TEST(Forecast, RefusesHorizonsAndNames) {
  EXPECT_NE(refused({.until = "2026"}).find("a forecast from 2026 until 2026 has no year ahead"),
            std::string::npos);
  const std::string far = refused({.until = "2526"});
  EXPECT_NE(far.find("looks 500 years ahead"), std::string::npos) << far;
  EXPECT_NE(far.find("a year from 2027 to 2076"), std::string::npos) << far;
  EXPECT_NE(refused({.arguments = {{"guarantor", {"USB"}}}}).find("no state `USB`"),
            std::string::npos);
  EXPECT_NE(refused({.arguments = {{"guarantor", {"BRA"}}}}).find("guards none"),
            std::string::npos);
  EXPECT_NE(refused({.arguments = {{"backtest", {"true"}}, {"data", {"/no/such.sqlite"}}}})
                .find("/no/such.sqlite"),
            std::string::npos);
}

}  // namespace
}  // namespace entente::analysis
