/// Levers: everything a government can do, as cards that change a library.
///
/// Floor 3; uses floors 0-2. A lever in a file is `[[lever]]` with `card`, the name of a kind
/// (`kind.h`) or of a lever of the library (`library/levers/NAME.toml`), and its fields. Numbers
/// may have a range (`NAME_low`, `NAME_high`): then they are assumptions and ensembles sample them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scenario/library.h"
#include "text/node.h"

namespace entente::scenario {

struct LeverKind;

/// The value of one field, checked for its form and its names. What does not fit its type is empty.
struct Setting {
  std::string_view name;           ///< Of the field.
  std::vector<std::string> texts;  ///< Names or choices, as written.
  world::Uncertain number;
  bool truth = false;
  Where where;
};

/// One thing that a lever does.
struct Effect {
  const LeverKind* kind = nullptr;  ///< Never null where it was read.
  std::vector<Setting> settings;    ///< Those that were given; each name once.

  [[nodiscard]] const Setting* find(std::string_view name) const;
};

struct Lever {
  std::string card;                              ///< As written: a lever of the library, or a kind.
  std::string name;                              ///< Its title.
  std::vector<Effect> effects;                   ///< At least one; applied in this order.
  std::optional<world::Uncertain> cost;          ///< bn USD of 2025 a year; may be below 0.
  std::optional<world::Uncertain> delay_months;  ///< Until it is in effect.
  std::vector<std::string> excludes;             ///< Cards that do not go together with it.
  std::string actor, source;
  Where where;  ///< Of `card`.
};

/// Levers as `[[lever]]` tables write them, checked against `library` (with everything that the
/// rest of the file changes). Errors, all at once: `missing_key`, `unknown_key`, `wrong_type`,
/// `bad_value`, `range_missing`, `unsourced_range`, `unknown_name` (card, element, base, theatre,
/// agreement), `unknown_state`.
[[nodiscard]] Result<std::vector<Lever>> read_levers(std::span<const text::Node> tables,
                                                     std::string_view file, const Library& library);

/// The library with levers pulled in the order given, indexed. A lever whose delay is longer than
/// `plan.after_months` changes nothing, and a notice says so. `library.pulled` tells them with
/// their costs and delays, those that kinds work out included. Errors, all at once: `excluded` (two
/// that do not go together, also with one pulled before), `duplicate` (a lever of the library
/// twice), and those of the kinds: `bad_value` where more units are moved than there are, a state
/// has no home base, an agreement has no such party, ... Cost: O(levers x world).
[[nodiscard]] Result<Library> pull(Library library, std::span<const Lever> levers);

/// What one line more than one costs: cost of purchase x lines^kappa. An assumption.
inline constexpr world::Uncertain kKappa{0.15, 0.05, 0.32, true, 'C'};

/// What one unit costs over some years, in bn USD of 2025, with what is not known: purchase x
/// lines^kappa x changes of the owner's prices + years x annual cost x price level of the owner
/// (USA 1, others .6 [.4, .8]: assumption). 0 where the element has no cost.
[[nodiscard]] world::Uncertain unit_cost_range(const world::World& world,
                                               const world::Element& element, Symbol owner,
                                               double years = 10, double lines = 1,
                                               const world::Uncertain& kappa = kKappa);

/// Its middle.
[[nodiscard]] double unit_cost(const world::World& world, const world::Element& element,
                               Symbol owner, double years = 10, double lines = 1,
                               double kappa = kKappa.value);

/// The latest gross domestic product of a state, bn USD; 0 where the library has none.
[[nodiscard]] double gdp_of(const world::World& world, Symbol state);

/// The states that names mean on the day of the world: names of states, members of groups, without
/// those that have a minus before them. By name, each once; names that are neither mean nobody.
[[nodiscard]] std::vector<Symbol> states_meant(const world::World& world,
                                               std::span<const std::string> names);

/// The base where new units of a state stand: its largest home base of the element, else a home
/// base of the library, else the largest of any element, else in a scenario from nothing a base
/// called as the state in small letters. Empty where there is none.
[[nodiscard]] Symbol home_base(Library& library, Symbol owner, Symbol element);

/// Adds units (may be below 0) to those that the home pool of a state got since the tables; the
/// pool is made where there is none. False where the state has no home base. Does not index.
[[nodiscard]] bool add_units(Library& library, Symbol owner, Symbol element,
                             const world::Uncertain& units);

}  // namespace entente::scenario
