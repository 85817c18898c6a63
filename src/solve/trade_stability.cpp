#include "solve/trade_stability.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace entente::solve {
namespace {

// Utilities are sums of doubles: differences below this are ties.
constexpr double kTie = 1e-12;

/// A possible attacker of a state.
struct Willing {
  std::size_t state = 0;
  double loss = 0;         ///< Of attacking: the link to the victim.
  std::int64_t worth = 0;  ///< What it adds to the surplus, in the parts of gamma.
};

Willing willing(const Alliances& g, const Trade& trade, std::size_t victim, std::size_t state) {
  Willing one{state, 0, g.strength(state) * g.gamma().under};
  if (!g.linked(victim, state)) return one;
  one.loss = trade.last_link(g.degree(state));
  one.worth += g.strength(state) * g.gamma().over;  // It defends no more.
  return one;
}

/// The attack of `members`, the leader among them.
Attack attack_of(const Alliances& g, std::size_t victim, std::size_t leader,
                 std::vector<std::size_t> members) {
  std::sort(members.begin(), members.end());
  Attack made{leader, std::move(members), {}, 0, 0};
  for (std::size_t k = 0; k < g.size(); ++k)
    if (k == victim || (g.linked(victim, k) && !std::ranges::binary_search(made.attackers, k)))
      made.defenders.push_back(k);
  for (const std::size_t k : made.attackers) made.attacking += g.strength(k);
  for (const std::size_t k : made.defenders) made.defending += g.strength(k);
  return made;
}

std::int64_t surplus(const Alliances& g, const Attack& attack) {
  return attack.attacking * g.gamma().under - attack.defending * g.gamma().over;
}

/// The best attack of `count` states led by `leader` when each takes `spoils`; count 0: of all who
/// are willing.
std::optional<Attack> best_of(const Alliances& g, const Trade& trade, std::size_t victim,
                              std::size_t leader, std::size_t count, double spoils) {
  const Willing first = willing(g, trade, victim, leader);
  if (spoils < first.loss - kTie) return {};
  std::vector<Willing> others;
  for (const std::size_t k : g.allies(leader)) {
    if (k == victim) continue;
    const Willing one = willing(g, trade, victim, k);
    if (spoils >= one.loss - kTie) others.push_back(one);
  }
  std::ranges::stable_sort(others, std::greater<>(), &Willing::worth);
  if (count > 0) {
    if (others.size() + 1 < count) return {};
    others.resize(count - 1);
  }
  bool gains = spoils > first.loss + kTie;
  std::vector<std::size_t> members{leader};
  for (const Willing& one : others) {
    members.push_back(one.state);
    gains = gains || spoils > one.loss + kTie;
  }
  if (!gains) return {};
  return attack_of(g, victim, leader, std::move(members));
}

bool vulnerable(const Alliances& g, const Trade& trade, std::size_t state) {
  return attack_despite_trade(g, trade, state).has_value();
}

std::optional<std::size_t> any_vulnerable(const Alliances& g, const Trade& trade) {
  for (std::size_t i = 0; i < g.size(); ++i)
    if (vulnerable(g, trade, i)) return i;
  return {};
}

void breach(Condition& condition, std::vector<std::size_t> where) {
  if (condition.broken++ == 0) condition.example = std::move(where);
}

void look_at_pair(Stability& found, Alliances& g, const Trade& trade, std::size_t j,
                  std::size_t k) {
  const auto gain = [&](std::size_t state, std::size_t after) {
    return trade.utility(after) - trade.utility(g.degree(state));
  };
  if (!g.linked(j, k)) {
    ++found.none_after_adding.checked;
    const double a = gain(j, g.degree(j) + 1), b = gain(k, g.degree(k) + 1);
    const bool wanted = (a > kTie && b >= -kTie) || (b > kTie && a >= -kTie);
    g.set(j, k, true);
    const auto victim = any_vulnerable(g, trade);
    g.set(j, k, false);
    if (victim)
      breach(found.none_after_adding, {j, k, *victim});
    else if (wanted)
      breach(found.none_after_adding, {j, k});
    return;
  }
  ++found.all_needed.checked;
  const double cut[] = {gain(j, g.degree(j) - 1), gain(k, g.degree(k) - 1)};
  const std::size_t ends[] = {j, k};
  g.set(j, k, false);
  for (std::size_t end = 0; end < 2; ++end)
    if (cut[end] > kTie && !vulnerable(g, trade, ends[end])) {
      breach(found.all_needed, {j, k, ends[end]});
      break;
    }
  g.set(j, k, true);
}

}  // namespace

double Trade::utility(std::size_t links) const {
  const auto d = static_cast<double>(links);
  return value * (1 - std::pow(decline, d)) / (1 - decline) - cost * d;
}

double Trade::last_link(std::size_t links) const {
  return value * std::pow(decline, static_cast<double>(links - 1)) - cost;
}

std::optional<Attack> attack_despite_trade(const Alliances& g, const Trade& trade,
                                           std::size_t state) {
  std::optional<Attack> best;
  const auto consider = [&](std::optional<Attack> attack) {
    if (!attack || !wins(g, *attack)) return;
    if (!best || surplus(g, *attack) > surplus(g, *best)) best = std::move(attack);
  };
  for (std::size_t leader = 0; leader < g.size(); ++leader) {
    if (leader == state) continue;
    if (!trade.split) {
      consider(best_of(g, trade, state, leader, 0, trade.spoils));
      continue;
    }
    for (std::size_t count = 1; count <= g.degree(leader) + 1; ++count)
      consider(best_of(g, trade, state, leader, count, trade.spoils / static_cast<double>(count)));
  }
  return best;
}

Stability trade_stability(const Alliances& alliances, const Trade& trade, const Run& run) {
  Stability found;
  for (std::size_t i = 0; i < alliances.size(); ++i) {
    found.won.push_back(attack_despite_trade(alliances, trade, i));
    ++found.none_vulnerable.checked;
    if (found.won.back()) breach(found.none_vulnerable, {i});
  }
  Alliances g = alliances;
  for (std::size_t j = 0; j < g.size(); ++j) {
    if (stopped(run)) throw Cancelled();
    for (std::size_t k = j + 1; k < g.size(); ++k) look_at_pair(found, g, trade, j, k);
  }
  return found;
}

}  // namespace entente::solve
