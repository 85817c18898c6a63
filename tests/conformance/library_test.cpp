// How much the library holds, and what everything in it must carry.
#include <set>

#include "conformance/common.h"

namespace entente::conformance {
namespace {

TEST(Library, counts_the_forces_of_enough_states) {
  const auto& world = library().world;
  std::set<std::string> elements;
  for (const auto& element : world.elements) elements.insert(world.symbols.name(element.id));
  std::set<Symbol> states;
  for (const auto& figure : world.figures)
    if (elements.contains(figure.what)) states.insert(figure.state);
  EXPECT_GE(states.size(), 55U);
}

TEST(Library, holds_enough_agreements_and_places) {
  const auto& [world, law] = std::tie(library().world, library().law);
  const Date today = parse_date("2026-07-01").value();
  std::size_t now = 0, historical = 0;
  for (const auto& agreement : law.agreements) {
    const bool ended = agreement.ended && *agreement.ended < today;
    now += agreement.in_force && *agreement.in_force <= today && !ended ? 1 : 0;
    historical += ended ? 1 : 0;
  }
  EXPECT_GE(law.agreements.size(), 120U);
  EXPECT_GE(now, 70U) << "in force on 2026-07-01";
  EXPECT_GE(historical, 50U) << "ended before 2026-07-01";
  std::set<Symbol> places;
  for (const auto& place : world.places) places.insert(place.id);
  EXPECT_GE(places.size(), 250U);
}

void check_sourced(const world::Sourced& sourced, const std::string& what) {
  EXPECT_FALSE(sourced.source.empty()) << what << " has no source";
  EXPECT_TRUE(sourced.confidence >= 'A' && sourced.confidence <= 'C')
      << what << " has no confidence";
}

TEST(Library, gives_every_figure_a_unit_a_year_a_source_and_a_range) {
  const auto& world = library().world;
  for (const auto& figure : world.figures) {
    const std::string what =
        world.symbols.name(figure.state) + " " + figure.what + " " + figure.where;
    EXPECT_FALSE(figure.unit.empty()) << what;
    EXPECT_GT(figure.year, 0) << what;
    check_sourced(figure.sourced, what);
    EXPECT_LE(figure.low, figure.value) << what;
    EXPECT_LE(figure.value, figure.high) << what;
    // Nothing at all has no range: a state without tankers keeps none of them at home.
    EXPECT_TRUE(figure.status != "assumption" || figure.low < figure.high || figure.high == 0)
        << what << " is an assumption without a range";
  }
  for (const auto& means : world.means) {
    const std::string what = "means " + world.symbols.name(means.id);
    EXPECT_LT(means.low, means.high) << what;
    EXPECT_LE(means.low, means.severity) << what;
    EXPECT_LE(means.severity, means.high) << what;
    check_sourced(means.sourced, what);
  }
}

TEST(Library, gives_every_fact_a_source) {
  const auto& world = library().world;
  for (const auto& state : world.states) check_sourced(state.sourced, "state " + state.name);
  for (const auto& place : world.places) check_sourced(place.sourced, "place " + place.name);
  for (const auto& group : world.groups) check_sourced(group.sourced, "group " + group.meaning);
  for (const auto& element : world.elements)
    check_sourced(element.sourced, "element " + element.name);
}

TEST(Library, gives_every_agreement_a_source_and_an_example) {
  for (const auto& agreement : library().law.agreements) {
    EXPECT_FALSE(agreement.source.empty()) << agreement.file;
    EXPECT_FALSE(agreement.examples.empty()) << agreement.file << " has no [[example]]: write one";
    EXPECT_FALSE(agreement.parties.empty()) << agreement.file;
    EXPECT_FALSE(agreement.articles.empty()) << agreement.file;
    for (const auto& article : agreement.articles)
      EXPECT_TRUE(article.duty != world::Duty::none || !article.reason.empty())
          << agreement.file << ":" << article.where.line << " owes nothing and does not say why";
  }
}

}  // namespace
}  // namespace entente::conformance
