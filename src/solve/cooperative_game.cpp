#include "solve/cooperative_game.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>

namespace entente::solve {
namespace {

int players_in(std::span<const double> values) {
  assert(std::has_single_bit(values.size()));
  const int n = std::countr_zero(values.size());
  assert(n <= kMostGamePlayers);
  return n;
}

/// [s] s! (rest - s - 1)! / rest!: the chance that exactly s given ones of rest - 1 stand before.
std::vector<double> chances(int rest) {
  std::vector<double> chance(static_cast<std::size_t>(std::max(0, rest)));
  double ways = 1;  // Of s ones among rest - 1.
  for (int s = 0; s < rest; ++s) {
    chance[static_cast<std::size_t>(s)] = 1 / (ways * rest);
    ways = ways * (rest - 1 - s) / (s + 1);
  }
  return chance;
}

std::size_t members(Coalition all) { return static_cast<std::size_t>(std::popcount(all)); }

/// sum over S without i of weight(s) [v(S + i) - v(S)].
template <class Weight>
std::vector<double> marginals(std::span<const double> values, const Weight& weight) {
  const int n = players_in(values);
  std::vector<double> sums(static_cast<std::size_t>(n), 0);
  for (int i = 0; i < n; ++i) {
    const Coalition one = Coalition{1} << i;
    double sum = 0;
    for (Coalition s = 0; s < values.size(); ++s) {
      if ((s & one) == 0) sum += weight(members(s)) * (values[s | one] - values[s]);
    }
    sums[static_cast<std::size_t>(i)] = sum;
  }
  return sums;
}

/// Calls use(S) for every subset of `all`, the empty one first.
template <class Use>
void each_subset(Coalition all, const Use& use) {
  Coalition s = 0;
  do {
    use(s);
    s = (s - all) & all;
  } while (s != 0);
}

/// Players of each union, by the order in which unions first appear.
std::vector<std::vector<std::size_t>> by_union(std::span<const int> unions) {
  std::vector<int> names;
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < unions.size(); ++i) {
    const auto found = std::ranges::find(names, unions[i]);
    const auto at = static_cast<std::size_t>(found - names.begin());
    if (found == names.end()) {
      names.push_back(unions[i]);
      groups.emplace_back();
    }
    groups[at].push_back(i);
  }
  return groups;
}

template <class Member>
void shuffle(std::vector<Member>& list, Stream& stream) {
  for (std::size_t left = list.size(); left > 1; --left) {
    const auto at = static_cast<std::size_t>(stream.uniform() * static_cast<double>(left));
    std::swap(list[left - 1], list[at]);
  }
}

}  // namespace

std::vector<double> shapley(std::span<const double> values) {
  const std::vector<double> chance = chances(players_in(values));
  return marginals(values, [&](std::size_t s) { return chance[s]; });
}

std::vector<double> banzhaf(std::span<const double> values) {
  const double each = 2 / static_cast<double>(values.size());
  return marginals(values, [&](std::size_t) { return each; });
}

std::vector<double> normalised(std::vector<double> indices) {
  const double sum = std::accumulate(indices.begin(), indices.end(), 0.0);
  for (double& one : indices) one = sum == 0 ? 0 : one / sum;
  return indices;
}

std::vector<double> owen(std::span<const double> values, std::span<const int> unions) {
  [[maybe_unused]] const int n = players_in(values);
  assert(unions.size() == static_cast<std::size_t>(n));
  std::vector<Coalition> masks;
  for (const auto& group : by_union(unions)) {
    Coalition mask = 0;
    for (const std::size_t i : group) mask |= Coalition{1} << i;
    masks.push_back(mask);
  }
  const std::vector<double> of_unions = chances(static_cast<int>(masks.size()));
  std::vector<double> worth(unions.size(), 0);
  for (std::size_t k = 0; k < masks.size(); ++k) {
    const std::vector<double> within = chances(std::popcount(masks[k]));
    each_subset((Coalition{1} << masks.size()) - 1, [&](Coalition before) {
      if ((before >> k & 1) != 0) return;
      Coalition there = 0;
      for (std::size_t other = 0; other < masks.size(); ++other)
        if ((before >> other & 1) != 0) there |= masks[other];
      const double chance = of_unions[members(before)];
      each_subset(masks[k], [&](Coalition s) {
        for (Coalition rest = masks[k] & ~s; rest != 0; rest &= rest - 1) {
          const int i = std::countr_zero(rest);
          const double gain = values[there | s | Coalition{1} << i] - values[there | s];
          worth[static_cast<std::size_t>(i)] += chance * within[members(s)] * gain;
        }
      });
    });
  }
  return worth;
}

std::vector<double> interactions(std::span<const double> values) {
  const int n = players_in(values);
  const auto size = static_cast<std::size_t>(n);
  const std::vector<double> chance = chances(n - 1);
  std::vector<double> index(size * size, 0);
  for (int i = 0; i < n; ++i)
    for (int j = i + 1; j < n; ++j) {
      const Coalition a = Coalition{1} << i, b = Coalition{1} << j;
      double sum = 0;
      for (Coalition s = 0; s < values.size(); ++s) {
        if ((s & (a | b)) != 0) continue;
        sum += chance[members(s)] * (values[s | a | b] - values[s | a] - values[s | b] + values[s]);
      }
      index[static_cast<std::size_t>(i) * size + static_cast<std::size_t>(j)] = sum;
      index[static_cast<std::size_t>(j) * size + static_cast<std::size_t>(i)] = sum;
    }
  return index;
}

std::vector<std::size_t> random_order(std::size_t players, Stream& stream) {
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), std::size_t{0});
  shuffle(order, stream);
  return order;
}

std::vector<std::size_t> random_order(std::span<const int> unions, Stream& stream) {
  auto groups = by_union(unions);
  shuffle(groups, stream);
  std::vector<std::size_t> order;
  for (auto& group : groups) {
    shuffle(group, stream);
    order.insert(order.end(), group.begin(), group.end());
  }
  return order;
}

std::vector<double> voting_game(double quota, std::span<const double> weights) {
  assert(weights.size() <= kMostGamePlayers);
  std::vector<double> values(std::size_t{1} << weights.size());
  for (Coalition s = 0; s < values.size(); ++s) {
    double sum = 0;
    for (Coalition rest = s; rest != 0; rest &= rest - 1)
      sum += weights[static_cast<std::size_t>(std::countr_zero(rest))];
    values[s] = sum >= quota ? 1 : 0;
  }
  return values;
}

std::vector<double> airport_game(std::span<const double> costs) {
  assert(costs.size() <= kMostGamePlayers);
  std::vector<double> values(std::size_t{1} << costs.size(), 0);
  for (Coalition s = 0; s < values.size(); ++s)
    for (Coalition rest = s; rest != 0; rest &= rest - 1)
      values[s] = std::max(values[s], costs[static_cast<std::size_t>(std::countr_zero(rest))]);
  return values;
}

}  // namespace entente::solve
