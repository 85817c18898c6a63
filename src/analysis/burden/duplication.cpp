#include "analysis/burden/duplication.h"

#include <algorithm>
#include <cmath>

namespace entente::analysis {
namespace {

constexpr int kNearYears = 1;    // Equipment shares of the year, or the one beside it.
constexpr int kAnyYear = 10000;  // Counts of types are rare: the nearest there is.
constexpr std::string_view kKinds[] = {"weapon_types", "tank_types", "escort_types"};
constexpr std::string_view kPooledAs = "USA";

/// Groups that have a row of a kind.
std::vector<Symbol> groups_with(const world::World& world, std::string_view kind) {
  std::vector<Symbol> found;
  for (const world::Figure& one : world.figures)
    if (one.what == kind && world.group(one.state) != nullptr &&
        std::ranges::find(found, one.state) == found.end())
      found.push_back(one.state);
  return found;
}

}  // namespace

Duplication duplication_of(const scenario::Library& library, const BurdenFacts& facts,
                           const Alliance& alliance) {
  const world::World& world = library.world;
  const Symbol single = world.symbols.find(kPooledAs);
  Duplication found;
  for (const std::string_view kind : kKinds)
    for (const Symbol group : groups_with(world, kind)) {
      const world::Figure* types = facts.near(kind, group, alliance.year, kAnyYear);
      const world::Figure* fewer = facts.near(kind, single, alliance.year, kAnyYear);
      if (types == nullptr || fewer == nullptr || fewer->value <= 0) continue;
      Duplicated row{std::string(kind),
                     world.symbols.name(group),
                     std::string(kPooledAs),
                     types,
                     fewer,
                     knob_of(*types, world.symbols),
                     knob_of(*fewer, world.symbols),
                     kind == kKinds[0]};
      if (row.all)
        for (std::size_t i = 0; i < alliance.allies.size(); ++i) {
          const Symbol state = alliance.allies[i].state;
          if (!world.in_group(*world.group(group), state, alliance.on)) continue;
          const auto* share = facts.near("equipment_share", state, alliance.year, kNearYears);
          if (share == nullptr) continue;
          found.pooled.push_back(i);
          found.equipment.push_back(knob_of(*share, world.symbols));
        }
      found.rows.push_back(std::move(row));
    }
  return found;
}

double bought_with(double types, double fewer, double kappa) {
  return std::pow(std::max(1.0, types / fewer), kappa);
}

}  // namespace entente::analysis
