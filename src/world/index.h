/// Look-ups of a world by symbol: numbers only, made by `World::index`.
///
/// Floor 1; uses base. Part of `World`; nobody else needs it. Judging one event asks for states,
/// titles and groups thousands of times, so every answer is a vector access and a short search.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/symbol.h"

namespace entente::world {

struct World;

/// Some neighbours in a list.
struct Slice {
  std::uint32_t first = 0, count = 0;
};

/// Who holds a title for a stretch of days.
struct Title {
  Spell spell;
  Symbol holder;
};

/// A position is counted from 1, so that 0 means "none".
struct Index {
  std::vector<std::uint32_t> states, means, groups, polygons;  ///< Symbol to position.
  std::vector<Slice> places;       ///< Symbol to its spells in `World::places`.
  std::vector<Slice> titles;       ///< Symbol of a state or alias to `title_list`.
  std::vector<Title> title_list;   ///< Per symbol by day, without overlap.
  std::vector<Slice> members;      ///< Group position x states + state position, both from 0.
  std::vector<Spell> member_list;  ///< Days of belonging, without overlap.
  std::vector<Slice> homes;        ///< State position from 0 to `home_list`.
  std::vector<Symbol> home_list;   ///< Places it may administer: homelands, capitals, others.
  std::vector<std::pair<std::string, Symbol>> names;  ///< Folded name or alias to state, sorted.
  Symbol none, homeland, capital;
};

/// Small letters, with blanks and hyphens as underscores: how names of states are compared.
[[nodiscard]] std::string fold(std::string_view text);

/// Builds the look-ups of a world whose vectors are sorted and whose aliases are interned.
[[nodiscard]] Index make_index(const World& world);

/// Puts the vectors of forces in the order that `World` states. Nothing is moved that is in order.
void sort_forces(World& world);

/// The same for the vectors of munitions.
void sort_munitions(World& world);

/// Sorts what states may do by state, then by rung.
void sort_hedging(World& world);

}  // namespace entente::world
