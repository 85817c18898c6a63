// Design: the choice against trying everything, criteria by hand, and levers on a small world.
#include "inquiry/design/design.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "inquiry/design/search.h"
#include "scenario/reform.h"

namespace entente::inquiry {
namespace {

// ---- Criteria

TEST(Design, criteria_by_hand) {
  const Losses losses{4, 1, 3, 2};
  EXPECT_DOUBLE_EQ(mean_of(losses), 2.5);
  EXPECT_DOUBLE_EQ(worst_of(losses), 4);
  EXPECT_DOUBLE_EQ(cvar_of(losses, 0.5), 3.5);
  EXPECT_DOUBLE_EQ(cvar_of(losses, 0.375), (4 + 0.5 * 3) / 1.5) << "the last world counts in part";
  EXPECT_DOUBLE_EQ(cvar_of(losses, 1), 2.5);
  EXPECT_DOUBLE_EQ(cvar_of(losses, 0.01), 4);
  EXPECT_DOUBLE_EQ(regret_of(losses, Losses{1, 1, 1, 1.5}), 3);
}

// ---- The choice

/// Things with a gain in each of two worlds; two that go together gain `more` besides.
struct Toy {
  Choice choice;
  std::vector<Losses> gain;  ///< [thing][world]
  double more = 0;

  [[nodiscard]] Losses of(Portfolio all) const {
    Losses losses{100, 80};
    for (std::size_t i = 0; i < gain.size(); ++i)
      for (std::size_t w = 0; w < 2; ++w)
        if (has(all, i)) losses[w] -= gain[i][w];
    if (has(all, 0) && has(all, 1)) losses[0] -= more;
    return losses;
  }
  [[nodiscard]] LossesOf function() const {
    return [this](std::span<const Portfolio> wanted) {
      std::vector<Losses> all;
      for (const Portfolio one : wanted) all.push_back(of(one));
      return all;
    };
  }
};

Toy toy(std::vector<double> cost, std::vector<Losses> gain, double budget) {
  Toy made{{std::move(cost), {}, budget, kMostThings}, std::move(gain), 0};
  made.choice.excludes.assign(made.choice.cost.size(), 0);
  return made;
}

TEST(Design, the_naive_list_misses_what_fits) {
  // By ratio: 0 first, then nothing fits; 1 and 2 together give more for the whole budget.
  const Toy one = toy({6, 5, 5}, {{12, 12}, {9, 9}, {9, 9}}, 10);
  const Found found = best_portfolio(one.choice, {}, 100, one.function());
  EXPECT_TRUE(found.exact);
  EXPECT_EQ(found.one_by_one, only(0));
  EXPECT_EQ(found.best, only(1) | only(2));
  EXPECT_DOUBLE_EQ(found.score({}, found.best), 90 - 18);
  // Fractional: 12 for 6, then 4 of the next 5 at 9: no portfolio gains more.
  EXPECT_NEAR(found.bound, 90 - (12 + 9 * 0.8), 1e-12);
}

TEST(Design, what_excludes_one_another_is_not_taken_together) {
  Toy one = toy({1, 1, 1}, {{9, 9}, {8, 8}, {1, 1}}, 3);
  one.choice.excludes = {only(1), only(0), 0};
  EXPECT_EQ(best_portfolio(one.choice, {}, 100, one.function()).best, only(0) | only(2));
  one.choice.most = 1;
  EXPECT_EQ(best_portfolio(one.choice, {}, 100, one.function()).best, only(0));
  one.choice.budget = 0.5;
  EXPECT_EQ(best_portfolio(one.choice, {}, 100, one.function()).best, 0U);
}

TEST(Design, criteria_choose_differently) {
  const Toy one = toy({1, 1}, {{30, 0}, {0, 36}}, 1);
  EXPECT_EQ(best_portfolio(one.choice, {Criterion::mean, 0.1}, 9, one.function()).best, only(1));
  EXPECT_EQ(best_portfolio(one.choice, {Criterion::worst, 0.1}, 9, one.function()).best, only(0));
  EXPECT_EQ(best_portfolio(one.choice, {Criterion::regret, 0.1}, 9, one.function()).best, only(1));
}

TEST(Design, gains_that_reinforce_are_counted) {
  Toy one = toy({1, 1, 1}, {{5, 5}, {5, 5}, {1, 1}}, 2);
  EXPECT_EQ(best_portfolio(one.choice, {}, 100, one.function()).reinforcing, 0U);
  one.more = 3;
  EXPECT_EQ(best_portfolio(one.choice, {}, 100, one.function()).reinforcing, 1U);
}

TEST(Design, the_frontier_rises_and_ends_at_the_best) {
  const Toy one = toy({4, 3, 2, 1}, {{9, 9}, {5, 5}, {4, 4}, {1, 1}}, 6);
  const Found found = best_portfolio(one.choice, {}, 100, one.function());
  const auto frontier = frontier_of(found, one.choice, {});
  ASSERT_GE(frontier.size(), 3U);
  EXPECT_EQ(frontier.front().portfolio, 0U);
  EXPECT_EQ(frontier.back().portfolio, found.best);
  for (std::size_t i = 1; i < frontier.size(); ++i) {
    EXPECT_GT(frontier[i].cost, frontier[i - 1].cost);
    EXPECT_LT(frontier[i].score, frontier[i - 1].score);
  }
}

RC_GTEST_PROP(Design, search_keeps_to_the_limits_and_enumeration_finds_the_best, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 8);
  std::vector<double> cost;
  std::vector<Losses> gain;
  for (std::size_t i = 0; i < n; ++i) {
    cost.push_back(*rc::gen::inRange(0, 9));
    gain.push_back({static_cast<double>(*rc::gen::inRange(-2, 9)),
                    static_cast<double>(*rc::gen::inRange(-2, 9))});
  }
  const Toy one = toy(cost, gain, *rc::gen::inRange(0, 20));
  const Judgement judgement{*rc::gen::element(Criterion::mean, Criterion::worst, Criterion::cvar),
                            0.5};
  const Found exact = best_portfolio(one.choice, judgement, 1000, one.function());
  RC_ASSERT(exact.exact);
  double least = 1e300;
  for (Portfolio all = 0; all < only(n); ++all)
    if (one.choice.allows(all))
      least = std::min(least, score_of(judgement, one.of(all), Losses{0, 0}));
  RC_ASSERT(std::abs(exact.score(judgement, exact.best) - least) < 1e-9);
  RC_ASSERT(exact.bound <= least + 1e-9);
  const Found searched = best_portfolio(one.choice, judgement, 1, one.function());
  for (const auto& [all, losses] : searched.known) RC_ASSERT(one.choice.allows(all));
  RC_ASSERT(searched.score(judgement, searched.best) >= least - 1e-9);
  RC_ASSERT(searched.score(judgement, searched.best) <=
            searched.score(judgement, searched.one_by_one) + 1e-9);
}

// ---- Levers of the library

Result<card::Record> asked(const std::string& scenario, card::Arguments arguments,
                           int threads = 2) {
  static const scenario::Library reference = scenario::built_in_library().value();
  for (const card::Field& field : design.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name),
                            std::vector<std::string>{std::string(field.fallback)});
  arguments.try_emplace("vary", std::vector<std::string>{"all"});
  entente::Run run;
  run.draws = 16;
  run.threads = threads;
  return design.run({scenario::reform(reference, scenario, {}).value(), "", arguments, run});
}

