/// What the kinds of levers share: values of fields, who and what is meant, moving units.
///
/// Floor 3; uses floors 0-2. Part of the levers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/levers/kind.h"
#include "scenario/levers/ranges.h"

namespace entente::scenario::levers {

/// The number of a field, or `fallback` where it was not given.
[[nodiscard]] world::Uncertain number_of(const Effect& effect, std::string_view name,
                                         const world::Uncertain& fallback);
[[nodiscard]] std::optional<world::Uncertain> number_of(const Effect& effect,
                                                        std::string_view name);

/// The text of a field, or an empty one.
[[nodiscard]] std::string text_of(const Effect& effect, std::string_view name);

[[nodiscard]] bool given(const Effect& effect, std::string_view name);
[[nodiscard]] bool truth_of(const Effect& effect, std::string_view name, bool fallback);

/// Where a field stands, or the card of the lever.
[[nodiscard]] Where where(const Effect& effect, const Pulling& pulling, std::string_view name);

/// A state that a field means.
struct Named {
  Symbol state;
  bool by_group = false;  ///< As a member of a group, not by its own name.
};

/// As `states_meant`, with how each was named.
[[nodiscard]] std::vector<Named> states_named(const world::World& world,
                                              std::span<const std::string> names);

/// The states of a field on the day of the world: names, members of groups, without those that have
/// a minus before them. By name, each once. Empty where the field was not given.
[[nodiscard]] std::vector<Named> states_of(const Effect& effect, const Pulling& pulling,
                                           std::string_view name);
[[nodiscard]] std::vector<Symbol> symbols_of(const std::vector<Named>& states);

/// The one state of a field; empty where the field was not given.
[[nodiscard]] Symbol state_of(const Effect& effect, const Pulling& pulling, std::string_view name);

/// The names of a field as symbols; empty where it was not given.
[[nodiscard]] std::vector<Symbol> names_of(const Effect& effect, const Pulling& pulling,
                                           std::string_view name);

/// The theatres of a field: that of a contingency, or the theatre itself.
[[nodiscard]] std::vector<Symbol> theatres_of(const Effect& effect, const Pulling& pulling,
                                              std::string_view name);

/// True where `list` is empty or holds `one`: how an absent field means everything.
[[nodiscard]] bool admits(const std::vector<Symbol>& list, Symbol one);

/// The pool of an owner at a base, or null.
[[nodiscard]] world::Pool* find_pool(world::World& world, Symbol owner, Symbol base,
                                     Symbol element);

/// Units of a pool, with those that were added since the tables.
[[nodiscard]] double units_in(const world::Pool& pool);

/// Gives a pool more units, or fewer. At home they are units added since the tables, which count
/// as host supply where their owner is attacked; forward the amount changes, never below 0.
void change_units(world::Pool& pool, const world::Uncertain& units);

/// Which units are moved. Bases: empty means every base but the goal.
struct Move {
  Symbol owner, element;
  std::vector<Symbol> from;
  Symbol to;
  std::optional<world::Uncertain> units;  ///< Taken from the bases in proportion to what is there.
  world::Uncertain share = world::Uncertain::known(1);  ///< Of each base, where units are absent.
};

/// Moves units between pools of their owner. A pool that is new is deployed forward, unless the
/// owner is at home there; the share of it that is tied to its region is that of the owner's other
/// forward units of the element (weighted by units), 0 where there are none. Returns how many there
/// were to move: where fewer than `units`, nothing was moved.
double move_units(Library& library, const Move& move);

}  // namespace entente::scenario::levers
