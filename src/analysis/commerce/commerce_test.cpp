#include "analysis/commerce/commerce.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/commerce/concentration.h"
#include "analysis/commerce/findings.h"

namespace entente::analysis {
namespace {

const scenario::Library& library() {
  static const auto built_in = scenario::built_in_library();
  return built_in.value();
}

Result<card::Record> tried(card::Arguments arguments, int threads = 0) {
  arguments.try_emplace("vary", std::vector<std::string>{"none"});
  entente::Run run;
  run.draws = 8;
  run.threads = threads;
  return commerce.run({library(), "", arguments, run});
}

card::Record asked(card::Arguments arguments) {
  auto made = tried(std::move(arguments));
  EXPECT_TRUE(made.has_value()) << to_text(made.error().front());
  return made ? std::move(made).value() : card::Record{};
}

double number(const card::Value& value) { return std::get<double>(value); }
std::string text(const card::Value& value) { return std::get<std::string>(value); }

TEST(Commerce, HormuzIsTheStraitWithoutAWayRound) {
  const card::Record record = asked({{"close", {"hormuz"}}});
  const auto& strait = record.find("straits")->rows.front();
  EXPECT_EQ(text(strait[6]), "persian_gulf");
  EXPECT_NEAR(number(strait[4]), number(strait[3]), 0.5);  // Usual against published.
  EXPECT_NEAR(number(strait[5]), 0, 1e-9);
  const auto& oil = record.find("prices")->rows.front();
  // Spare pipelines carry some of it: 2.8 + .45 + .22.
  EXPECT_NEAR(number(oil[2]), 20.9 - 3.47, 0.05);
  // ln P = share of the world's supply over both elasticities.
  EXPECT_NEAR(number(oil[4]), 100 * (std::exp(number(oil[2]) / 101.9 / 0.24) - 1), 1e-9);
  EXPECT_LT(number(oil[10]), number(oil[4]));  // Stocks.
  EXPECT_GT(number(oil[11]), number(oil[4]));  // The naive reading forgets the pipelines.
}

TEST(Commerce, AStraitThatCanBeGoneRoundCostsDaysAndNoOil) {
  const card::Record record = asked({{"close", {"malacca:0.5"}}});
  EXPECT_NEAR(number(record.find("prices")->rows.front()[2]), 0, 1e-6);
  EXPECT_GT(number(record.find("voyages")->rows.front()[3]), 0);
}

TEST(Commerce, AnEmbargoSendsOilTheLongWay) {
  const card::Arguments suez{{"close", {"suez_sumed"}}};
  card::Arguments lifted = suez;
  lifted["embargoes"] = {"lifted"};
  const card::Record kept = asked(suez), free = asked(lifted);
  // Usual flow: without an embargo everybody takes what is nearest, and nothing crosses.
  EXPECT_GT(number(kept.find("straits")->rows.front()[4]), 3);
  EXPECT_NEAR(number(free.find("straits")->rows.front()[4]), 0, 1e-6);
  EXPECT_GT(number(kept.find("voyages")->rows.front()[3]),
            number(free.find("voyages")->rows.front()[3]));
}

TEST(Commerce, EscortsOpenAgain) {
  const double shut = number(asked({{"close", {"hormuz"}}}).find("prices")->rows.front()[2]);
  const double half =
      number(asked({{"close", {"hormuz"}}, {"escort", {"0.5"}}}).find("prices")->rows.front()[2]);
  EXPECT_LT(half, shut);
  EXPECT_GT(half, 0);
}

TEST(Commerce, TheSmallerEconomyLosesMore) {
  const card::Record record = asked({{"coerce", {"USA:JPN", "JPN:USA"}}});
  const auto& rows = record.find("coercion")->rows;
  EXPECT_TRUE(std::get<bool>(rows[0][2]));
  EXPECT_GT(number(rows[0][5]), number(rows[1][5]));
  // What one loses by the other's cut it loses by its own: trade has two ends.
  EXPECT_DOUBLE_EQ(number(rows[0][5]), number(rows[1][10]));
}

TEST(Commerce, WorldsAreTheSameForAnyNumberOfThreads) {
  const card::Arguments arguments{
      {"vary", {"all"}}, {"close", {"hormuz:0.8"}}, {"coerce", {"CHN:TWN"}}};
  const auto one = tried(arguments, 1), three = tried(arguments, 3);
  ASSERT_TRUE(one && three);
  EXPECT_EQ(one->find("prices")->rows, three->find("prices")->rows);
  EXPECT_EQ(one->find("coercion")->rows, three->find("coercion")->rows);
  EXPECT_FALSE(one->exact);
}

TEST(Concentration, ByHand) {
  const double alike[] = {2, 2, 2, 2}, one[] = {5}, most[] = {6, 3, 1}, none[] = {0, 0};
  EXPECT_DOUBLE_EQ(concentrated(alike).index, 0.25);
  EXPECT_DOUBLE_EQ(concentrated(one).index, 1);
  EXPECT_NEAR(concentrated(most).index, 0.36 + 0.09 + 0.01, 1e-12);
  EXPECT_NEAR(concentrated(most).most, 0.6, 1e-12);
  EXPECT_EQ(concentrated(none).index, 0);
}

TEST(Concentration, BetweenEqualSharesAndOneSupplier) {
  const card::Record plain = asked({}), drawn = asked({{"vary", {"all"}}});
  const auto& rows = plain.find("concentration")->rows;
  ASSERT_EQ(rows.size(), drawn.find("concentration")->rows.size());
  std::set<std::string> kinds;
  for (const auto& row : rows) {
    kinds.insert(text(row[0]));
    EXPECT_GE(number(row[6]), number(row[13]) - 1e-12) << text(row[1]) << text(row[2]);
    EXPECT_LE(number(row[6]), number(row[5]) + 1e-12);  // At most the largest share.
    EXPECT_GE(number(row[6]), number(row[5]) * number(row[5]) - 1e-12);
    if (std::get<std::int64_t>(row[3]) == 1) {
      EXPECT_DOUBLE_EQ(number(row[6]), 1);
    }
  }
  const auto all = std::ranges::find_if(
      rows, [&](const auto& row) { return text(row[1]) == "UKR" && text(row[2]) == "all"; });
  ASSERT_NE(all, rows.end());
  EXPECT_GT(std::get<std::int64_t>((*all)[3]), 1);
  EXPECT_GT(number((*all)[12]), 0);
  EXPECT_LT(number((*all)[12]), 1);
  EXPECT_EQ(kinds, (std::set<std::string>{"munition", "oil", "service"}));
  EXPECT_TRUE(std::holds_alternative<std::monostate>(rows.front()[10]));
  for (const auto& row : drawn.find("concentration")->rows)
    EXPECT_LE(number(row[10]), number(row[11]));
}

TEST(Commerce, RefusesWhatThereIsNot) {
  const auto fault = [](card::Arguments arguments) {
    const auto made = tried(std::move(arguments));
    return made ? "sound" : to_text(made.error().front());
  };
  EXPECT_EQ(
      fault({{"close", {"hormus"}}}),
      "arguments: no corridor leads through `hormus` [unknown_name]\n  did you mean `hormuz`?");
  EXPECT_EQ(fault({{"close", {"hormuz:2"}}}),
            "arguments: `hormuz:2` closes no share from 0 to 1 [bad_argument]\n  write it like "
            "hormuz:0.5");
  EXPECT_EQ(fault({{"coerce", {"USA"}}}),
            "arguments: `USA` names no pair [bad_argument]\n  write SENDER:TARGET, for example "
            "USA:JPN");
  EXPECT_EQ(fault({{"coerce", {"USA:USA"}}}),
            "arguments: `USA:USA` names one state twice [bad_argument]\n  nobody coerces itself by "
            "trade");
  EXPECT_EQ(fault({{"coerce", {"USA:JAP"}}}).substr(0, 69),
            "arguments: the library knows no GDP of a state `JAP` [unknown_state]\n");
}

}  // namespace
}  // namespace entente::analysis
