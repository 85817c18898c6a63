/// A small world with two elements, two contingencies and a base, for tests of the loader.
#pragma once

#include <string>
#include <string_view>

#include "treaty/test_world.h"

namespace entente::scenario::test {

/// USA, GBR, FRA and others; `heavy_brigade` and `tanker`; `north` and `south`; figures at `home`.
class ForceWorld {
 public:
  ForceWorld() {
    for (const std::string_view id : {"heavy_brigade", "tanker"}) {
      world::Element element;
      element.id = at(id);
      world.elements.push_back(element);
    }
    for (const std::string_view id : {"north", "south"}) {
      world::Contingency contingency;
      contingency.id = contingency.theatre = at(id);
      world.contingencies.push_back(contingency);
    }
    world.figures.push_back({at("USA"),
                             "heavy_brigade",
                             "home",
                             16,
                             12,
                             20,
                             "brigades",
                             2026,
                             "assumption",
                             {"a study", 'C', ""}});
    world.index();
  }

  Symbol at(std::string_view name) { return world.symbols.intern(name); }

 private:
  treaty::test::TestWorld base_;

 public:
  world::World& world = base_.world;
};

/// `line:column code`, one a line.
inline std::string shown(Faults faults) {
  sort_faults(faults);
  std::string lines;
  for (const Error& fault : faults)
    lines += std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + " " +
             std::string(code_name(fault.code)) + "\n";
  return lines;
}

}  // namespace entente::scenario::test
