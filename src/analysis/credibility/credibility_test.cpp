#include "analysis/credibility/credibility.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "analysis/credibility/promises.h"
#include "belief/base_rates.h"
#include "scenario/reform.h"

namespace entente::analysis {
namespace {

const scenario::Library& library() {
  static const scenario::Library made = scenario::built_in_library().value();
  return made;
}

/// Asks as the catalogue does: with the defaults of the card.
Result<card::Record> answer(card::Arguments arguments, const scenario::Library& asked) {
  for (const card::Field& field : credibility.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  return credibility.run({asked, "", arguments, entente::Run{}});
}

card::Record ask(const card::Arguments& arguments = {},
                 const scenario::Library& asked = library()) {
  auto record = answer(arguments, asked);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

double number(const card::Value& value) { return std::get<double>(value); }
std::string text(const card::Value& value) { return std::get<std::string>(value); }

std::size_t column(const card::Table& table, std::string_view name) {
  return static_cast<std::size_t>(
      std::ranges::find(table.columns, name, &card::RecordColumn::name) - table.columns.begin());
}

/// The row that begins with these texts, or an empty one.
std::vector<card::Value> row(const card::Table& table, const std::vector<std::string>& begins) {
  for (const auto& one : table.rows)
    if (std::equal(begins.begin(), begins.end(), one.begin(),
                   [](const std::string& a, const card::Value& b) { return a == text(b); }))
      return one;
  ADD_FAILURE() << "no such row";
  return std::vector<card::Value>(table.columns.size(), card::Value(0.0));
}

TEST(Credibility, EveryPromiseHasAReliabilityInsideItsInterval) {
  const auto record = ask();
  EXPECT_TRUE(record.exact);
  const auto& table = *record.find("commitments");
  ASSERT_GT(table.rows.size(), 1000u);
  const std::size_t theta = column(table, "theta");
  for (const auto& one : table.rows) {
    const double low = number(one[theta + 1]), middle = number(one[theta]),
                 high = number(one[theta + 2]);
    EXPECT_LE(0, low);
    EXPECT_LT(low, middle);
    EXPECT_LT(middle, high);
    EXPECT_LE(high, 1);
  }
}

TEST(Credibility, CoreTreatiesAtTheOrientationValues) {
  const auto record = ask();
  const auto& table = *record.find("commitments");
  const std::size_t theta = column(table, "theta");
  const auto of = [&](const char* a, const char* b, const char* duty, const char* agreement) {
    return number(row(table, {a, b, duty, agreement})[theta]);
  };
  EXPECT_NEAR(of("USA", "EST", "fight", "nato"), 0.84, 0.01);
  EXPECT_NEAR(of("USA", "JPN", "fight", "us_japan_1960"), 0.84, 0.01);
  EXPECT_NEAR(of("USA", "TWN", "supply", "taiwan_relations_act"), 0.36, 0.01);
}

TEST(Credibility, TripwireRaisesIt) {
  const auto record = ask({{"tripwire", {"1"}}, {"patron", {"USA"}}});
  const auto& table = *record.find("commitments");
  EXPECT_NEAR(number(row(table, {"USA", "EST", "fight", "nato"})[column(table, "theta")]), 0.87,
              0.01);
  for (const auto& one : table.rows) EXPECT_EQ(text(one[0]), "USA");
}

TEST(Credibility, PatronsLieBetweenIndependenceAndOneFate) {
  const auto record = ask();
  const auto& table = *record.find("patrons");
  ASSERT_FALSE(table.rows.empty());
  for (const auto& one : table.rows) {
    const double all = number(one[3]), none = number(one[4]);
    EXPECT_GE(all, number(one[5]) - 1e-12) << text(one[0]);
    EXPECT_GE(none, number(one[6]) - 1e-12) << text(one[0]);
    EXPECT_LE(all + none, 1 + 1e-12);
    EXPECT_LE(number(one[2]), static_cast<double>(std::get<std::int64_t>(one[1])));
  }
}

TEST(Credibility, WithoutACommonCauseTheTwoColumnsAgree) {
  const auto record = ask({{"honour", {"independent"}}, {"patron", {"USA"}}});
  const auto& usa = record.find("patrons")->rows.at(0);
  EXPECT_EQ(number(usa[3]), number(usa[5]));
  EXPECT_EQ(number(usa[7]), 0);
}

TEST(Credibility, AssumptionsAreSortedByWhatTheyMove) {
  const auto record = ask();
  const auto& table = *record.find("assumptions");
  ASSERT_EQ(table.rows.size(), belief::kAssumptions.size());
  const std::size_t moves = column(table, "moves");
  double before = 1;
  for (const auto& one : table.rows) {
    EXPECT_LE(std::abs(number(one[moves])), before);
    before = std::abs(number(one[moves]));
  }
  EXPECT_GT(number(row(table, {"theta0_defence"})[moves]), 0);
  EXPECT_GT(number(row(table, {"tripwire"})[moves]), 0);
  EXPECT_LT(number(row(table, {"policy_change"})[moves]), 0);
  EXPECT_GT(number(row(table, {"stake_usa_twn"})[moves + 1]), 0.2);
}

TEST(Credibility, BaseRatesAreTheCounts) {
  const auto record = ask();
  const auto& table = *record.find("base_rates");
  const auto defence = row(table, {"defence"});
  EXPECT_EQ(std::get<std::int64_t>(defence[1]), 42);
  EXPECT_EQ(std::get<std::int64_t>(defence[2]), 102);
}

TEST(Credibility, OptimistsGetHigherFigures) {
  const auto record =
      ask({{"base_rate", {"leeds_long_mitchell"}}, {"patron", {"USA"}}, {"tripwire", {"1"}}});
  const auto& table = *record.find("commitments");
  EXPECT_NEAR(number(row(table, {"USA", "EST", "fight", "nato"})[column(table, "theta")]), 0.97,
              0.01);
  EXPECT_NE(record.finding.find("hierarchical"), std::string::npos);
}

TEST(Credibility, VaryNothingLeavesTheIntervalOut) {
  const auto record = ask({{"vary", {"none"}}, {"patron", {"USA"}}});
  const auto& table = *record.find("commitments");
  for (const auto& one : table.rows)
    EXPECT_TRUE(std::holds_alternative<std::monostate>(one[column(table, "theta_p05")]));
}

TEST(Credibility, FaultsNameThePatron) {
  const auto unknown = answer({{"patron", {"UAS"}}}, library());
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error()[0].code, Code::unknown_state);
  const auto gone = answer({{"patron", {"soviet_union"}}}, library());
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error()[0].code, Code::not_alive);
}

TEST(Credibility, ADayWithoutPromisesHasAnAnswer) {
  const auto record = ask({{"on", {"1700-01-01"}}});
  EXPECT_NE(record.finding.find("none of them"), std::string::npos);
  EXPECT_TRUE(record.find("patrons")->rows.empty());
}

TEST(Credibility, ScenarioFixesAReliability) {
  const auto path = std::filesystem::path(testing::TempDir()) / "credibility_fixed.toml";
  std::ofstream(path)
      << "[scenario]\nname = \"fixed\"\nempty = true\n"
         "[[commitment]]\npromisor = \"FRA\"\nbeneficiary = \"POL\"\nkind = \"fight\"\n"
         "reliability = 0.8\n"
         "[[commitment]]\npromisor = \"FRA\"\nbeneficiary = \"EST\"\nkind = \"fight\"\n";
  const auto reformed = scenario::reform(library(), path.string(), {});
  ASSERT_TRUE(reformed);
  const auto record = ask({}, *reformed);
  const auto& table = *record.find("commitments");
  ASSERT_EQ(table.rows.size(), 2u);
  const std::size_t theta = column(table, "theta");
  const auto fixed = row(table, {"FRA", "POL"}), free = row(table, {"FRA", "EST"});
  for (std::size_t i = theta; i < theta + 3; ++i) EXPECT_EQ(number(fixed[i]), 0.8);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(fixed[theta + 3]));
  EXPECT_NEAR(number(free[theta]), 0.41, 1e-12);
  const auto& patron = record.find("patrons")->rows.at(0);
  EXPECT_NEAR(number(patron[2]), 1.21, 1e-12);
  EXPECT_NEAR(number(patron[5]), 0.8 * 0.41, 1e-12);
}

TEST(Credibility, ChoicesOfTheCardAreTheLists) {
  for (const card::Field& field : credibility.card.fields) {
    if (field.name == "base_rate") {
      ASSERT_EQ(field.choices.size(), belief::base_rates().size());
      for (const auto& one : belief::base_rates())
        EXPECT_NE(std::ranges::find(field.choices, one.name), field.choices.end());
    }
    if (field.name == "honour") {
      ASSERT_EQ(field.choices.size(), belief::honour::all().size());
      for (const auto name : field.choices) EXPECT_NE(belief::honour::find(name), nullptr);
    }
  }
}

TEST(Promises, TheMostReliableOfTwoToOneStateCounts) {
  Symbols symbols;
  world::Commitment c;
  c.promisor = symbols.intern("A");
  c.duty = world::Duty::fight;
  std::vector<Promise> promises;
  for (const auto& [to, theta] : {std::pair("B", 0.3), std::pair("B", 0.6), std::pair("C", 0.5)}) {
    c.beneficiary = symbols.intern(to);
    promises.push_back({c, theta});
  }
  c.duty = world::Duty::consult;
  promises.push_back({c, 0.9});
  const auto patrons = patrons_of(promises);
  ASSERT_EQ(patrons.size(), 1u);
  EXPECT_EQ(patrons[0].thetas, (std::vector<double>{0.6, 0.5}));
  EXPECT_EQ(median_bound(promises)->theta, 0.5);
}

}  // namespace
}  // namespace entente::analysis
