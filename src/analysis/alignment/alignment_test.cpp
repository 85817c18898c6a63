#include "analysis/alignment/alignment.h"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/alignment/findings.h"
#include "base/name.h"

namespace entente::analysis {
namespace {

const scenario::Library& library() {
  static const auto built_in = scenario::built_in_library();
  return built_in.value();
}

card::Record asked(const std::string& name, card::Arguments arguments = {}) {
  arguments.try_emplace("vary", std::vector<std::string>{"all"});
  auto made = alignment.run({library(), name, arguments, entente::Run{}});
  EXPECT_TRUE(made.has_value()) << name;
  return made ? std::move(made).value() : card::Record{};
}

std::string text(const card::Value& value) { return std::get<std::string>(value); }
double number(const card::Value& value) { return std::get<double>(value); }
std::int64_t whole(const card::Value& value) { return std::get<std::int64_t>(value); }

constexpr const char* kWest = "GBR, FRA, soviet_union, czechoslovakia, DNK, GRC, yugoslavia";
constexpr const char* kAxis = "germany, ITA, HUN, POL, ROU, EST, FIN, LVA, LTU, PRT";

TEST(Alignment, EuropeOf1936HasTheTwoPublishedConfigurations) {
  // Axelrod and Bennett (1993), configurations 1 and 2; energies and basins of our coding.
  const card::Record record = asked("europe_1936");
  const card::Table& minima = *record.find("minima");
  ASSERT_EQ(minima.rows.size(), 2u);
  EXPECT_EQ(text(minima.rows[0][0]), kWest);
  EXPECT_EQ(text(minima.rows[0][1]), kAxis);
  EXPECT_NEAR(number(minima.rows[0][2]), -2087.7255, 1e-4);
  EXPECT_EQ(whole(minima.rows[0][6]), 44010);
  EXPECT_EQ(text(minima.rows[1][1]), "soviet_union, GRC, yugoslavia");
  EXPECT_NEAR(number(minima.rows[1][2]), -2043.8733, 1e-4);
  EXPECT_EQ(whole(minima.rows[1][6]), 21526);
  EXPECT_TRUE(record.exact);
  EXPECT_NE(record.finding.find("POL, PRT wrong"), std::string::npos) << record.finding;
  // 2 minima, 1 + 17 + 136 splits with at most two errors: 2 * 154 / 65,536 = .0047.
  const card::Table& fit = *record.find("fit");
  EXPECT_NEAR(number(fit.rows[0][4]), 2 * 154 / 65536.0, 1e-12);
  EXPECT_NEAR(number(fit.rows[0][3]), 0.957, 1e-3);  // Published: 96 % of total size.
  EXPECT_EQ(whole(fit.rows.back()[1]), 8);           // All in one camp: eight were of the axis.
}

TEST(Alignment, LaterYearsKeepOneAndThenPartOfIt) {
  const auto first_camp = [](const char* name, std::size_t count) {
    const card::Record record = asked(name);
    EXPECT_EQ(record.find("minima")->rows.size(), count) << name;
    return text(record.find("minima")->rows[0][0]);
  };
  EXPECT_EQ(first_camp("europe_1937", 2), kWest);
  EXPECT_EQ(first_camp("europe_1938", 1), kWest);
  EXPECT_EQ(first_camp("europe_1939", 1), kWest);
  first_camp("realist_1936", 4);
  EXPECT_EQ(asked("realist_1936", {{"ties", {"strict"}}}).find("minima")->rows.size(), 4u);
}

TEST(Alignment, SizesVaryWithTheirConfidenceOnly) {
  const card::Record none = asked("europe_1936", {{"vary", {"none"}}});
  EXPECT_TRUE(std::holds_alternative<std::monostate>(none.find("minima")->rows[0][3]));
  const card::Record all = asked("europe_1936");
  const auto& row = all.find("minima")->rows[0];
  EXPECT_LT(number(row[3]), number(row[2]));
  EXPECT_GT(number(row[4]), number(row[2]));
  EXPECT_GT(number(row[9]), 0.5);
}

TEST(Alignment, TellsWhichSizeMovesTheDepthMost) {
  EXPECT_TRUE(asked("europe_1936", {{"vary", {"none"}}}).find("moves")->rows.empty());
  const card::Record record = asked("europe_1936");
  const card::Table& moves = *record.find("moves");
  ASSERT_FALSE(moves.rows.empty());
  EXPECT_EQ(moves.columns[7].name, "moves");
  double last = 1e300;
  for (const auto& row : moves.rows) {
    EXPECT_LT(number(row[2]), number(row[3])) << text(row[0]);
    EXPECT_NEAR(number(row[7]), number(row[6]) - number(row[5]), 1e-12);
    EXPECT_LE(std::abs(number(row[7])), last);
    last = std::abs(number(row[7]));
  }
}

TEST(Alignment, MoreCampsHaveColumnsOfTheirOwn) {
  const card::Record record = asked("realist_1936", {{"camps", {"5"}}});
  const card::Table& minima = *record.find("minima");
  ASSERT_EQ(minima.columns[4].name, "camp_e");
  EXPECT_EQ(minima.rows.size(), 1u);  // Each against all: each for itself.
  EXPECT_EQ(text(minima.rows[0][4]), "soviet_union");
  EXPECT_EQ(whole(minima.rows[0][9]), 52);  // Bell number of 5.
}

/// n states with sizes 1 and propensities of two blocs, +1 within and -1 across.
scenario::LandscapeCase blocs(std::size_t n) {
  scenario::LandscapeCase made;
  for (std::size_t i = 0; i < n; ++i) {
    made.sizes.names.push_back("S" + std::to_string(i));
    made.sizes.sizes.push_back({1, 0});
    made.propensities.emplace_back();
    for (std::size_t j = 0; j < n; ++j)
      made.propensities.back().push_back({i == j ? 0 : (i % 2 == j % 2 ? 1 : -1), 0});
  }
  made.sizes.sources = made.sizes.confidences = made.sizes.actual = std::vector<std::string>(n, "");
  return made;
}

TEST(Alignment, ASizeMovesTheDepthAsWorkedOutByHand) {
  AlignmentAsked of_four{.about = blocs(4), .landscape = {}, .sought = {}};
  of_four.about.sizes.confidences[0] = "C";
  weigh(of_four);
  AlignmentFindings findings{.asked = of_four, .minima = {}};
  findings.minima.found = {{{0, 1, 0, 1}, 0, 0}};
  move_sizes(findings);
  ASSERT_EQ(findings.movers.size(), 1u);
  const card::Mover& mover = findings.movers.front();
  EXPECT_EQ(mover.name, "size of S0");
  // The first state, f times as large, would lose f from its friend and gain -2 f by crossing over,
  // so the energy would rise by 6 f; that of any other state by 4 + 2 f. At f = 1 both are 6.
  const double f = std::exp(0.40 * 1.6448536269514722);
  EXPECT_NEAR(*mover.low, 1 / f, 1e-9);
  EXPECT_NEAR(*mover.high, f, 1e-9);
  EXPECT_NEAR(mover.at_low, 6 / f, 1e-9);
  EXPECT_NEAR(mover.at_high, 4 + 2 * f, 1e-9);
}

TEST(Alignment, NumbersOfManyDigitsAreRoundedAndItIsSaid) {
  AlignmentAsked exact{.about = blocs(4), .landscape = {}, .sought = {}};
  weigh(exact);
  EXPECT_FALSE(exact.rounded);
  EXPECT_EQ(exact.landscape.weight(0, 2), 1);
  AlignmentAsked fine = exact;
  fine.about.sizes.sizes[0] = {123456789012345678, 17};
  fine.about.sizes.sizes[1] = {123456789012345678, 16};
  weigh(fine);
  EXPECT_TRUE(fine.rounded);
  EXPECT_NEAR(static_cast<double>(fine.landscape.weight(0, 1)) / fine.per_one,
              -1.23456789012345678 * 12.3456789012345678, 1e-12);
  EXPECT_EQ(fine.landscape.weight(0, 1), fine.landscape.weight(1, 0));
}

TEST(Alignment, NamesTheNearestCase) {
  const card::Arguments arguments;
  const auto made = alignment.run({library(), "europe_1935", arguments, entente::Run{}});
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().front().code, Code::unknown_name);
  EXPECT_NE(made.error().front().hint.find("europe_193"), std::string::npos);
  const auto nothing = alignment.run({library(), "", arguments, entente::Run{}});
  ASSERT_FALSE(nothing.has_value());
  EXPECT_EQ(nothing.error().front().code, Code::bad_argument);
}

}  // namespace
}  // namespace entente::analysis
