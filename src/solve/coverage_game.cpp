#include "solve/coverage_game.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

namespace entente::solve {
namespace {

/// The game that any of these players wins, worth `height`.
void add_any_of(std::span<const std::size_t> players, double height, std::span<const int> unions,
                CoverageValues& values) {
  const auto n = static_cast<double>(players.size());
  std::map<int, double> in_union;
  for (const std::size_t i : players) ++in_union[unions[i]];
  const auto count = static_cast<double>(in_union.size());
  for (const std::size_t i : players) {
    values.shapley[i] += height / n;
    values.banzhaf[i] += height * std::exp2(1 - n);
    values.owen[i] += height / (count * in_union[unions[i]]);
    for (const std::size_t j : players)
      if (i != j) values.interactions[i * unions.size() + j] -= height / (n - 1);
  }
}

}  // namespace

CoverageValues coverage_values(std::span<const Coverage> things, std::span<const int> unions) {
  const std::size_t players = unions.size();
  CoverageValues values;
  for (auto* one : {&values.shapley, &values.banzhaf, &values.owen}) one->assign(players, 0);
  values.interactions.assign(players * players, 0);
  for (const Coverage& thing : things) {
    std::map<std::size_t, double> most;
    for (const auto& [player, value] : thing.by) {
      assert(player < players);
      const auto [known, fresh] = most.emplace(player, value);
      if (!fresh) known->second = std::max(known->second, value);
    }
    std::vector<std::pair<double, std::size_t>> falling;
    for (const auto& [player, value] : most)
      if (value > thing.otherwise) falling.emplace_back(value, player);
    std::ranges::sort(falling, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::size_t> there;
    for (std::size_t k = 0; k < falling.size(); ++k) {
      there.push_back(falling[k].second);
      const double next = k + 1 < falling.size() ? falling[k + 1].first : thing.otherwise;
      if (falling[k].first > next) add_any_of(there, falling[k].first - next, unions, values);
    }
  }
  return values;
}

}  // namespace entente::solve
