// What `list` and `describe` say of forces.
#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/catalogue.h"
#include "catalogue/kinds.h"
#include "catalogue/verbs.h"

namespace entente::catalogue {
namespace {

using world::Uncertain;

/// One state with brigades at home and forward, a contingency of two days, and a scenario of the
/// same name.
scenario::Library library() {
  scenario::Library made;
  made.hash = std::string(64, 'a');
  world::World& world = made.world;
  const auto at = [&](std::string_view name) { return world.symbols.intern(name); };
  const Uncertain sure{2, 2, 2, false, 'A'}, guess{0.5, 0.25, 1, true, 'C'};
  world.day = *make_date(2026, 7, 1);
  world::State france;
  france.id = at("FRA");
  france.name = "France";
  france.sourced = {"a list", 'A', ""};
  world.states.push_back(france);
  world::Element brigade;
  brigade.id = at("brigade");
  brigade.name = "brigade";
  brigade.definition = "4000 people";
  brigade.unit = "brigades";
  world.elements.push_back(brigade);
  world::Pool pool;
  pool.owner = at("FRA");
  pool.base = at("france");
  pool.element = at("brigade");
  pool.amount = sure;
  pool.home_defence = guess;
  world.pools.push_back(pool);
  pool.base = at("coast");
  pool.home = false;
  pool.home_defence = Uncertain::known(0);
  world.pools.push_back(pool);
  world.readiness.push_back({at("forward"), {}, 10, guess, at("a study")});
  world.readiness.push_back({at("general"), at("tanker"), 10, guess, at("a study")});
  world.participations.push_back({at("storm"), at("FRA"), {}, guess, at("a study")});
  world.participations.push_back({at("calm"), at("FRA"), {}, guess, at("a study")});
  world.theatre_bases.push_back({at("storm"), at("coast"), true});
  world.dependencies.push_back(
      {at("FRA"), at("brigade"), at("spares"), at("FRA"), guess, false, sure, at("a study")});
  world::Contingency storm;
  storm.id = storm.theatre = at("storm");
  storm.name = "A storm";
  storm.event = "RUS attacks FRA";
  storm.weight = {1, 0.5, 2, true, 'C'};
  storm.loss_clock = sure;
  storm.source = "a study";
  storm.demand = {{at("brigade"), 0, sure, ""},
                  {at("brigade"), 10, {5, 4, 6, true, 'C'}, "a guess"}};
  storm.host_supply = {{at("brigade"), 3, {3, 3, 3, false, 'A'}, ""}};
  world.contingencies.push_back(storm);
  made.scenarios.emplace_back("storm",
                              "# Only the storm.\n[scenario]\nname = \"storm\"\nbase = \"calm\"\n"
                              "sets = [[\"storm\", \"calm\"]]\n[[pool]]\nowner = \"FRA\"\n");
  world.index();
  return made;
}

Result<card::Record> ask(const scenario::Analysis& verb, const std::string& subject) {
  return run(verb, subject, {}, entente::Run{}, library());
}

using Row = std::vector<card::Value>;

Row row(const card::Record& record, std::string_view table, std::size_t number) {
  const card::Table* found = record.find(table);
  return found && number < found->rows.size() ? found->rows[number] : Row{};
}

TEST(ListForces, NamesContingenciesElementsAndScenarios) {
  for (const std::string kind : {"contingencies", "contingency", "elements", "scenarios"}) {
    const auto record = ask(list, kind);
    ASSERT_TRUE(record) << kind;
    EXPECT_EQ(record->tables[0].rows.size(), 1u) << kind;
  }
  EXPECT_EQ(std::get<std::string>(row(*ask(list, "scenarios"), "names", 0)[2]), "Only the storm.");
  EXPECT_EQ(std::get<std::string>(row(*ask(list, "contingencies"), "names", 0)[3]),
            "RUS attacks FRA");
}

TEST(ListForces, KindsAreSorted) {
  EXPECT_TRUE(std::ranges::is_sorted(kinds(), {}, &Kind::plural));
}

TEST(DescribeForces, ShowsDemandWithHostAndNetOfTheDay) {
  const auto record = ask(describe, "storm");
  ASSERT_TRUE(record);
  EXPECT_NE(record->finding.find("A storm"), std::string::npos);
  EXPECT_NE(record->finding.find("a scenario"), std::string::npos) << "both of one name";
  const card::Table* demand = record->find("demand");
  ASSERT_NE(demand, nullptr);
  ASSERT_EQ(demand->rows.size(), 2u);
  const auto first = row(*record, "demand", 0), second = row(*record, "demand", 1);
  EXPECT_EQ(std::get<double>(first[5]), 0) << "no host forces before day 3";
  EXPECT_EQ(std::get<double>(second[5]), 3);
  EXPECT_EQ(std::get<double>(second[6]), 2);
  ASSERT_EQ(record->find("participation")->rows.size(), 1u) << "of this theatre only";
  EXPECT_EQ(record->find("bases")->rows.size(), 1u);
  const auto source = static_cast<std::size_t>(std::get<std::int64_t>(second[8]));
  EXPECT_EQ(std::get<std::string>(row(*record, "sources", source - 1)[3]), "a guess");
  const auto own = static_cast<std::size_t>(std::get<std::int64_t>(first[8]));
  EXPECT_EQ(std::get<std::string>(row(*record, "sources", own - 1)[3]), "a study");
}

TEST(DescribeForces, ShowsTheReadinessOfAnElement) {
  const auto record = ask(describe, "brigade");
  ASSERT_TRUE(record);
  ASSERT_EQ(record->find("readiness")->rows.size(), 1u) << "not that of another element";
  EXPECT_EQ(std::get<std::string>(row(*record, "readiness", 0)[0]), "forward");
}

TEST(DescribeForces, ShowsThePoolsOfAState) {
  const auto record = ask(describe, "FRA");
  ASSERT_TRUE(record);
  const auto pools = row(*record, "pools", 0);
  ASSERT_EQ(pools.size(), 6u);
  EXPECT_EQ(std::get<double>(pools[1]), 4);
  EXPECT_EQ(std::get<double>(pools[2]), 2);
  EXPECT_EQ(std::get<double>(pools[4]), 3) << "half of those at home stay";
  EXPECT_EQ(std::get<std::string>(pools[5]), "coast 2, france 2");
  EXPECT_EQ(record->find("dependencies")->rows.size(), 1u);
}

TEST(DescribeForces, ShowsHowAStateMayHedge) {
  scenario::Library made = library();
  EXPECT_EQ(run(describe, "FRA", {}, entente::Run{}, made)->find("hedge_options"), nullptr);
  const auto at = [&](std::string_view name) { return made.world.symbols.intern(name); };
  world::HedgeOption option;
  option.state = at("middle_power");
  option.option = at("spend");
  option.cost = {1, 0.5, 1.5, true, 'C'};
  option.members = {at("FRA")};
  made.world.hedge_options.push_back(option);
  const auto of_class = run(describe, "FRA", {}, entente::Run{}, made);
  ASSERT_TRUE(of_class);
  EXPECT_EQ(std::get<std::string>(row(*of_class, "hedge_options", 0)[1]), "middle_power");
  EXPECT_EQ(std::get<double>(row(*of_class, "hedge_options", 0)[5]), 1.5);
  option.state = at("FRA");
  option.members.clear();
  made.world.hedge_options.push_back(option);
  const auto own = run(describe, "FRA", {}, entente::Run{}, made);
  ASSERT_EQ(own->find("hedge_options")->rows.size(), 1u) << "its own row goes before its class";
  EXPECT_EQ(std::get<std::string>(row(*own, "hedge_options", 0)[1]), "FRA");
}

TEST(DescribeForces, ShowsWhatAScenarioAsks) {
  scenario::Library made = library();
  made.scenarios.front().first = "windy";
  const auto record = run(describe, "windy", {}, entente::Run{}, made);
  ASSERT_TRUE(record);
  std::vector<std::string> said;
  for (const auto& line : record->tables[0].rows)
    said.push_back(std::get<std::string>(line[1]) + "=" + std::get<std::string>(line[2]));
  EXPECT_EQ(said,
            (std::vector<std::string>{"name=storm", "base=calm", "set=storm+calm", "[[pool]]=1"}));
}

}  // namespace
}  // namespace entente::catalogue
