/// The world as cited facts: states, places, areas' geography, means, groups and figures.
///
/// Floor 1; uses base. Plain immutable data with look-ups by name and day. Nothing here knows of
/// treaties. Names are symbols of `World::symbols`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/symbol.h"
#include "world/dependence.h"
#include "world/forces.h"
#include "world/goals.h"
#include "world/hedge.h"
#include "world/index.h"
#include "world/munitions.h"
#include "world/trade.h"

namespace entente::world {

/// Where a fact comes from. Confidence A (5 %), B (15 %) or C (40 %).
struct Sourced {
  std::string source;
  char confidence = 'C';
  std::string note;
};

/// A state, or a non-state actor (`is_actor`), for one stretch of days.
struct State {
  Symbol id;  ///< ISO 3166 alpha-3, or a slug for a historical state or actor.
  std::string name;
  bool is_actor = false;  ///< Not a state: an armed group.
  Spell alive;
  std::vector<Symbol> successors;  ///< ISO codes that the title passed to.
  std::vector<std::string> aliases;
  std::string cow, gw;  ///< Correlates of War and Gleditsch-Ward numbers, as published.
  Sourced sourced;
};

/// One stretch of a place's history.
struct Place {
  Symbol id;
  std::string name;         ///< In both usages where the name is disputed: "Takeshima / Dokdo".
  Symbol kind;              ///< homeland, capital, island, territory, disputed, base, ...
  double lat = 0, lon = 0;  ///< Degrees north and east.
  Symbol administered_by;   ///< State, or `none`.
  Symbol sovereign;         ///< State, or `none` where left open.
  std::vector<Symbol> claimed_by;
  Symbol region, sea, continent, eu;
  Spell spell;
  Sourced sourced;
};

/// A means of attack on the 0-7 ladder.
struct Means {
  Symbol id;
  std::string name;
  Symbol kind;  ///< attack, terrorism, cyber, grey_zone, mobilisation, ...
  double severity = 0, low = 0, high = 7;
  Sourced sourced;
};

/// Membership of a group for a stretch of days.
struct GroupMember {
  Symbol state;  ///< A state or actor, or another group, all of whose members belong.
  Spell spell;
};

/// A named, dated set of states that clauses and areas refer to.
struct Group {
  Symbol id;
  std::string meaning;
  bool complement = false;  ///< Holds every living state (no actor) that is not listed.
  std::vector<GroupMember> members;
  Sourced sourced;
};

/// A figure with everything a reader needs to doubt it.
struct Figure {
  Symbol state;
  std::string what;   ///< gdp_nom, heavy_brigade, ...
  std::string where;  ///< Base for forces, else empty.
  double value = 0, low = 0, high = 0;
  std::string unit;
  int year = 0;
  std::string status;  ///< published, derived or assumption.
  Sourced sourced;
};

/// A force element that figures may count.
struct Element {
  Symbol id;
  std::string name, definition, unit;
  bool core = false;  ///< One of the few that every study uses.
  Sourced sourced;
  Uncertain purchase_cost;  ///< bn USD of 2025 a unit; 0 where nothing is known, as all of these.
  Uncertain annual_cost;    ///< bn USD of 2025 a unit and year, at the prices of the United States.
  Uncertain lead_months;    ///< From the order to the unit.
  Uncertain lift_tonnes;    ///< Tonnes a unit; 0 moves itself.
};

/// A named polygon on the Mercator plane: edges are rhumb lines. Longitudes run on without a jump
/// at the date line.
struct Polygon {
  Symbol id;
  std::vector<std::pair<double, double>> points;  ///< (lat, lon), degrees; closed by the last edge.
  Sourced sourced;
};

/// A place as it stood on a day. Points into the world; costs nothing to copy.
struct PlaceOnDay {
  const Place* place = nullptr;  ///< The spell that speaks for the day.
  Symbol administered_by;        ///< Title of the day, or `none`. The code as written where nobody
  Symbol sovereign;              ///< holds the title on the day.
};

/// All facts, sorted by name (and day), with their symbols. After any change to the vectors call
/// `index()`; until then the look-ups answer for the old state. Reading from many threads is safe.
struct World {
  Symbols symbols;
  Date day;                   ///< The day the library describes.
  std::vector<State> states;  ///< States and actors.
  std::vector<Place> places;
  std::vector<Means> means;
  std::vector<Group> groups;
  std::vector<Polygon> polygons;
  std::vector<Figure> figures;  ///< By state, what, where and year.
  std::vector<Element> elements;

