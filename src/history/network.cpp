#include "history/network.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::history {
namespace {

/// Names of states by their Correlates of War number.
class Names {
 public:
  explicit Names(const world::World& world) : world_(world) {
    for (const world::State& state : world.states)
      if (!state.is_actor && !state.cow.empty()) by_number_[state.cow].push_back(&state);
  }

  [[nodiscard]] std::string of(std::int64_t number, int year) const {
    const auto found = by_number_.find(std::to_string(number));
    const world::State* best = nullptr;
    if (found != by_number_.end())
      for (const world::State* one : found->second) {
        const Date first = date_of(year, 1, 1), last = date_of(year, 12, 31);
        if (one->alive.from > last || one->alive.to < first) continue;
        // Of two in one year the one that lives at its end.
        if (best == nullptr || one->alive.to > best->alive.to) best = one;
      }
    return best == nullptr ? "cow_" + std::to_string(number) : world_.symbols.name(best->id);
  }

 private:
  static Date date_of(int year, unsigned month, unsigned day) {
    return parse_date(std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month) +
                      (day < 10 ? "-0" : "-") + std::to_string(day))
        .value_or(Date{});
  }

  const world::World& world_;
  std::map<std::string, std::vector<const world::State*>> by_number_;
};

std::string years(int from, int to) {
  return "year BETWEEN " + std::to_string(from) + " AND " + std::to_string(to);
}

}  // namespace

Result<std::vector<world::Network>> networks_of_years(const Store& store, const world::World& world,
                                                      int from, int to) {
  if (Faults faults = store.missing(kNetworkTables); !faults.empty()) return faults;
  const auto power = store.read("nmc", {"ccode", "year", "cinc", "version"}, years(from, to));
  if (!power) return power.error();
  const auto ties = store.read("atop_directed",
                               {"ccode1", "ccode2", "year", "atop_defense", "atop_offense",
                                "atop_neutral", "atop_nonagg", "atop_consul"},
                               years(from, to));
  if (!ties) return ties.error();
  const std::vector<std::string>& versions = power->text("version");
  const std::string newest =
      versions.empty() ? "" : *std::max_element(versions.begin(), versions.end());
  const Names names(world);
  std::map<std::int64_t, std::map<std::int64_t, double>> indices;  // [year][state]
  for (std::size_t i = 0; i < power->rows; ++i)
    if (versions[i] == newest)
      indices[power->whole("year")[i]][power->whole("ccode")[i]] = power->number("cinc")[i];
  std::vector<world::Network> made;
  std::map<std::int64_t, std::pair<std::size_t, std::map<std::int64_t, std::size_t>>> places;
  for (const auto& [year, states] : indices) {
    world::Network network{std::to_string(year), {}, {}, "cinc", "share of the world"};
    std::vector<std::pair<std::string, std::int64_t>> sorted;
    for (const auto& [number, index] : states)
      sorted.emplace_back(names.of(number, static_cast<int>(year)), number);
    std::sort(sorted.begin(), sorted.end());
    auto& [place, numbers] = places[year];
    place = made.size();
    for (const auto& [name, number] : sorted) {
      numbers[number] = network.states.size();
      const double index = states.at(number);
      network.states.push_back({name, world::Uncertain::known(std::isnan(index) ? 0 : index)});
    }
    made.push_back(std::move(network));
  }
  const auto& kinds = {std::pair{"atop_defense", 3},
                       {"atop_offense", 3},
                       {"atop_neutral", 2},
                       {"atop_nonagg", 2},
                       {"atop_consul", 1}};
  for (std::size_t i = 0; i < ties->rows; ++i) {
    const auto year = places.find(ties->whole("year")[i]);
    if (year == places.end()) continue;
    const auto& numbers = year->second.second;
    const auto a = numbers.find(ties->whole("ccode1")[i]),
               b = numbers.find(ties->whole("ccode2")[i]);
    if (a == numbers.end() || b == numbers.end() || a == b) continue;
    int value = 0;
    for (const auto& [column, worth] : kinds)
      if (ties->whole(column)[i] == 1) value = std::max(value, worth);
    if (value > 0) made[year->second.first].ties.push_back({a->second, b->second, value});
  }
  for (world::Network& network : made)
    std::ranges::sort(network.ties, {},
                      [](const world::Tie& tie) { return std::pair(tie.from, tie.to); });
  return made;
}

}  // namespace entente::history
