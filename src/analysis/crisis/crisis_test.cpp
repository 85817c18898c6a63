#include "analysis/crisis/crisis.h"

#include <gtest/gtest.h>

#include <numeric>

#include "analysis/crisis/findings.h"

namespace entente::analysis {
namespace {

const scenario::Library& library() {
  static const auto built_in = scenario::built_in_library();
  return built_in.value();
}

card::Record asked(const std::string& name, card::Arguments arguments = {}) {
  arguments.try_emplace("vary", std::vector<std::string>{"none"});
  auto made = crisis.run({library(), name, arguments, entente::Run{}});
  EXPECT_TRUE(made.has_value()) << to_text(made.error().front());
  return made ? std::move(made).value() : card::Record{};
}

double number(const card::Value& value) { return std::get<double>(value); }
std::string text(const card::Value& value) { return std::get<std::string>(value); }

/// The rows of a table in which the column holds the text.
std::vector<std::vector<card::Value>> rows_of(const card::Table& table, std::size_t column,
                                              const std::string& words) {
  std::vector<std::vector<card::Value>> found;
  for (const auto& row : table.rows)
    if (text(row[column]) == words) found.push_back(row);
  return found;
}

TEST(Crisis, EveryCaseEndsSomehowAndIsSolved) {
  ASSERT_EQ(library().crises.size(), 8U);
  for (const auto& [name, bytes] : library().crises) {
    const card::Record record = asked(name);
    double p = 0, even = 0;
    for (const auto& row : record.find("outcomes")->rows) {
      p += number(row[4]);
      even += number(row[7]);
    }
    EXPECT_NEAR(p, 1, 1e-12) << name;
    EXPECT_NEAR(even, 1, 1e-12) << name;
    EXPECT_LT(number(record.find("solution")->rows.front()[4]), 1e-12) << name;
    double told = 0, last = 1;
    for (const auto& row : record.find("paths")->rows) {
      EXPECT_LE(number(row[1]), last) << name;
      told += last = number(row[1]);
    }
    EXPECT_GT(told, 0.9) << name;
    EXPECT_LT(told, 1 + 1e-9) << name;
  }
}

TEST(Crisis, LawLetsAnAllyInAsTheRungRises) {
  const card::Record record = asked("scarborough");
  const auto rows = rows_of(*record.find("triggers"), 2, "USA");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_FALSE(std::get<bool>(rows[0][3]));  // Ramming is below an armed attack.
  EXPECT_TRUE(std::get<bool>(rows[1][3]));
  EXPECT_EQ(text(rows[1][5]), "us_philippines_1951");
  EXPECT_EQ(text(rows[1][6]), "art4");
  EXPECT_NEAR(number(rows[1][8]) + number(rows[1][9]) + number(rows[1][10]), 1, 1e-12);
  // No treaty reaches Cuba.
  const card::Record cuba = asked("cuba_1962");
  for (const auto& row : cuba.find("triggers")->rows) EXPECT_FALSE(std::get<bool>(row[3]));
  // The Soviet Union owes nothing before France comes, as its treaty of 1935 says.
  const auto soviet = rows_of(*asked("munich_1938").find("triggers"), 2, "soviet_union");
  EXPECT_FALSE(std::get<bool>(soviet.front()[3]));
  EXPECT_TRUE(std::get<bool>(soviet.back()[3]));
}

TEST(Crisis, WhatIsNeverBegunDoesNotEndInWar) {
  const card::Record record = asked("scarborough");
  for (const auto& row : record.find("moves")->rows)
    if (text(row[0]) == "start" && text(row[3]) == "leave things as they are") {
      EXPECT_EQ(number(row[7]), 0);
      return;
    }
  FAIL();
}

/// A challenges, D resists, A fights: p = .5, V = 1, costs .3, audience .2.
constexpr const char* kThree = R"([crisis]
name = "three"
title = "three nodes"
source = "models of this project"
confidence = "C"
accident = "fight"
[[player]]
id = "FRA"
side = "challenger"
stake = [1, 1, 1]
strength = [1, 1, 1]
democracy = [1, 1, 1]
[[player]]
id = "DEU"
side = "defender"
stake = [1, 1, 1]
strength = [1, 1, 1]
democracy = [1, 1, 1]
[[node]]
id = "challenge"
mover = "FRA"
rung = 0
moves = [{ name = "no", to = "as_it_was" }, { name = "yes", to = "resist" }]
[[node]]
id = "resist"
mover = "DEU"
rung = 0
moves = [{ name = "no", to = "conceded" }, { name = "yes", to = "stand" }]
[[node]]
id = "stand"
mover = "FRA"
rung = 4
moves = [{ name = "no", to = "backed" }, { name = "yes", to = "fight" }]
[[end]]
id = "as_it_was"
title = "as it was"
rung = 0
share = [0, 0, 0]
[[end]]
id = "conceded"
title = "conceded"
rung = 0
share = [1, 1, 1]
[[end]]
id = "backed"
title = "backed down"
rung = 0
share = [0, 0, 0]
backs = ["FRA"]
[[end]]
id = "fight"
title = "war"
rung = 4
war = true
)";

TEST(Crisis, TheThreeNodesOfThePublishedExample) {
  const auto document = text::parse_toml(kThree, "three.toml");
  const auto about = scenario::read_crisis(*document);
  ASSERT_TRUE(about) << to_text(about.error().front());
  const std::pair<double, double> wars[] = {{1, .224637}, {5, .591457}};
  for (const auto& [precision, war] : wars) {
    actors::CrisisTerms terms;
    terms.precision = precision;
    terms.slips = 0;         // Nothing slips in the example.
    terms.rung_costs = 1.2;  // A war on rung 4 costs .25 x 1.2 = .3; giving way there .05 x 4 = .2.
    EXPECT_NEAR(ending_of(*about, {}, campaign::plain_world(*about, terms)).war, war, 1e-6)
        << precision;
  }
}

TEST(Crisis, PrivateResolveIsSeenByItsOwnerAlone) {
  const auto document = text::parse_toml(library().crises.front().second, "c.toml");
  const auto about = scenario::read_crisis(*document);
  ASSERT_TRUE(about);
  const auto triggers = campaign::triggers_of(*about, library());
  ASSERT_TRUE(triggers);
  const auto game = campaign::crisis_game(*about, *triggers, campaign::plain_world(*about, {}));
  ASSERT_TRUE(game);
  EXPECT_EQ(solve::flaw(game->game), "");
  // Nodes that differ in the type of another stand in one set; those that differ in one's own do
  // not.
  std::vector<std::size_t> members(game->game.sets.size(), 0);
  for (const auto& node : game->game.nodes)
    if (node.kind == solve::GameNodeKind::choice) ++members[static_cast<std::size_t>(node.set)];
  for (std::size_t s = 0; s < members.size(); ++s) {
    const auto player = static_cast<std::size_t>(game->game.sets[s].player);
    const bool uncertain = about->players[player].firm.has_value();
    EXPECT_EQ(members[s], std::size_t{1} << (game->uncertain.size() - (uncertain ? 1 : 0)));
  }
}

TEST(Crisis, BeliefsAreThoseOfBayesAndAddUpToWhatWasBelievedBefore) {
  const card::Record record = asked("narva");
  const card::Table& beliefs = *record.find("beliefs");
  double firm = 0, reached = 0;
  for (const auto& row : beliefs.rows) {
    EXPECT_EQ(text(row[2]), "RUS");
    EXPECT_DOUBLE_EQ(number(row[5]), 0.35);
    if (text(row[0]) == "start") {
      EXPECT_NEAR(number(row[4]), 0.35, 1e-9);
    }
    for (const auto& end : record.find("outcomes")->rows)
      if (text(end[0]) == text(row[0])) {
        firm += number(row[3]) * number(row[4]);
        reached += number(row[3]);
      }
  }
  EXPECT_NEAR(reached, 1, 1e-9);  // Every game comes to one end,
  EXPECT_NEAR(firm, 0.35, 1e-9);  // and beliefs at ends are on average those of the beginning.
}

TEST(Crisis, WorldsAreTheSameForAnyNumberOfThreads) {
  const auto made = [](int threads) {
    entente::Run run;
    run.draws = 24;
    run.threads = threads;
    return crisis.run({library(), "july_1914", {{"vary", {"all"}}}, run});
  };
  const auto one = made(1), three = made(3);
  ASSERT_TRUE(one && three);
  EXPECT_EQ(one->find("outcomes")->rows, three->find("outcomes")->rows);
  EXPECT_EQ(one->provenance.draws, 24);
  EXPECT_FALSE(one->exact);
}

TEST(Crisis, RefusesWhatThereIsNot) {
  const card::Arguments arguments{{"vary", {"none"}}};
  const auto made = crisis.run({library(), "scarboroug", arguments, entente::Run{}});
  ASSERT_FALSE(made);
  EXPECT_EQ(to_text(made.error().front()),
            "arguments: there is no crisis called `scarboroug` [unknown_name]\n  did you mean "
            "`scarborough`? `entente list crises` names them; a file ends in .toml or .json");
}

TEST(Crisis, RefusesQuestionsThatLawCannotRead) {
  std::string bytes = kThree;
  const std::string node =
      "mover = \"DEU\"\nrung = 0\n"
      "moves = [{ name = \"no\", to = \"conceded\" }, { name = \"yes\", to = \"stand\" }]\n";
  bytes.replace(bytes.find(node), node.size(),
                "rung = 0\nask = \"FRA attacks DEU at nowhere\"\ngiven = [\"who knows\"]\n"
                "joined = \"stand\"\nalone = \"conceded\"\n");
  const auto about = scenario::read_crisis(*text::parse_toml(bytes, "three.toml"));
  ASSERT_TRUE(about) << to_text(about.error().front());
  const auto triggers = campaign::triggers_of(*about, library());
  ASSERT_FALSE(triggers);
  const std::string first = to_text(triggers.error().front());
  EXPECT_EQ(first.substr(0, first.find('\n')),
            "three.toml:25:6: the library has no place `nowhere` [unknown_place]");
}

}  // namespace
}  // namespace entente::analysis
