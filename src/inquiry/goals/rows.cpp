#include "inquiry/goals/rows.h"

#include <algorithm>

#include "solve/cooperative_game.h"

namespace entente::inquiry {

std::vector<double> row_of(const Worths& worths) {
  std::vector<double> row;
  const auto add = [&](const std::vector<double>& list) {
    row.insert(row.end(), list.begin(), list.end());
  };
  add(worths.shapley);
  add(worths.banzhaf);
  add(solve::normalised(worths.banzhaf));
  add(worths.owen);
  add(worths.left_out);
  row.insert(row.end(), {worths.all, worths.none, worths.all - worths.none});
  const std::size_t n = worths.shapley.size();
  if (!worths.interactions.empty())
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j) row.push_back(worths.interactions[i * n + j]);
  return row;
}

Worths closed_worths(const std::vector<Item>& things, const std::vector<std::size_t>& number,
                     std::span<const int> unions) {
  std::vector<solve::Coverage> covered;
  for (const Item& thing : things) {
    solve::Coverage one;
    for (const Item::By& by : thing.by) {
      if (by.needs.empty())
        one.otherwise = std::max(one.otherwise, by.value);
      else
        one.by.emplace_back(number[by.needs.front()], by.value);
    }
    covered.push_back(std::move(one));
  }
  auto values = solve::coverage_values(covered, unions);
  Worths made{
      std::move(values.shapley),     std::move(values.banzhaf), std::move(values.owen), {}, 0, 0,
      std::move(values.interactions)};
  made.left_out.assign(unions.size(), 0);
  for (const solve::Coverage& one : covered) {
    // What is lost where the best leaves: down to the next best of another.
    std::vector<double> best(unions.size(), one.otherwise);
    for (const auto& [player, value] : one.by) best[player] = std::max(best[player], value);
    std::size_t first = 0;
    double most = one.otherwise, second = one.otherwise;
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (best[i] > most) {
        second = most;
        most = best[i];
        first = i;
      } else {
        second = std::max(second, best[i]);
      }
    }
    made.all += most;
    made.none += one.otherwise;
    if (most > second) made.left_out[first] += most - second;
  }
  return made;
}

Worths enumerated_worths(std::span<const double> values, std::span<const int> unions) {
  Worths made{solve::shapley(values), solve::banzhaf(values), solve::owen(values, unions), {},
              values.back(),          values.front(),         solve::interactions(values)};
  for (std::size_t i = 0; i < unions.size(); ++i)
    made.left_out.push_back(values.back() - values[(values.size() - 1) ^ std::size_t{1} << i]);
  return made;
}

}  // namespace entente::inquiry
