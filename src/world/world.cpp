#include "world/world.h"

#include <algorithm>
#include <tuple>

namespace entente::world {
namespace {

/// The item at the position that `positions` gives for `id`, or null.
template <class T>
const T* look_up(const std::vector<std::uint32_t>& positions, const std::vector<T>& items,
                 Symbol id) {
  if (id.index >= positions.size()) return nullptr;
  const std::uint32_t position = positions[id.index];
  return position == 0 || position > items.size() ? nullptr : &items[position - 1];
}

/// Sorts; a snapshot comes sorted, and then nothing is moved.
template <class T, class Less>
void sort_stably(std::vector<T>& items, Less less) {
  if (!std::is_sorted(items.begin(), items.end(), less))
    std::stable_sort(items.begin(), items.end(), less);
}

template <class T>
void sort_by_id(std::vector<T>& items, const Symbols& symbols) {
  sort_stably(items,
              [&](const T& a, const T& b) { return symbols.name(a.id) < symbols.name(b.id); });
}

}  // namespace

void World::index() {
  symbols.intern("none");
  sort_by_id(states, symbols);
  sort_by_id(means, symbols);
  sort_by_id(groups, symbols);
  sort_by_id(polygons, symbols);
  sort_by_id(elements, symbols);
  sort_stably(places, [&](const Place& a, const Place& b) {
    return std::tie(symbols.name(a.id), a.spell) < std::tie(symbols.name(b.id), b.spell);
  });
  sort_stably(figures, [&](const Figure& a, const Figure& b) {
    return std::tie(symbols.name(a.state), a.what, a.where, a.year) <
           std::tie(symbols.name(b.state), b.what, b.where, b.year);
  });
  sort_forces(*this);
  sort_munitions(*this);
  sort_hedging(*this);
  for (const State& state : states)
    for (const std::string& alias : state.aliases) symbols.intern(alias);
  index_ = make_index(*this);
}

const State* World::state(Symbol id) const { return look_up(index_.states, states, id); }
const Means* World::find_means(Symbol id) const { return look_up(index_.means, means, id); }
const Group* World::group(Symbol id) const { return look_up(index_.groups, groups, id); }

const Polygon* World::polygon(Symbol id) const {
  const Polygon* indexed = look_up(index_.polygons, polygons, id);
  if (indexed && indexed->id == id) return indexed;
  // The file of areas names polygons while it is still being read.
  const auto found = std::find_if(polygons.begin(), polygons.end(),
                                  [&](const Polygon& polygon) { return polygon.id == id; });
  return found == polygons.end() ? nullptr : &*found;
}

std::span<const Place> World::place(Symbol id) const {
  if (id.index >= index_.places.size()) return {};
  const Slice slice = index_.places[id.index];
  return std::span<const Place>(places).subspan(slice.first, slice.count);
}

Symbol World::holder(Symbol id, Date on) const {
  if (id.index >= index_.titles.size()) return {};
  const Slice slice = index_.titles[id.index];
  for (std::uint32_t i = slice.first; i < slice.first + slice.count; ++i)
    if (index_.title_list[i].spell.holds(on)) return index_.title_list[i].holder;
  return {};
}

bool World::knows_state(std::string_view text) const {
  const std::string key = fold(text);
  const auto found =
      std::lower_bound(index_.names.begin(), index_.names.end(), key,
                       [](const auto& entry, const auto& k) { return entry.first < k; });
  return found != index_.names.end() && found->first == key;
}

Symbol World::resolve(std::string_view text, Date on) const {
  const std::string key = fold(text);
  const auto begin =
      std::lower_bound(index_.names.begin(), index_.names.end(), key,
                       [](const auto& entry, const auto& k) { return entry.first < k; });
  const State* best = nullptr;
  Symbol heir;
  for (auto entry = begin; entry != index_.names.end() && entry->first == key; ++entry) {
    const State* meant = state(entry->second);
    const bool own_code = fold(symbols.name(meant->id)) == key;
    if (meant->alive.holds(on)) {
      if (own_code) return meant->id;
      // Of two regimes that carry the name on one day, the younger one.
      if (!best || meant->alive.from > best->alive.from) best = meant;
    } else if (const Symbol title = holder(meant->id, on); title && (!heir || own_code)) {
      heir = title;
    }
  }
  return best ? best->id : heir;
}

std::optional<PlaceOnDay> World::place_on(Symbol id, Date on) const {
  const auto spells = place(id);
  if (spells.empty()) return std::nullopt;
  const auto title = [&](Symbol written) {
    const Symbol living = holder(written, on);
    return living ? living : written;
  };
  // The last spell that has begun; the first one when none has.
  const Place* found = &spells.front();
  for (const Place& spell : spells)
    if (spell.spell.from <= on) found = &spell;
  const bool in_gap = found->spell.to < on && found != &spells.back();
  if (in_gap) return PlaceOnDay{found, index_.none, index_.none};
  return PlaceOnDay{found, title(found->administered_by), title(found->sovereign)};
}

std::optional<PlaceOnDay> World::homeland(Symbol id, Date on) const {
  const Symbol living = holder(id, on);
  const Symbol title = living ? living : id;
  const State* owner = state(title);
  if (!owner) return std::nullopt;
  const Slice slice = index_.homes[static_cast<std::size_t>(owner - states.data())];
  const auto rank = [&](const Place& place) {
    return place.kind == index_.homeland ? 0 : place.kind == index_.capital ? 1 : 2;
  };
  std::optional<PlaceOnDay> best;
  std::tuple<int, bool, bool> best_score;
  for (std::uint32_t i = slice.first; i < slice.first + slice.count; ++i) {
    const auto here = place_on(index_.home_list[i], on);
    if (!here || here->administered_by != title) continue;
    const std::tuple score(rank(*here->place), !here->place->spell.holds(on),
                           here->place->administered_by != title);
    if (!best || score < best_score) {
      best = here;
      best_score = score;
      if (score == std::tuple(0, false, false)) break;  // Nothing can be better.
    }
  }
  return best;
}

std::vector<std::string> World::names_of(std::string_view kind) const {
  std::vector<std::string> names;
  const auto take = [&](const auto& items) {
    for (const auto& item : items) names.push_back(symbols.name(item.id));
  };
  if (kind == "state") {
    take(states);
    for (const State& state : states)
      names.insert(names.end(), state.aliases.begin(), state.aliases.end());
  }
  if (kind == "place") take(places);
  if (kind == "means") take(means);
  if (kind == "group") take(groups);
  if (kind == "polygon") take(polygons);
  if (kind == "element") take(elements);
  if (kind == "contingency") take(contingencies);
  if (kind == "munition") take(munitions);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace entente::world
