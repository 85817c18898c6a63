#include "panel/state_names.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <set>

namespace entente::panel {
namespace {

/// The whole numbers among the words of a text: "260 to 1990-10-02, 255 after" has two.
std::vector<int> numbers_in(const std::string& text) {
  std::vector<int> found;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,;", begin), text.size());
    int number = 0;
    const auto [stop, fault] = std::from_chars(text.data() + begin, text.data() + end, number);
    if (fault == std::errc() && stop == text.data() + end) found.push_back(number);
    begin = end + 1;
  }
  return found;
}

/// Days from a spell to a day; 0 where it holds.
std::int64_t away(const Spell& spell, Date day) {
  const std::int64_t at = day.days;
  if (at < spell.from.days) return spell.from.days - at;
  return at > spell.to.days ? at - spell.to.days : 0;
}

std::string numbered(int number) { return "cow_" + std::to_string(number); }

}  // namespace

StateNames::StateNames(const world::World& world) : world_(world) {
  for (const world::State& state : world.states) {
    if (state.is_actor) continue;
    for (const int number : numbers_in(state.cow)) by_number_[number].push_back(&state);
  }
}

std::string StateNames::of(int number, int year) const {
  const auto found = by_number_.find(number);
  const auto day = make_date(year, 7, 1);
  if (found == by_number_.end() || !day) return numbered(number);
  const auto nearest = std::ranges::min_element(
      found->second, {}, [&](const world::State* state) { return away(state->alive, *day); });
  return world_.symbols.name((*nearest)->id);
}

std::vector<std::string> StateNames::of_all(std::span<const int> numbers, int year) const {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const int number : numbers) {
    names.push_back(of(number, year));
    if (!taken.insert(names.back()).second) names.back() = numbered(number);
  }
  return names;
}

}  // namespace entente::panel
