#include "analysis/negotiate/negotiate.h"

#include <gtest/gtest.h>

#include "analysis/negotiate/findings.h"
#include "analysis/negotiate/rules.h"

namespace entente::analysis {
namespace {

const scenario::Library& library() {
  static const auto built_in = scenario::built_in_library();
  return built_in.value();
}

card::Record asked(const std::string& name, card::Arguments arguments = {}) {
  arguments.try_emplace("vary", std::vector<std::string>{"none"});
  auto made = negotiate.run({library(), name, arguments, entente::Run{}});
  EXPECT_TRUE(made.has_value()) << to_text(made.error().front());
  return made ? std::move(made).value() : card::Record{};
}

double number(const card::Value& value) { return std::get<double>(value); }
std::string text(const card::Value& value) { return std::get<std::string>(value); }

/// The row of a table of which the first column holds the text.
const std::vector<card::Value>& row_of(const card::Table& table, const std::string& first) {
  for (const auto& row : table.rows)
    if (text(row[0]) == first) return row;
  ADD_FAILURE() << "no row " << first;
  return table.rows.front();
}

/// The option that stands in the column `adopted`.
double adopted(const card::Record& record) {
  for (const auto& row : record.find("winners")->rows)
    if (std::get<bool>(row[5])) return number(row[0]);
  ADD_FAILURE() << "nothing is adopted";
  return -1;
}

TEST(Negotiate, ThePublishedMeanAndMedianOfEmissionStandards) {
  // Bueno de Mesquita and Stokman (1994): the mean by capability and salience is 7.39.
  const card::Record record = asked("emission_standards");
  const card::Table& baseline = *record.find("baseline");
  EXPECT_NEAR(number(row_of(baseline, "capability times salience, mean")[1]), 7.389955686853767,
              1e-12);
  EXPECT_EQ(number(row_of(baseline, "capability times salience, median")[1]), 7);
  EXPECT_TRUE(record.exact);
}

TEST(Negotiate, ConsensusYieldsToASideCommitmentAndAQualifiedMajorityDoesNot) {
  EXPECT_EQ(adopted(asked("eu_sanctions")), 67);
  EXPECT_EQ(adopted(asked("eu_sanctions", {{"rule", {"qualified_majority"}}})), 95);
  const card::Record record = asked("eu_sanctions");
  EXPECT_EQ(text(row_of(*record.find("actors"), "HUN")[4]), "against");
  EXPECT_TRUE(std::get<bool>(row_of(*record.find("actors"), "HUN")[5]));  // It alone stops it.
  EXPECT_EQ(text(row_of(*record.find("actors"), "commission")[4]), "no vote");
}

TEST(Negotiate, TheBodysOwnRulesAreTold) {
  const card::Record record = asked("nato_accession");
  const card::Table& rules = *record.find("institution");
  EXPECT_EQ(text(row_of(rules, "consent of parliaments")[1]), "13 months (9 to 20)");
  EXPECT_EQ(text(row_of(rules, "notice of withdrawal")[1]), "12 months");
  EXPECT_EQ(text(row_of(rules, "who can block alone")[1]), "each of the 30 with a vote");
  EXPECT_EQ(text(row_of(*asked("eu_sanctions", {{"rule", {"majority"}}}).find("institution"),
                        "who can block alone")[1]),
            "nobody");
}

TEST(Negotiate, WorldsAreTheSameForAnyNumberOfThreads) {
  const auto made = [](int threads) {
    entente::Run run;
    run.draws = 40;
    run.threads = threads;
    return negotiate.run({library(), "nato_spending", {{"vary", {"all"}}}, run});
  };
  const auto one = made(1), three = made(3);
  ASSERT_TRUE(one && three);
  EXPECT_EQ(one->find("winners")->rows, three->find("winners")->rows);
  EXPECT_EQ(one->provenance.draws, 40);
  EXPECT_FALSE(one->exact);
  // Every sampled share stands within its own interval.
  for (const auto& row : one->find("winners")->rows) {
    EXPECT_LE(number(row[7]), number(row[6]) + 1e-12);
    EXPECT_GE(number(row[8]), number(row[6]) - 1e-12);
  }
}

TEST(Negotiate, RefusesWhatThereIsNot) {
  const auto fault = [](const std::string& name, card::Arguments arguments) {
    arguments.try_emplace("vary", std::vector<std::string>{"none"});
    const auto made = negotiate.run({library(), name, arguments, entente::Run{}});
    return made ? "sound" : to_text(made.error().front());
  };
  EXPECT_EQ(
      fault("nato_spendin", {}),
      "arguments: there is no negotiation called `nato_spendin` [unknown_name]\n  did you mean "
      "`nato_spending`? `entente list negotiations` names them; a file ends in .toml or "
      ".json");
  EXPECT_EQ(fault("nato_spending", {{"rule", {"qualified_majority"}}}),
            "arguments: `ALB` has no population, which a qualified majority counts [bad_argument]\n"
            "  give every member one in the column `population`");
}

TEST(Rules, AQualifiedMajorityCountsMembersPeopleAndTheBlockingFour) {
  // Treaty on European Union, Article 16(4): three members with over 35 % of people cannot block.
  std::vector<scenario::Negotiator> actors(27);
  for (auto& one : actors) one.population = 10;
  const auto passes = [&](std::size_t in_favour) {
    std::vector<int> stance(27, -1);
    for (std::size_t i = 0; i < in_favour; ++i) stance[i] = 1;
    return carries(actors, stance, scenario::DecisionRule::qualified_majority);
  };
  EXPECT_FALSE(passes(17));  // 63 % of members and people.
  EXPECT_TRUE(passes(18));
  for (std::size_t i = 24; i < 27; ++i) actors[i].population = 1000;
  EXPECT_FALSE(passes(23));  // Four against, with nearly all people.
  EXPECT_TRUE(passes(24));   // Three against may not block.
}

TEST(Rules, ThirdsAndMajoritiesByHand) {
  const std::vector<scenario::Negotiator> actors(6);
  const auto passes = [&](int in_favour, int against, scenario::DecisionRule rule) {
    std::vector<int> stance(6, 0);
    for (int i = 0; i < in_favour; ++i) stance[static_cast<std::size_t>(i)] = 1;
    for (int i = 0; i < against; ++i) stance[static_cast<std::size_t>(5 - i)] = -1;
    return carries(actors, stance, rule);
  };
  using scenario::DecisionRule;
  EXPECT_TRUE(passes(1, 0, DecisionRule::consensus));
  EXPECT_FALSE(passes(5, 1, DecisionRule::consensus));
  EXPECT_FALSE(passes(0, 0, DecisionRule::consensus));
  EXPECT_FALSE(passes(3, 0, DecisionRule::majority));
  EXPECT_TRUE(passes(4, 2, DecisionRule::majority));
  EXPECT_TRUE(passes(4, 2, DecisionRule::two_thirds));
  EXPECT_FALSE(passes(3, 0, DecisionRule::two_thirds));
}

}  // namespace
}  // namespace entente::analysis
