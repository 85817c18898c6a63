/// What the tests of levers share: a small library with costs and output, and levers from text.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "scenario/levers/lever.h"
#include "scenario/test_library.h"

namespace entente::scenario::test {

/// The small library, where a heavy brigade costs 3 to buy and 1 a year, FRA has four times the
/// output of DEU, and DEU is at home at a base without forces.
inline Library lever_library() {
  Library library = small_library();
  world::World& world = library.world;
  const auto at = [&](std::string_view name) { return world.symbols.intern(name); };
  for (world::Element& element : world.elements) {
    if (element.id != at("heavy_brigade")) continue;
    element.purchase_cost = {3, 2, 4, true, 'C'};
    element.annual_cost = {1, 1, 1, true, 'C'};
    element.lead_months = {48, 29, 77, true, 'C'};
  }
  world.home_bases = {{at("DEU"), at("germany_north")}, {at("FRA"), at("france")}};
  for (const auto& [state, value] : {std::pair("FRA", 4.0), std::pair("DEU", 1.0)})
    world.figures.push_back({at(state),
                             "gdp_nominal",
                             "",
                             value,
                             value,
                             value,
                             "bn",
                             2025,
                             "published",
                             {"x", 'A', ""}});
  world.dependencies.push_back({at("FRA"),
                                at("heavy_brigade"),
                                at("spares"),
                                at("USA"),
                                {0.4, 0.2, 0.5, true, 'C'},
                                false,
                                {90, 30, 180, true, 'C'},
                                at("a study")});
  for (world::Contingency& one : world.contingencies)
    one.host_supply = {{at("heavy_brigade"), 0, {2, 1, 3, true, 'C'}, "a study"}};
  library.levers = {{"ready_made", R"(id = "ready_made"
name = "grow and be doubted"
actor = "USA"
cost = 2
cost_low = 1
cost_high = 3
delay_months = 24
excludes = ["keep"]
year = 2026
source = "a study"
status = "assumption"
confidence = "C"
[[effect]]
card = "grow"
states = ["USA"]
share = 0.5
share_low = 0.2
share_high = 0.6
[[effect]]
card = "doubt"
promisors = ["USA"]
mu = -1
)"}};
  world.index();
  return library;
}

/// Levers read from `[[lever]]` tables, faults as lines.
inline Result<std::vector<Lever>> levers_of(const std::string& text, const Library& library) {
  const auto document = text::parse_toml(text, "file.toml");
  if (!document) return document.error();
  const text::Node* list = document->root.find("lever");
  return read_levers(list == nullptr ? std::span<const text::Node>() : list->items, "file.toml",
                     library);
}

/// The library with them pulled.
inline Result<Library> pulled(const std::string& text, const Library& library) {
  const auto levers = levers_of(text, library);
  if (!levers) return levers.error();
  return pull(library, *levers);
}

/// The same where it must work.
inline Library after(const std::string& text, const Library& library = lever_library()) {
  auto made = pulled(text, library);
  EXPECT_TRUE(made) << text << fault_lines(made.error());
  return made ? std::move(made).value() : Library{};
}

/// Its faults where it must not.
inline std::string refused(const std::string& text, const Library& library = lever_library()) {
  const auto made = pulled(text, library);
  return made ? "" : fault_lines(made.error());
}

inline const world::Pool* pool(const Library& library, std::string_view owner,
                               std::string_view base, std::string_view element = "heavy_brigade") {
  const Symbols& symbols = library.world.symbols;
  for (const world::Pool& one : library.world.pools)
    if (symbols.name(one.owner) == owner && symbols.name(one.base) == base &&
        symbols.name(one.element) == element)
      return &one;
  return nullptr;
}

inline void expect_range(const world::Uncertain& number, double value, double low, double high) {
  EXPECT_NEAR(number.value, value, 1e-12);
  EXPECT_NEAR(number.low, low, 1e-12);
  EXPECT_NEAR(number.high, high, 1e-12);
}

}  // namespace entente::scenario::test
