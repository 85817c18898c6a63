// How much the library holds, and what everything in it must carry.
#include <initializer_list>
#include <map>
#include <set>

#include "conformance/common.h"
#include "scenario/reform.h"

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

std::string names(const world::World& world, std::initializer_list<Symbol> symbols) {
  std::string text;
  for (const Symbol symbol : symbols)
    text += (text.empty() ? "" : " ") + world.symbols.name(symbol);
  return text;
}

/// An assumption has a range that holds its value; a share lies in it from 0 to 1.
void check_uncertain(const world::Uncertain& value, const std::string& what, double most = 1e9) {
  EXPECT_LE(value.low, value.value) << what;
  EXPECT_LE(value.value, value.high) << what;
  EXPECT_GE(value.low, 0) << what;
  EXPECT_LE(value.high, most) << what;
  // None is none: a state without tankers sends none and keeps none.
  EXPECT_TRUE(!value.assumption || value.low < value.high || value.high == 0)
      << what << " is an assumption without a range";
}

std::set<Symbol> ids(const auto& items) {
  std::set<Symbol> known;
  for (const auto& item : items) known.insert(item.id);
  return known;
}

TEST(Forces, stay_at_home_in_part_and_belong_to_states) {
  const auto& world = library().world;
  const std::set<Symbol> elements = ids(world.elements), states = ids(world.states);
  EXPECT_GE(world.pools.size(), 800U);
  for (const world::Pool& pool : world.pools) {
    const std::string what = names(world, {pool.owner, pool.base, pool.element});
    EXPECT_TRUE(states.contains(pool.owner)) << what;
    EXPECT_TRUE(elements.contains(pool.element)) << what;
    EXPECT_TRUE(pool.base) << what;
    EXPECT_FALSE(pool.source.empty()) << what;
    check_uncertain(pool.amount, what);
    check_uncertain(pool.home_defence, what + " home defence", 1);
  }
}

TEST(Forces, have_a_home_base_in_every_state_that_has_any) {
  const auto& world = library().world;
  std::set<Symbol> owners, at_home;
  for (const world::Pool& pool : world.pools) {
    owners.insert(pool.owner);
    if (pool.home) at_home.insert(pool.owner);
  }
  EXPECT_EQ(owners, at_home);
}

TEST(Contingencies, ask_for_every_core_element_on_every_day_of_a_period) {
  const auto& world = library().world;
  ASSERT_EQ(world.contingencies.size(), 6U);
  for (const world::Contingency& one : world.contingencies) {
    const std::string what = world.symbols.name(one.id);
    EXPECT_TRUE(treaty::event_from(one.event, world)) << what;
    check_uncertain(one.weight, what + " weight");
    check_uncertain(one.loss_clock, what + " loss clock");
    for (const world::Element& element : world.elements) {
      if (!element.core) continue;
      std::set<int> days;
      for (const world::Amount& amount : one.demand)
        if (amount.element == element.id) days.insert(amount.day);
      EXPECT_EQ(days, (std::set<int>{0, 3, 10, 30, 60, 90})) << what << " " << element.name;
    }
    for (const auto* amounts : {&one.demand, &one.host_supply, &one.red_committed})
      for (const world::Amount& amount : *amounts)
        check_uncertain(amount.units, what + " " + world.symbols.name(amount.element) + " day " +
                                          std::to_string(amount.day));
    EXPECT_FALSE(one.source.empty()) << what;
  }
}

TEST(Deployment, goes_from_known_bases_to_known_theatres) {
  const auto& world = library().world;
  const std::set<Symbol> elements = ids(world.elements), theatres = ids(world.contingencies);
  std::set<Symbol> bases;
  for (const world::Pool& pool : world.pools) bases.insert(pool.base);
  EXPECT_EQ(world.deployments.size(), 1932U);
  for (const world::Deployment& one : world.deployments) {
    const std::string what = names(world, {one.base, one.theatre, one.element});
    EXPECT_TRUE(bases.contains(one.base)) << what;
    EXPECT_TRUE(theatres.contains(one.theatre)) << what;
    EXPECT_TRUE(elements.contains(one.element)) << what;
    EXPECT_TRUE(one.source) << what;
    check_uncertain(one.days, what);
  }
}

TEST(Forces, have_shares_with_ranges_and_sources) {
  const auto& world = library().world;
  for (const world::Readiness& one : world.readiness) {
    const std::string what = names(world, {one.kind, one.element}) + std::to_string(one.day);
    check_uncertain(one.share, what, 1);
    EXPECT_TRUE(one.source) << what;
  }
  for (const world::Participation& one : world.participations) {
    const std::string what = names(world, {one.theatre, one.state, one.element});
    check_uncertain(one.share, what, 1);
    EXPECT_TRUE(one.source) << what;
  }
  for (const world::Dependency& one : world.dependencies) {
    const std::string what = names(world, {one.user, one.element, one.service, one.supplier});
    check_uncertain(one.share, what, 1);
    check_uncertain(one.lapse_days, what + " lapse");
    EXPECT_TRUE(one.source) << what;
  }
  for (const world::Substitute& one : world.substitutes) {
    const std::string what = names(world, {one.user, one.element, one.service, one.supplier});
    check_uncertain(one.cost, what + " cost");
    check_uncertain(one.months, what + " months");
    EXPECT_TRUE(one.source) << what;
  }
  for (const world::Prepositioned& one : world.prepositioned) {
    const std::string what = names(world, {one.owner, one.theatre, one.element});
    check_uncertain(one.sets, what);
    check_uncertain(one.days, what);
  }
}

