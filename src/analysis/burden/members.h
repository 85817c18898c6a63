/// What each member of an alliance brings and what it stands to gain, as numbers.
///
/// Floor 5; part of burden.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/burden/asked.h"
#include "solve/aggregation.h"
#include "world/distance.h"

namespace entente::analysis {

/// What a benefit may be measured by, each with the members' numbers; empty where the year is too
/// far from the library's for what it knows.
struct Benefits {
  std::vector<campaign::Knob> population;  ///< [ally] millions.
  /// Military spending of those who attack in the scenario's contingencies, bn USD, and the way
  /// from their homeland to each member's, km.
  std::vector<campaign::Knob> adversaries;
  std::vector<std::string> adversary_names;
  std::vector<std::vector<double>> km;  ///< [adversary][ally]
};

/// Contingencies may not be laid out at all, and figures of people and places are those of the
/// library's year: benefits are told of years at most so far off.
inline constexpr int kNearYears = 15;
/// No adversary counts as nearer than this: a homeland is no point. An assumption.
inline constexpr double kLeastKm = 300;

/// A capability of the alliance: which elements it is made of, and how gifts add up to it.
struct Capability {
  std::string_view name;
  solve::Technology technology = solve::Technology::sum;
  std::vector<std::string_view> elements;  ///< None: no pool counts it.
  std::string_view because;                ///< Why gifts add up so.
  double weight = 0;                       ///< Share of what the alliance pays for counted ones.
  std::vector<double> held = {};           ///< [ally] bn USD a year that its units cost.
};

/// What members hold, by the pools of the scenario.
struct Holdings {
  bool known = false;  ///< The year is the library's or the one before.
  /// [ally] Its units by the ledger's weights, % of what all contingencies ask; none where nobody
  /// counts its forces. Empty where the scenario has no contingency.
  std::vector<std::optional<double>> forces;
  std::vector<double> theatres;  ///< [ally] theatres that its home bases lie in or next to.
  std::vector<double> hosting;   ///< [ally] members whom it has promised bases or passage.
  std::vector<Capability> capabilities;
};

using world::great_circle_km;

/// Errors: those of laying a scenario out.
[[nodiscard]] Result<Benefits> benefits_of(const scenario::Library& library,
                                           const BurdenFacts& facts, const Alliance& alliance);
[[nodiscard]] Result<Holdings> holdings_of(const scenario::Library& library,
                                           const Alliance& alliance);

}  // namespace entente::analysis
