/// Treaty areas as predicates over places: a small language, parsed once, judged fast.
///
/// Floor 2; uses base and world. Grammar:
///
///     predicate := term { "or" term }
///     term      := factor { "and" factor }
///     factor    := "not" factor | "(" predicate ")" | "true" | "false" | test
///     test      := field "=" name | field "!=" name | field ["not"] "in" set
///                | ("lat" | "lon") ("<" | "<=" | ">" | ">=") number
///                | "within" polygon | area
///     set       := "{" name { "," name } "}" | "parties" | group
///
/// Fields that hold a state: `administered_by`, `sovereign`, `claimed_by` (holds several: `in` asks
/// for any), `owner` (whose territory, forces, vessel or aircraft is hit). Fields that hold a word:
/// `id`, `kind`, `region`, `sea`, `continent`, `eu`, `asset`. The names `target`, `promisor` and
/// `attacker` stand for the states of the event. A bare word is the id of another area, which is
/// looked up first in the agreement and then in the shared geography.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "world/world.h"

namespace entente::treaty {

/// One step of a predicate in postfix order. Plain data, so that it can be stored in a snapshot.
struct Step {
  enum class Op : std::uint8_t {
    yes,
    no,
    both,
    either,
    invert,
    in,
    less,
    less_equal,
    more,
    more_equal,
    within,
    area,
  };
  enum class Field : std::uint8_t {
    none,
    administered_by,
    sovereign,
    claimed_by,
    owner,
    id,
    kind,
    region,
    sea,
    continent,
    eu,
    asset,
    lat,
    lon,
  };
  enum class Set : std::uint8_t { names, parties, group, target, promisor, attacker };
  Op op = Op::yes;
  Field field = Field::none;
  Set set = Set::names;
  std::vector<Symbol> names{};  ///< Members of a set, or the group, polygon or area.
  double number = 0;
};

/// A parsed predicate: never empty.
struct Predicate {
  std::vector<Step> steps;
};

/// What a predicate is asked about. Symbols are those of `world`.
struct Site {
  const world::World* world = nullptr;
  const world::Place* place = nullptr;
  Symbol administered_by, sovereign;  ///< Titles of the day.
  Symbol asset;                       ///< territory, forces, vessel or aircraft.
  Symbol owner;                       ///< The state that is hit.
  Symbol promisor;
  std::span<const Symbol> attackers;
  std::span<const Symbol> parties;  ///< Parties of the agreement on `day`.
  Date day;
};

/// Reads a predicate. Names are interned into `symbols`. Errors: `predicate`, each with the column
/// inside `text` (1 = its first character) and line 1; the caller moves them to the file.
[[nodiscard]] Result<Predicate> parse_predicate(std::string_view text, Symbols& symbols);

/// The areas a predicate names with bare words.
[[nodiscard]] std::vector<Symbol> areas_named(const Predicate& predicate);

/// Finds the predicate of an area by name, or null.
using AreaLookup = std::function<const Predicate*(Symbol)>;

/// True where the site lies in the area. Unknown areas are false (the loader refuses them before).
/// Cost O(steps). REQUIRES: no circle among areas (the loader checks it).
[[nodiscard]] bool holds(const Predicate& predicate, const Site& site, const AreaLookup& area);

}  // namespace entente::treaty
