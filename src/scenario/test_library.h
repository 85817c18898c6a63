/// A small library with forces, for tests of scenarios.
#pragma once

#include <string>
#include <string_view>

#include "scenario/reform.h"
#include "scenario/scenario_file.h"
#include "scenario/test_forces.h"
#include "treaty/agreement.h"

namespace entente::scenario::test {

/// The United States have 3 heavy brigades at us_west, 16 at us_east (home bases) and 1 at gulf,
/// France 4 at france; contingencies north and south; `pact` binds USA, GBR and FRA; the scenario
/// `calm` is known by name.
inline Library small_library() {
  treaty::test::TestWorld base;
  Library library;
  for (const std::string_view id : {"heavy_brigade", "tanker"}) {
    world::Element element;
    element.id = base.at(id);
    base.world.elements.push_back(element);
  }
  for (const std::string_view id : {"north", "south"}) {
    world::Contingency contingency;
    contingency.id = contingency.theatre = base.at(id);
    contingency.name = id;
    contingency.event = "RUS attacks FRA";
    contingency.demand = {{base.at("heavy_brigade"), 0, world::Uncertain::known(5), "a study"}};
    base.world.contingencies.push_back(std::move(contingency));
  }
  world::Munition missile;
  missile.id = base.at("missile");
  base.world.munitions.push_back(missile);
  world::MunitionStock held;
  held.holder = base.at("USA");
  held.munition = missile.id;
  held.stock = {600, 450, 900, false, 'B'};
  held.production = world::Uncertain::known(15);
  base.world.munition_stocks.push_back(held);
  const auto pool = [&](std::string_view owner, std::string_view at, double units, bool home) {
    world::Pool made;
    made.owner = base.at(owner);
    made.base = base.at(at);
    made.element = base.at("heavy_brigade");
    made.home = home;
    made.amount = {units, units - 1, units + 1, true, 'C'};
    made.home_defence = {0.25, 0.1, 0.4, true, 'C'};
    base.world.pools.push_back(std::move(made));
  };
  pool("USA", "us_west", 3, true);
  pool("USA", "us_east", 16, true);
  pool("USA", "gulf", 1, false);
  pool("FRA", "france", 4, true);
  for (const std::string_view at : {"us_west", "us_east", "gulf", "france"})
    base.world.deployments.push_back({base.at(at), base.at("north"), base.at("heavy_brigade"),
                                      Symbol{}, world::Uncertain::known(30), base.at("a study")});
  for (const int day : {0, 30})
    base.world.readiness.push_back({base.at("general"), base.at("heavy_brigade"), day,
                                    world::Uncertain::known(0.5), base.at("a study")});
  base.world.participations.push_back(
      {base.at("north"), base.at("GBR"), Symbol{}, world::Uncertain::known(1), base.at("a study")});
  auto& pact = base.pact("pact", {"USA", "GBR", "FRA"});
  base.article(pact, "art1", treaty::Duty::fight);
  library.law = base.law;
  library.world = base.world;
  library.plan.sets = {{base.at("north")}, {base.at("north"), base.at("south")}};
  library.scenarios = {{"calm", "[scenario]\nname = \"calm\"\nsets = [[\"south\"]]\n"}};
  library.hash = "a hash";
  library.world.index();
  treaty::index_law(library.law, library.world);
  return library;
}

/// The scenario read from TOML against the small library; `file.toml` in faults.
inline Result<ScenarioFile> read_text(const std::string& text, const Library& library) {
  const auto document = text::parse_toml(text, "file.toml");
  if (!document) return document.error();
  return read_scenario(*document, library);
}

inline std::string fault_lines(const Faults& faults) {
  std::string lines;
  for (const Error& fault : faults) lines += to_text(fault) + "\n";
  return lines;
}

}  // namespace entente::scenario::test