  // Forces (forces.h), each sorted by its names in the order of its members, then by day.
  std::vector<Pool> pools;
  std::vector<Deployment> deployments;
  std::vector<Distance> distances;
  std::vector<Prepositioned> prepositioned;
  std::vector<Readiness> readiness;
  std::vector<Participation> participations;
  std::vector<TheatreBase> theatre_bases;
  std::vector<HomeBase> home_bases;
  std::vector<PriceChange> price_changes;
  std::vector<Dependency> dependencies;
  std::vector<Substitute> substitutes;
  std::vector<Contingency> contingencies;  ///< By id.

  // Munitions (munitions.h), sorted likewise.
  std::vector<Munition> munitions;
  std::vector<MunitionStock> munition_stocks;
  std::vector<MunitionUse> munition_uses;
  std::vector<Coproduction> coproductions;

  std::vector<HedgeOption> hedge_options;    ///< By state or class, then by rung.
  std::vector<DeclaredGoal> declared_goals;  ///< In the order of their file.
  std::vector<Corridor> corridors;           ///< In the order of their file.
  std::vector<TradeFigure> trade;            ///< In the order of their file.

  /// Sorts the vectors and builds the look-ups; interns aliases and `none`. Cost O(n log n) and
  /// O(groups x states). Circles among groups are cut, not reported: the loader refuses them.
  void index();

  /// Each O(1); null where there is none.
  [[nodiscard]] const State* state(Symbol id) const;
  [[nodiscard]] const Means* find_means(Symbol id) const;
  [[nodiscard]] const Group* group(Symbol id) const;
  [[nodiscard]] const Polygon* polygon(Symbol id) const;  ///< Also before `index()`, then O(n).
  /// All spells of a place in order of their days; empty for an unknown place.
  [[nodiscard]] std::span<const Place> place(Symbol id) const;

  /// The code that holds the title of `id` on `day`: `id` itself while it lives, else the living
  /// state that has `id` as a successor or has it as alias (RUS in 1970 is soviet_union), else the
  /// empty symbol. Of several predecessors the one that shares an alias with `id` wins (DEU in 1860
  /// is prussia, not bavaria), then the youngest; where none shares one and there are several, the
  /// title is nobody's. No allocation.
  [[nodiscard]] Symbol holder(Symbol id, Date day) const;

  /// The state a person means by `text` on `day`: a code, a slug, an alias or a name in any case,
  /// blanks and hyphens as underscores. Empty where none of that name lives on the day.
  [[nodiscard]] Symbol resolve(std::string_view text, Date day) const;

  /// True where `text` names a state or actor on some day: tells `not_alive` from `unknown_state`.
  [[nodiscard]] bool knows_state(std::string_view text) const;

  /// True where `state` belongs to `group` on `day`; titles of both are resolved to the day. False
  /// for `none` and for a state that does not live. No allocation.
  [[nodiscard]] bool in_group(const Group& group, Symbol state, Date day) const;

  /// The spell of a place on `day`. In a gap between spells: the earlier spell with control and
  /// sovereignty `none`. Before the first or after the last spell: the nearest one. No allocation.
  [[nodiscard]] std::optional<PlaceOnDay> place_on(Symbol id, Date day) const;

  /// The homeland of a state on `day`: the place of kind `homeland` it administers, else a capital,
  /// else any place, else nothing. Among equals: a spell that holds on the day, then one written
  /// with the state's own code, then the first by name. No allocation.
  [[nodiscard]] std::optional<PlaceOnDay> homeland(Symbol state, Date day) const;

  /// Every name a kind of thing may have, for hints: "state" (codes, slugs, aliases), "place",
  /// "means", "group", "polygon", "element", "contingency", "munition". Sorted, each once.
  [[nodiscard]] std::vector<std::string> names_of(std::string_view kind) const;

 private:
  Index index_;
};

/// True where the point lies inside the polygon, whose edges are rhumb lines: even-odd rule on the
/// Mercator plane, latitudes clipped to 89.9 degrees. Cost O(points).
[[nodiscard]] bool contains(const Polygon& polygon, double lat, double lon);

}  // namespace entente::world
