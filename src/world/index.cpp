#include "world/index.h"

#include <algorithm>

#include "world/world.h"

namespace entente::world {
namespace {

/// The days that both spells hold; empty (from after to) where there are none.
Spell both(const Spell& a, const Spell& b) {
  return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

Date before(Date day) { return day == kAlwaysBefore ? day : Date{day.days - 1}; }
Date after(Date day) { return day == kAlwaysAfter ? day : Date{day.days + 1}; }

using Spells = std::vector<Spell>;

/// Sorted, without overlaps, neighbours joined.
void tidy(Spells& spells) {
  std::sort(spells.begin(), spells.end());
  Spells joined;
  for (const Spell& spell : spells) {
    if (!joined.empty() && spell.from <= after(joined.back().to))
      joined.back().to = std::max(joined.back().to, spell.to);
    else
      joined.push_back(spell);
  }
  spells = std::move(joined);
}

/// The days of `whole` that are in none of the tidy `taken`.
Spells rest_of(const Spell& whole, const Spells& taken) {
  Spells rest;
  Spell open = whole;
  for (const Spell& spell : taken) {
    if (!spell.overlaps(open)) continue;
    if (open.from < spell.from) rest.push_back({open.from, before(spell.from)});
    if (spell.to >= open.to) return rest;
    open.from = after(spell.to);
  }
  rest.push_back(open);
  return rest;
}

template <class T>
std::vector<std::uint32_t> positions(const std::vector<T>& items, std::size_t symbols) {
  std::vector<std::uint32_t> found(symbols, 0);
  for (std::size_t i = items.size(); i > 0; --i)  // Backwards, so that the first of two wins.
    found[items[i - 1].id.index] = static_cast<std::uint32_t>(i);
  return found;
}

/// A state that may hold a title; `rank` orders those who claim it on one day.
struct Claim {
  const State* state;
  int rank;  ///< 0 itself, 1 namesake predecessor, 2 bears the name as alias, 3 other predecessor.
};

class Builder {
 public:
  explicit Builder(const World& world) : world_(world), size_(world.symbols.names().size()) {}

  Index build() {
    index_.none = world_.symbols.find("none");
    index_.homeland = world_.symbols.find("homeland");
    index_.capital = world_.symbols.find("capital");
    index_.states = positions(world_.states, size_);
    index_.means = positions(world_.means, size_);
    index_.groups = positions(world_.groups, size_);
    index_.polygons = positions(world_.polygons, size_);
    index_.places.resize(size_);
    for (std::size_t i = 0; i < world_.places.size(); ++i) {
      Slice& slice = index_.places[world_.places[i].id.index];
      if (slice.count++ == 0) slice.first = static_cast<std::uint32_t>(i);
    }
    name_states();
    hand_on_titles();
    gather_groups();
    find_homes();
    return std::move(index_);
  }

 private:
  void name_states() {
    for (const State& state : world_.states) {
      index_.names.emplace_back(fold(world_.symbols.name(state.id)), state.id);
      index_.names.emplace_back(fold(state.name), state.id);
      for (const std::string& alias : state.aliases)
        index_.names.emplace_back(fold(alias), state.id);
    }
    std::sort(index_.names.begin(), index_.names.end());
    index_.names.erase(std::unique(index_.names.begin(), index_.names.end()), index_.names.end());
  }

  /// True where one of the states has a name or alias of the other.
  static bool namesakes(const State& a, const State& b, const Symbols& symbols) {
    const auto named = [&](const State& state, std::string_view text) {
      return symbols.name(state.id) == text ||
             std::find(state.aliases.begin(), state.aliases.end(), text) != state.aliases.end();
    };
    return named(b, symbols.name(a.id)) ||
           std::any_of(a.aliases.begin(), a.aliases.end(),
                       [&](const std::string& alias) { return named(b, alias); });
  }

  void hand_on_titles() {
    std::vector<std::vector<Claim>> claims(size_);
    for (const State& state : world_.states) {
      claims[state.id.index].push_back({&state, 0});
      for (const Symbol heir : state.successors) {
        const std::uint32_t position = index_.states[heir.index];
        const bool same =
            position != 0 && namesakes(state, world_.states[position - 1], world_.symbols);
        claims[heir.index].push_back({&state, same ? 1 : 3});
      }
      for (const std::string& alias : state.aliases)
        if (const Symbol symbol = world_.symbols.find(alias))
          claims[symbol.index].push_back({&state, 2});
    }
    index_.titles.resize(size_);
    for (std::size_t symbol = 0; symbol < size_; ++symbol) {
      const auto first = index_.title_list.size();
      append_titles(claims[symbol]);
      index_.titles[symbol] = {static_cast<std::uint32_t>(first),
                               static_cast<std::uint32_t>(index_.title_list.size() - first)};
    }
  }

  /// Who of the claimants holds the title on `day`.
  static Symbol winner(const std::vector<Claim>& claims, Date day) {
    const Claim* best = nullptr;
    bool several = false;
    for (const Claim& claim : claims) {
      if (!claim.state->alive.holds(day)) continue;
      if (best && claim.rank == best->rank && claim.state != best->state) several = true;
      const bool better =
          !best || claim.rank < best->rank ||
          (claim.rank == best->rank && claim.state->alive.from > best->state->alive.from);
      if (best && claim.rank < best->rank) several = false;
      if (better) best = &claim;
    }
    if (!best || (best->rank == 3 && several)) return {};
    return best->state->id;
  }

  void append_titles(const std::vector<Claim>& claims) {
    if (claims.empty()) return;
    if (claims.size() == 1) {
      index_.title_list.push_back({claims[0].state->alive, claims[0].state->id});
      return;
    }
    std::vector<Date> starts;  // Days on which the holder may change.
    for (const Claim& claim : claims) {
      starts.push_back(claim.state->alive.from);
      if (claim.state->alive.to != kAlwaysAfter) starts.push_back(after(claim.state->alive.to));
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    bool extends = false;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const Spell spell{starts[i], i + 1 < starts.size() ? before(starts[i + 1]) : kAlwaysAfter};
      const Symbol holder = winner(claims, spell.from);
      if (holder && extends && index_.title_list.back().holder == holder)
        index_.title_list.back().spell.to = spell.to;
      else if (holder)
        index_.title_list.push_back({spell, holder});
      extends = static_cast<bool>(holder);
    }
  }

  /// Days of belonging per state for one group; nested groups first.
  const std::vector<Spells>& days_in(std::size_t position) {
    auto& days = days_[position];
    if (visited_[position]) return days;  // Done, or a circle, which counts as empty.
    visited_[position] = true;
    const Group& group = world_.groups[position];
    std::vector<Spells> found(world_.states.size());
    for (const GroupMember& member : group.members) {
      if (index_.states[member.state.index] == 0 && index_.groups[member.state.index] != 0) {
        const auto& inner = days_in(index_.groups[member.state.index] - 1);
        for (std::size_t s = 0; s < inner.size(); ++s)
          for (const Spell& spell : inner[s]) add(found[s], both(spell, member.spell));
        continue;
      }
      const Slice slice = index_.titles[member.state.index];
      for (std::uint32_t i = slice.first; i < slice.first + slice.count; ++i) {
        const Title& title = index_.title_list[i];
        add(found[index_.states[title.holder.index] - 1], both(title.spell, member.spell));
      }
    }
    for (std::size_t s = 0; s < found.size(); ++s) {
      if (found[s].size() > 1) tidy(found[s]);
      if (!group.complement) continue;
      const State& state = world_.states[s];
      found[s] = state.is_actor ? Spells{} : rest_of(state.alive, found[s]);
    }
    days = std::move(found);
    return days;
  }

  static void add(Spells& spells, const Spell& spell) {
    if (spell.from <= spell.to) spells.push_back(spell);
  }

  void gather_groups() {
    days_.assign(world_.groups.size(), std::vector<Spells>(world_.states.size()));
    visited_.assign(world_.groups.size(), false);
    index_.members.reserve(world_.groups.size() * world_.states.size());
    for (std::size_t g = 0; g < world_.groups.size(); ++g) {
      for (const Spells& spells : days_in(g)) {
        index_.members.push_back({static_cast<std::uint32_t>(index_.member_list.size()),
                                  static_cast<std::uint32_t>(spells.size())});
        index_.member_list.insert(index_.member_list.end(), spells.begin(), spells.end());
      }
    }
  }

  void find_homes() {
    std::vector<std::vector<Symbol>> homes(world_.states.size());
    for (const Symbol kind : {index_.homeland, index_.capital, Symbol{}}) {
      for (const Place& place : world_.places) {
        const bool major = place.kind == index_.homeland || place.kind == index_.capital;
        if (kind ? place.kind != kind : major) continue;
        const Slice slice = index_.titles[place.administered_by.index];
        for (std::uint32_t i = slice.first; i < slice.first + slice.count; ++i)
          note(homes[index_.states[index_.title_list[i].holder.index] - 1], place.id);
        if (const auto own = index_.states[place.administered_by.index])
          note(homes[own - 1], place.id);
      }
    }
    index_.homes.reserve(homes.size());
    for (const auto& places : homes) {
      index_.homes.push_back({static_cast<std::uint32_t>(index_.home_list.size()),
                              static_cast<std::uint32_t>(places.size())});
      index_.home_list.insert(index_.home_list.end(), places.begin(), places.end());
    }
  }

  static void note(std::vector<Symbol>& places, Symbol id) {
    if (std::find(places.begin(), places.end(), id) == places.end()) places.push_back(id);
  }

  const World& world_;
  const std::size_t size_;
  Index index_;
  std::vector<std::vector<Spells>> days_;
  std::vector<bool> visited_;
};

}  // namespace

std::string fold(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c == ' ' || c == '-') c = '_';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

Index make_index(const World& world) { return Builder(world).build(); }

}  // namespace entente::world