std::string text(const card::Table& table, std::size_t row, std::size_t column) {
  return std::get<std::string>(table.cell(row, column));
}
double number(const card::Table& table, std::size_t row, std::size_t column) {
  return std::get<double>(table.cell(row, column));
}

const card::Arguments kFew{{"budget", {"4"}},
                           {"lever",
                            {"readiness_first", "share_intel_wide", "japan_counterstrike",
                             "amd_build_europe", "spokes_pacts"}}};

TEST(Design, few_levers_are_all_tried) {
  const auto record = asked("baltic_taiwan", kFew);
  ASSERT_TRUE(record) << record.error().front().message;
  EXPECT_NE(record->finding.find("portfolios that the limits allow none does better"),
            std::string::npos)
      << record->finding;
  const card::Table& compared = *record->find("compared");
  ASSERT_EQ(compared.size(), 3U);
  EXPECT_EQ(text(compared, 2, 0), "best");
  EXPECT_LE(number(compared, 2, 1), 4.0) << "within the budget";
  EXPECT_LT(number(compared, 2, 2), number(compared, 0, 2)) << "better than nothing";
  EXPECT_LE(number(compared, 2, 2), number(compared, 1, 2)) << "no worse than the naive list";
  const card::Table& portfolio = *record->find("portfolio");
  double cost = 0;
  for (std::size_t i = 0; i < portfolio.size(); ++i) cost += number(portfolio, i, 1);
  EXPECT_NEAR(cost, number(compared, 2, 1), 1e-9);
}