TEST(Dependence, has_a_substitute_and_no_circle) {
  const auto& world = library().world;
  EXPECT_EQ(world.substitutes.size(), world.dependencies.size());
  for (const world::Dependency& one : world.dependencies)
    EXPECT_TRUE(supply_circle(world, world.dependencies, one).empty())
        << names(world, {one.user, one.element, one.service, one.supplier});
}

TEST(HedgeOptions, have_ten_rungs_with_ranges) {
  const auto& world = library().world;
  std::map<std::string, std::size_t> rungs;
  for (const world::HedgeOption& one : world.hedge_options) {
    const std::string what = names(world, {one.state, one.option});
    EXPECT_EQ(world::kHedgeOptions[rungs[world.symbols.name(one.state)]++],
              world.symbols.name(one.option))
        << what;
    check_uncertain(one.cost, what + " cost");
    check_uncertain(one.months, what + " months");
    check_uncertain(one.opinion, what + " opinion", 1);
    check_uncertain(one.sanction, what + " sanction");
    check_uncertain(one.abandonment, what + " abandonment", 1);
    EXPECT_LT(one.effect.low, one.effect.high) << what;
    EXPECT_TRUE(one.source && one.opinion_source) << what;
  }
  EXPECT_EQ(rungs.size(), 27u);
  for (const auto& [state, count] : rungs) EXPECT_EQ(count, world::kHedgeOptions.size()) << state;
}

TEST(Readiness, tells_every_element_on_four_days) {
  const auto& world = library().world;
  const Symbol general = world.symbols.find("general");
  for (const world::Element& element : world.elements) {
    std::set<int> days;
    for (const world::Readiness& one : world.readiness)
      if (one.kind == general && one.element == element.id) days.insert(one.day);
    EXPECT_EQ(days, (std::set<int>{0, 10, 30, 90})) << element.name;
  }
}

/// Values that were moved so that gaps show must be allowed to be what they first were.
TEST(Calibration, keeps_the_first_values_inside_the_ranges) {
  const auto& world = library().world;
  const Symbol usa = world.symbols.find("USA");
  const auto total = [&](std::string_view element, auto part) {
    double sum = 0;
    for (const world::Pool& pool : world.pools)
      if (pool.owner == usa && pool.element == world.symbols.find(element))
        sum += part(pool.amount);
    return sum;
  };
  const auto high = [](const world::Uncertain& amount) { return amount.high; };
  EXPECT_NEAR(total("long_range_strike", high), 60, 0.01);
  EXPECT_NEAR(total("isr_coverage", high), 26, 0.01);
  for (const world::Pool& pool : world.pools) {
    if (pool.owner != usa || !pool.home) continue;
    if (pool.element != world.symbols.find("air_defence_battery")) continue;
    EXPECT_LE(pool.home_defence.low, 0.2);
  }
  const std::map<int, double> rule{{0, 0.33}, {10, 0.33}, {30, 0.6}, {90, 0.8}};
  for (const world::Readiness& one : world.readiness)
    for (const std::string_view element :
         {"fighter_squadron", "air_defence_battery", "strategic_lift"})
      if (one.element == world.symbols.find(element)) {
        EXPECT_LE(one.share.low, rule.at(one.day)) << element << one.day;
        EXPECT_GE(one.share.high, rule.at(one.day)) << element << one.day;
      }
}

TEST(Scenarios, stand_in_the_library_under_their_names) {
  std::vector<std::string> found;
  for (const auto& [name, bytes] : library().scenarios) {
    found.push_back(name);
    EXPECT_TRUE(text::parse_toml(bytes, name)) << name;
  }
  EXPECT_EQ(found,
            (std::vector<std::string>{
                "baltic", "baltic_taiwan", "doubts_grow", "guarantor_returns", "guarantor_stays",
                "gulf", "hemisphere", "korea", "leaves_altogether", "leaves_europe", "red_sea",
                "reference_2026", "scs_gray_zone", "taiwan", "ukraine", "uncalibrated"}));
  for (const std::string& name : found) {
    const auto reformed = scenario::reform(library(), name, {});
    ASSERT_TRUE(reformed) << name << ": " << to_text(reformed.error().front());
    EXPECT_EQ(reformed->scenario, name);
  }
  EXPECT_EQ(library().plan.sets.size(), 8U);
  EXPECT_EQ(library().plan.sets.back().size(), 6U);
}

}  // namespace
}  // namespace entente::conformance
