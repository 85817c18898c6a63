#include "analysis/stability/stability.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <fstream>

#include "analysis/stability/files.h"
#include "analysis/stability/worlds.h"

namespace entente::analysis {
namespace {

std::string line(const Faults& faults) {
  if (faults.empty()) return "sound";
  const std::string text = to_text(faults.front());
  return text.substr(0, text.find('\n'));
}

TEST(StabilityFiles, ReadsStrengthsAndLinksWithOrWithoutAHeader) {
  for (const char* const text : {"A,1.5\nB,2\n", "state,strength\nA,1.5\nB,2\n"}) {
    auto network = read_strengths(text, "s.csv");
    ASSERT_TRUE(network.has_value()) << text;
    EXPECT_EQ(network->names, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(network->strengths[0], (text::Decimal{15, 1}));
    EXPECT_TRUE(read_links("state,state\nA,B\nB,A\n", "g.csv", network.value()).empty());
    EXPECT_EQ(network->links.size(), 2u);
  }
}

TEST(StabilityFiles, RefusesWhatIsNoNetwork) {
  const auto strengths = [](const char* text) {
    const auto read = read_strengths(text, "s.csv");
    return read ? "sound" : line(read.error());
  };
  EXPECT_EQ(strengths("A,1\nA,2\n"), "s.csv:2:1: `A` stands twice [duplicate]");
  EXPECT_EQ(strengths("A,1\nB,0\n"), "s.csv:2:3: the strength of `B` is 0 [bad_value]");
  EXPECT_EQ(strengths("A,1\nB,big\n"),
            "s.csv:2:3: `big` is no decimal number of at most 18 digits [wrong_type]");
  EXPECT_EQ(strengths("state,strength\n"), "s.csv: the file names no state [empty_file]");
  EXPECT_EQ(strengths("A,1,2\n"),
            "s.csv:1:1: this row has 3 fields, the header has 2 fields [syntax]");
  auto network = read_strengths("A,1\nB,2\n", "s.csv");
  EXPECT_EQ(line(read_links("A,C\n", "g.csv", network.value())),
            "g.csv:1:3: no strength is given for `C` [unknown_state]");
  EXPECT_EQ(line(read_links("A,B\nA,A\n", "g.csv", network.value())),
            "g.csv:2:1: `A` is linked with itself [bad_value]");
  EXPECT_EQ(line(read_links("A,B\nA,B\n", "g.csv", network.value())),
            "g.csv:2:1: the link of `A` and `B` stands twice [duplicate]");
}

class Asked : public testing::Test {
 protected:
  static const scenario::Library& library() {
    static const auto built_in = scenario::built_in_library();
    return built_in.value();
  }
  void TearDown() override {
    for (const std::string& path : files_) std::remove(path.c_str());
  }
  std::string file(const std::string& name, const std::string& text) {
    const std::string path = testing::TempDir() + "stability_" + name;
    std::ofstream(path) << text;
    files_.push_back(path);
    return path;
  }
  static Result<card::Record> ask(const card::Arguments& arguments) {
    card::Arguments all = arguments;
    all.try_emplace("strength", std::vector<std::string>{"military_spending"});
    all.try_emplace("vary", std::vector<std::string>{"all"});
    return stability.run({library(), "", all, entente::Run{}});
  }
  std::vector<std::string> files_;
};

TEST_F(Asked, ARingOfSixIsHeldTogetherByTradeOnly) {
  const std::string strengths = file("s.csv", "A,1\nB,1\nC,1\nD,1\nE,1\nF,1\n");
  const std::string graph = file("g.csv", "A,B\nB,C\nC,D\nD,E\nE,F\nF,A\n");
  const auto record = ask({{"strengths", {strengths}},
                           {"graph", {graph}},
                           {"gamma", {"3"}},
                           {"trade", {"true"}},
                           {"link_cost", {"0.3"}}});
  ASSERT_TRUE(record.has_value());
  const card::Table& table = *record->find("stability");
  ASSERT_EQ(table.rows.size(), 8u);
  EXPECT_FALSE(std::get<bool>(table.rows[3][4]));
  EXPECT_TRUE(std::get<bool>(table.rows[7][4]));
  EXPECT_TRUE(record->find("vulnerable")->rows.empty());
}

TEST_F(Asked, TheStrongerOfTwoBeatsTheWeaker) {
  const std::string strengths = file("s.csv", "A,3\nB,2\n");
  const auto at = [&](const char* gamma) {
    const auto record = ask({{"strengths", {strengths}},
                             {"graph", {file("g.csv", "state,state\n")}},
                             {"gamma", {gamma}}});
    return record ? record->find("vulnerable")->rows.size() : 99;
  };
  EXPECT_EQ(at("1"), 1u);
  EXPECT_EQ(at("1.4999"), 1u);
  EXPECT_EQ(at("1.5"), 0u);  // 3 > 1.5 x 2 does not hold: no rounding decides it.
}

TEST_F(Asked, TheWorldOfTodayIsWarUnstableWithOneStateThatNobodyCanBeat) {
  const auto record = ask({});
  ASSERT_TRUE(record.has_value());
  const card::Table& vulnerable = *record->find("vulnerable");
  EXPECT_GT(vulnerable.rows.size(), 40u);
  for (const auto& row : vulnerable.rows) EXPECT_NE(std::get<std::string>(row[1]), "USA");
  EXPECT_FALSE(std::get<bool>(record->find("stability")->rows[3][4]));
}

TEST_F(Asked, GammaAndStrengthsMoveWhoIsVulnerable) {
  // 3 against 2: beaten at gamma 1, and not at 1 + .9 x (3 - 1) = 2.8. Files state no confidence.
  const auto record = ask(
      {{"strengths", {file("s.csv", "A,3\nB,2\n")}}, {"graph", {file("g.csv", "state,state\n")}}});
  ASSERT_TRUE(record.has_value());
  const card::Table& moves = *record->find("moves");
  ASSERT_EQ(moves.rows.size(), 1u);
  EXPECT_EQ(std::get<std::string>(moves.rows[0][0]), "vulnerable");
  EXPECT_EQ(std::get<std::string>(moves.rows[0][1]), "gamma");
  EXPECT_DOUBLE_EQ(std::get<double>(moves.rows[0][3]), 1);
  EXPECT_DOUBLE_EQ(std::get<double>(moves.rows[0][4]), 2.8);
  EXPECT_DOUBLE_EQ(std::get<double>(moves.rows[0][6]), 1);
  EXPECT_DOUBLE_EQ(std::get<double>(moves.rows[0][7]), 0);
  EXPECT_TRUE(ask({{"vary", {"none"}}})->find("moves")->rows.empty());
}

TEST(MovedStrengths, AreHeldAtTheirQuantilesOneAtATime) {
  const world::Uncertain three{3000, 0, 0, false, 'B'};
  const AskedNetwork network{"",
                             {"A", "B"},
                             {three, world::Uncertain::known(2000)},
                             solve::Alliances({3000, 2000}, {1, 1})};
  NetworkFindings found{network, {}};
  move_strengths(found, solve::Coalition::neighbours);
  ASSERT_EQ(found.ratio_movers.size(), 1u);
  const card::Mover& mover = found.ratio_movers.front();
  EXPECT_EQ(mover.name, "strength of A");
  const double f = std::exp(0.15 * 1.6448536269514722);
  EXPECT_NEAR(*mover.high, 3000 * f, 1e-6);
  // The mean over both states of the other's strength over their own.
  EXPECT_NEAR(mover.at_low, (1.5 / f + f / 1.5) / 2, 1e-3);
  EXPECT_NEAR(mover.at_high, (1.5 * f + 1 / (1.5 * f)) / 2, 1e-3);
  // At its low end, 2344 against 2000, B is beaten still, so only gamma moves the count.
  ASSERT_EQ(found.movers.size(), 1u);
  EXPECT_EQ(found.movers.front().name, "gamma");
}

TEST_F(Asked, FaultsOfTheArgumentsAreSaid) {
  const auto code = [](const Result<card::Record>& made) {
    return made ? std::string("sound") : std::string(code_name(made.error().front().code));
  };
  EXPECT_EQ(code(ask({{"strengths", {"x.csv"}}})), "bad_argument");
  EXPECT_EQ(code(ask({{"strengths", {"x.csv"}}, {"graph", {"y.csv"}}})), "unreadable");
  EXPECT_EQ(code(ask({{"strengths", {"x.csv"}}, {"year", {"1914"}}})), "bad_argument");
  EXPECT_EQ(code(ask({{"on", {"1914-08-01"}}})), "bad_value");  // No figures of that time.
  EXPECT_EQ(code(ask({{"from", {"1914"}}, {"to", {"1900"}}})), "order_of_dates");
  const std::string nothing = testing::TempDir() + "no_such_history.sqlite";
  EXPECT_EQ(code(ask({{"year", {"1914"}}, {"data", {nothing}}})), "unreadable");
}

}  // namespace
}  // namespace entente::analysis