TEST(Design, the_same_for_any_number_of_threads) {
  const auto one = asked("baltic_taiwan", kFew, 1), three = asked("baltic_taiwan", kFew, 3);
  ASSERT_TRUE(one && three);
  EXPECT_EQ(one->finding, three->finding);
  EXPECT_EQ(one->find("frontier")->rows, three->find("frontier")->rows);
}

TEST(Design, politics_rule_levers_out) {
  card::Arguments arguments = kFew;
  arguments["never"] = {"readiness_first"};
  arguments["target"] = {"0"};
  const auto record = asked("baltic_taiwan", arguments);
  ASSERT_TRUE(record);
  const card::Table& levers = *record->find("levers");
  for (std::size_t i = 0; i < levers.size(); ++i) EXPECT_NE(text(levers, i, 0), "readiness_first");
  EXPECT_NE(record->finding.find("Nothing within the budget reaches"), std::string::npos);
}

TEST(Design, attacks_are_counted_in_every_world) {
  card::Arguments arguments{{"budget", {"5"}},
                            {"lever", {"permanent_brigade_baltic", "amd_build_europe"}},
                            {"aim", {"attacked"}},
                            {"criterion", {"worst"}}};
  const auto record = asked("baltic_taiwan", arguments);
  ASSERT_TRUE(record) << record.error().front().message;
  const card::Table& compared = *record->find("compared");
  for (std::size_t i = 0; i < compared.size(); ++i) {
    const double worst = number(compared, i, 2);
    EXPECT_EQ(worst, std::round(worst));
    EXPECT_GE(worst, 0);
    EXPECT_LE(worst, 2);
  }
}

/// The rows of table `moves` of a figure: what each thing moves it by.
std::map<std::string, double> moved(const card::Record& record, std::string_view figure) {
  const card::Table& table = *record.find("moves");
  std::map<std::string, double> found;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (text(table, i, 0) == figure) {
      EXPECT_NEAR(number(table, i, 8), number(table, i, 7) - number(table, i, 6), 1e-12);
      found[text(table, i, 1)] = number(table, i, 8);
    }
  return found;
}

TEST(Design, more_demand_leaves_a_larger_gap_and_more_warning_a_smaller_one) {
  const auto record = asked("baltic_taiwan", kFew);
  ASSERT_TRUE(record);
  auto best = moved(*record, "best");
  EXPECT_GT(best["demand of baltic"], 0);
  EXPECT_LT(best["warning_days"], 0);
  EXPECT_FALSE(moved(*record, "gain").empty());
  card::Arguments none = kFew;
  none["vary"] = {"none"};
  EXPECT_EQ(asked("baltic_taiwan", none)->find("moves")->size(), 0U);
}

TEST(Design, stakes_move_the_number_of_attacks) {
  const auto record =
      asked("baltic_taiwan",
            {{"budget", {"0"}}, {"lever", {"permanent_brigade_baltic"}}, {"aim", {"attacked"}}});
  ASSERT_TRUE(record);
  EXPECT_LT(moved(*record, "best")["cost"], 0) << "who pays more attacks less";
  EXPECT_TRUE(moved(*record, "gain").empty()) << "there is no money";
}

TEST(Design, faults_of_what_is_asked) {
  const auto fault = [&](card::Arguments arguments) {
    arguments.try_emplace("budget", std::vector<std::string>{"5"});
    const auto record = asked("baltic_taiwan", arguments);
    return record ? "none" : to_text(record.error().front());
  };
  EXPECT_EQ(fault({{"lever", {"readyness_first"}}}),
            "arguments: the library has no lever called `readyness_first` [unknown_name]\n"
            "  did you mean `readiness_first`?");
  EXPECT_EQ(fault({{"lever", {"readiness_first"}}, {"never", {"readiness_first"}}}),
            "arguments: there is no lever to choose [bad_value]\n"
            "  name some with --lever; `entente list levers` has them");
  EXPECT_EQ(fault({{"set", {"baltic+taiwann"}}}),
            "arguments: the scenario has no set `baltic+taiwann` [unknown_name]\n"
            "  did you mean `baltic+taiwan`?");
}

}  // namespace
}  // namespace entente::inquiry
