// The rules of `win` that hold for every judge, and the list of judges.
#include "campaign/adjudication/win.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <string>

#include "base/name.h"
#include "campaign/adjudication/asked.h"
#include "campaign/adjudication/test_battles.h"
#include "campaign/question.h"

namespace entente::campaign {
namespace {

using adjudication::find;
using test::any_battle;
using test::any_numbers;
using test::at_sea;
using test::judged;
using test::more_of;
using test::steady;

constexpr double kRounding = 1e-12;

class JudgeTest : public testing::TestWithParam<const Judge*> {};

TEST_P(JudgeTest, NobodyWinsWithoutForceAndAnybodyAgainstNone) {
  EXPECT_EQ(win(*GetParam(), steady(0, 1), {}), 0);
  EXPECT_EQ(win(*GetParam(), steady(0, 0), {}), 0);
  EXPECT_EQ(win(*GetParam(), steady(1e-9, 0), {}), 1);
}

TEST_P(JudgeTest, WhatComesAfterTheClockDoesNotCount) {
  Battle battle = at_sea(2, 1);
  battle.days = {0, 30};
  battle.clock = 30;
  for (Side* side : {&battle.attacker, &battle.defender}) {
    side->strength.push_back(side->strength[0]);
    side->naval.push_back(side->naval[0]);
  }
  const double before = win(*GetParam(), battle, {});
  battle.defender.strength[1] = battle.defender.naval[1] = 50;
  EXPECT_EQ(win(*GetParam(), battle, {}), before);
}

TEST_P(JudgeTest, NumbersBeyondTheirRangesCountAsTheirEnds) {
  Judgement wild, ends;
  for (const JudgementField& one : kJudgements) {
    wild.*one.value = -1e9;
    ends.*one.value = one.field.low;
  }
  EXPECT_EQ(win(*GetParam(), at_sea(2, 1), wild), win(*GetParam(), at_sea(2, 1), ends));
}

TEST_P(JudgeTest, HasACompleteCard) {
  const card::Card& card = GetParam()->card;
  EXPECT_TRUE(is_slug(card.name));
  EXPECT_TRUE(card.question.ends_with('?'));
  EXPECT_FALSE(card.source.empty());
  EXPECT_EQ(find(card.name), GetParam());
  for (const card::Field& field : card.fields) EXPECT_FALSE(field.name.empty()) << card.name;
}

INSTANTIATE_TEST_SUITE_P(All, JudgeTest,
                         testing::ValuesIn(adjudication::all().begin(), adjudication::all().end()),
                         [](const auto& tested) { return std::string(tested.param->card.name); });

RC_GTEST_PROP(Win, IsAProbabilityWhateverTheUnit, ()) {
  Battle battle = any_battle();
  const Judgement numbers = any_numbers();
  const double unit = std::exp(test::between(-10, 10));
  std::vector<double> before;
  for (const Judge* judge : adjudication::all()) before.push_back(win(*judge, battle, numbers));
  for (Side* side : {&battle.attacker, &battle.defender}) {
    for (double& strength : side->strength) strength *= unit;
    for (double& strength : side->naval) strength *= unit;
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    RC_ASSERT(before[i] >= 0 && before[i] <= 1);
    RC_ASSERT(std::abs(win(*adjudication::all()[i], battle, numbers) - before[i]) < 1e-6);
  }
}

/// Exact for all judges but Epstein's, whose defender stops withdrawing from one day to the next.
RC_GTEST_PROP(Win, MoreForceNeverHurts, ()) {
  const Battle battle = any_battle();
  const Judgement numbers = any_numbers();
  Battle stronger = battle, harder = battle;
  stronger.attacker = more_of(battle.attacker);
  harder.defender = more_of(battle.defender);
  for (const Judge* judge : adjudication::all()) {
    if (judge == find("epstein") || judge == find("ensemble")) continue;
    if (!applies(*judge, battle)) continue;
    const double before = win(*judge, battle, numbers);
    RC_ASSERT(win(*judge, stronger, numbers) >= before - kRounding);
    RC_ASSERT(win(*judge, harder, numbers) <= before + kRounding);
  }
}

/// Epstein's model need not be monotone; with the default numbers the ensemble is on a fine grid.
TEST(Win, MoreForceNeverHurtsInTheEnsembleOnAGrid) {
  for (const double clock : {2.5, 10.0, 30.0, 90.0}) {
    double before = 0;
    for (double ratio = 0.1; ratio < 10; ratio *= 1.005) {
      const double here = judged("ensemble", steady(ratio, 1, clock));
      EXPECT_GE(here, before - kRounding) << ratio << " by day " << clock;
      before = here;
    }
  }
}

/// How far Epstein's judge may fall as the attacker grows: by no more than so much anywhere.
TEST(Win, EpsteinFallsByLittle) {
  for (const double clock : {5.0, 20.0, 90.0})
    for (const double ground : {20.0, 100.0})
      for (const double bears : {0.02, 0.05, 0.08}) {
        double most = 0;
        for (double ratio = 0.1; ratio < 10; ratio *= 1.003) {
          const double here = judged("epstein", steady(ratio, 1, clock),
                                     {.defender_bears = bears, .ground_km = ground});
          EXPECT_GE(here, most - 0.1) << ratio << ' ' << clock << ' ' << ground << ' ' << bears;
          most = std::max(most, here);
        }
      }
}

TEST(Win, TheFirstShipOfTheDefenderNeverHelpsTheAttacker) {
  Battle battle = at_sea(2, 1);
  battle.attacker.naval = {0.5};
  battle.defender.naval = {0};
  for (const char* judge : {"salvo", "ensemble"}) {
    battle.defender.naval = {0};
    const double none = judged(judge, battle);
    battle.defender.naval = {1e-6};
    EXPECT_LE(judged(judge, battle), none) << judge;
  }
}

TEST(Ensemble, IsTheMeanOfThoseThatApply) {
  const auto mean = [](const Battle& battle, std::initializer_list<const char*> judges) {
    double sum = 0;
    for (const char* judge : judges) {
      EXPECT_TRUE(applies(*find(judge), battle)) << judge;
      sum += judged(judge, battle);
    }
    return sum / static_cast<double>(judges.size());
  };
  const Battle land = steady(1.7, 1), sea = at_sea(1.7, 1);
  EXPECT_DOUBLE_EQ(judged("ensemble", land),
                   mean(land, {"contest", "epstein", "lanchester", "logistic", "threshold"}));
  EXPECT_DOUBLE_EQ(judged("ensemble", sea), mean(sea, {"contest", "epstein", "lanchester",
                                                       "logistic", "salvo", "threshold"}));
  Battle irregular = sea;
  irregular.irregular = true;
  EXPECT_DOUBLE_EQ(judged("ensemble", irregular), mean(irregular, {"contest", "guerrilla"}));
}

TEST(Ensemble, StandsInWhereAJudgeDoesNotApply) {
  EXPECT_EQ(judged("guerrilla", steady(1.7, 1)), judged("ensemble", steady(1.7, 1)));
  EXPECT_EQ(judged("salvo", steady(1.7, 1)), judged("ensemble", steady(1.7, 1)));
  Battle irregular = steady(1, 5);
  irregular.irregular = true;
  EXPECT_EQ(judged("lanchester", irregular), judged("ensemble", irregular));
}

TEST(Judges, AreListedAndOffered) {
  std::vector<std::string_view> names;
  for (const Judge* judge : adjudication::all()) names.push_back(judge->card.name);
  EXPECT_TRUE(std::ranges::is_sorted(names));
  EXPECT_TRUE(std::ranges::equal(names, adjudication::kNames));
  EXPECT_EQ(find(adjudication::kUsual), &adjudication::ensemble);
  EXPECT_EQ(find("oracle"), nullptr);
}

TEST(Judgement, FieldsHaveTheDefaultsOfTheNumbersAndNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const card::Field& field : kFields) names.insert(field.name);
  for (const JudgementField& one : kJudgements) {
    const card::Field& field = one.field;
    double fallback = -1;
    std::from_chars(field.fallback.data(), field.fallback.data() + field.fallback.size(), fallback);
    EXPECT_EQ(fallback, Judgement{}.*one.value) << field.name;
    EXPECT_TRUE(field.low <= fallback && fallback <= field.high && field.low < field.high)
        << field.name;
    EXPECT_TRUE(is_slug(field.name) && names.insert(field.name).second) << field.name;
    EXPECT_TRUE(field.help.ends_with('.') && !field.source.empty()) << field.name;
  }
  EXPECT_EQ(kJudgements.size() * sizeof(double), sizeof(Judgement));
}

TEST(Judgement, IsReadFromArguments) {
  const adjudication::Asked usual = adjudication::asked({});
  EXPECT_EQ(usual.judge, &adjudication::ensemble);
  EXPECT_EQ(usual.numbers.contest_m, 1);
  const adjudication::Asked other =
      adjudication::asked({{"adjudication", {"salvo"}}, {"contest_m", {"2.5"}}});
  EXPECT_EQ(other.judge, find("salvo"));
  EXPECT_EQ(other.numbers.contest_m, 2.5);
}

}  // namespace
}  // namespace entente::campaign
