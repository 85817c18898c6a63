#include "analysis/commerce/commerce.h"

#include <gtest/gtest.h>

#include <cmath>

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

/// Two exporters, two importers: a strait that can be gone round in twice the time.
///
///     0 (10) --strait, 2 days--> 1 (needs 8) ; 0 --round, 4 days--> 1 ; 2 (3) --1 day--> 3 (needs
///     3)
OilNet by_hand() {
  OilNet net;
  net.ways = {{0, 1, 2, -1, {0}}, {0, 1, 4, 5, {}}, {2, 3, 1, -1, {}}};
  net.exports = {10, 0, 3, 0};
  net.needs = {0, 8, 0, 3};
  net.straits = {9};
  return net;
}

TEST(Oil, FlowsByHand) {
  const OilFlows usual = least_cost_flows(by_hand(), {0});
  EXPECT_NEAR(usual.ways[0], 8, 1e-9);
  EXPECT_NEAR(usual.ways[1], 0, 1e-9);
  EXPECT_NEAR(usual.barrel_days, 8 * 2 + 3, 1e-9);
  EXPECT_NEAR(usual.lost(), 0, 1e-9);
  // A third of nine passes, five go round: nothing is lost, the way is longer.
  const OilFlows partly = least_cost_flows(by_hand(), {2.0 / 3});
  EXPECT_NEAR(partly.straits[0], 3, 1e-9);
  EXPECT_NEAR(partly.ways[1], 5, 1e-9);
  EXPECT_NEAR(partly.lost(), 0, 1e-9);
  // Shut, three of eight find no way.
  const OilFlows shut = least_cost_flows(by_hand(), {1});
  EXPECT_NEAR(shut.unserved[1], 3, 1e-9);
  EXPECT_NEAR(shut.unserved[3], 0, 1e-9);
  EXPECT_NEAR(shut.delivered, 8, 1e-9);
}

TEST(Oil, AShortageIsSharedWhereShipsCanCarryIt) {
  OilNet net = by_hand();
  net.ways.push_back({1, 3, 1, -1, {}});  // Now both importers lie on one sea.
  const OilFlows shut = least_cost_flows(net, {1});
  EXPECT_NEAR(shut.lost(), 3, 1e-9);
  EXPECT_NEAR(shut.unserved[1] / 8, 3.0 / 11, 0.05);
  EXPECT_NEAR(shut.unserved[3] / 3, 3.0 / 11, 0.05);
}

TEST(Oil, KnowsWhoIsCutOff) {
  OilNet net = by_hand();
  net.ways.push_back({1, 3, 1, -1, {}});
  net.ways[1].straits = {0};  // No way round any more.
  EXPECT_EQ(cut_off(net, 0, {true, true, true, true}), std::vector<std::size_t>{0});
  // A pipeline is no way to the sea.
  net.ways[1].straits.clear();
  EXPECT_EQ(cut_off(net, 0, {true, false, true, true}), std::vector<std::size_t>{0});
  EXPECT_TRUE(cut_off(net, 0, {true, true, true, true}).empty());
}

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
