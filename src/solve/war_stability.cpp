#include "solve/war_stability.h"

#include <algorithm>
#include <cassert>

#include "base/run.h"

namespace entente::solve {
namespace {

using Members = std::vector<std::size_t>;

bool among(const Members& members, std::size_t state) {
  return std::binary_search(members.begin(), members.end(), state);
}

/// M(C) under - gamma M(C') over, in the parts of gamma: above 0 where the attackers win.
std::int64_t surplus(const Alliances& g, std::int64_t attacking, std::int64_t defending) {
  return attacking * g.gamma().under - defending * g.gamma().over;
}

/// Strengths on both sides when `attackers` turn on `state`; nothing where none is left to attack.
struct Sides {
  std::int64_t attacking = 0, defending = 0;
};
std::optional<Sides> sides(const Alliances& g, std::size_t state, const Attackers& attackers) {
  if (attackers.led && attackers.leader == state) return {};
  Sides sum{0, g.strength(state)};
  for (const std::size_t k : attackers.members)
    if (k != state) sum.attacking += g.strength(k);
  if (sum.attacking == 0) return {};
  for (std::size_t k = 0; k < g.size(); ++k)
    if (g.linked(state, k) && !among(attackers.members, k)) sum.defending += g.strength(k);
  return sum;
}

bool beaten(const Alliances& g, std::size_t state, const Attackers& attackers) {
  const auto sum = sides(g, state, attackers);
  return sum && surplus(g, sum->attacking, sum->defending) > 0;
}

bool beaten_by_any(const Alliances& g, std::size_t state, const std::vector<Attackers>& all) {
  return std::ranges::any_of(all, [&](const Attackers& one) { return beaten(g, state, one); });
}

Attackers led_by(const Alliances& g, std::size_t leader) {
  Attackers made{leader, true, g.allies(leader)};
  made.members.insert(std::ranges::lower_bound(made.members, leader), leader);
  return made;
}

/// Maximal cliques, by Bron and Kerbosch.
class Cliques {
 public:
  explicit Cliques(const Alliances& g) : g_(g) {}

  bool below(Members clique, Members candidates, Members excluded) {
    if (candidates.empty() && excluded.empty()) {
      std::sort(clique.begin(), clique.end());
      found.push_back({clique.front(), false, std::move(clique)});
      return found.size() <= kMostCliques;
    }
    const Members tried = without_allies_of(pivot(candidates, excluded), candidates);
    for (const std::size_t one : tried) {
      Members longer = clique;
      longer.push_back(one);
      if (!below(std::move(longer), allies_in(one, candidates), allies_in(one, excluded)))
        return false;
      std::erase(candidates, one);
      excluded.push_back(one);
    }
    return true;
  }

  std::vector<Attackers> found;

 private:
  [[nodiscard]] Members allies_in(std::size_t of, const Members& in) const {
    Members some;
    for (const std::size_t one : in)
      if (one != of && g_.linked(of, one)) some.push_back(one);
    return some;
  }
  [[nodiscard]] Members without_allies_of(std::size_t of, const Members& in) const {
    Members some;
    for (const std::size_t one : in)
      if (one == of || !g_.linked(of, one)) some.push_back(one);
    return some;
  }
  /// The state with most allies among the candidates.
  [[nodiscard]] std::size_t pivot(const Members& candidates, const Members& excluded) const {
    std::size_t best = candidates.empty() ? excluded.front() : candidates.front(), most = 0;
    for (const Members* list : {&candidates, &excluded})
      for (const std::size_t one : *list) {
        const std::size_t count = allies_in(one, candidates).size();
        if (count > most) best = one, most = count;
      }
    return best;
  }

  const Alliances& g_;
};

/// The cliques of the network without a link that it had.
std::vector<Attackers> cut(const std::vector<Attackers>& cliques, std::size_t j, std::size_t k) {
  std::vector<Attackers> after;
  for (const Attackers& one : cliques) {
    if (!among(one.members, j) || !among(one.members, k)) {
      after.push_back(one);
      continue;
    }
    for (const std::size_t gone : {j, k}) {
      after.push_back(one);
      std::erase(after.back().members, gone);
      after.back().leader = after.back().members.front();
    }
  }
  return after;
}

/// The groups that a link from j to k makes larger. REQUIRES: it is there.
std::vector<Attackers> grown(const Alliances& g, Coalition coalition, std::size_t j,
                             std::size_t k) {
  if (coalition == Coalition::neighbours) return {led_by(g, j), led_by(g, k)};
  Members common;
  for (std::size_t i = 0; i < g.size(); ++i)
    if (g.linked(i, j) && g.linked(i, k)) common.push_back(i);
  Cliques cliques(g);
  (void)cliques.below({j, k}, common, {});
  return std::move(cliques.found);
}

/// Somebody who is vulnerable with the link from j to k, if anybody.
std::optional<std::size_t> vulnerable_with(const Alliances& g, Coalition coalition,
                                           const std::vector<Attackers>& before, std::size_t j,
                                           std::size_t k) {
  std::vector<Attackers> all = grown(g, coalition, j, k);
  for (std::size_t i = 0; i < g.size(); ++i)
    if (i != j && i != k && beaten_by_any(g, i, all)) return i;
  all.insert(all.end(), before.begin(), before.end());
  for (const std::size_t i : {j, k})
    if (beaten_by_any(g, i, all)) return i;
  return {};
}

void check_adding(Stability& found, Alliances g, Coalition coalition,
                  const std::vector<Attackers>& attackers, const Run& run) {
  Members vulnerable;
  for (std::size_t i = 0; i < g.size(); ++i)
    if (found.won[i]) vulnerable.push_back(i);
  for (std::size_t j = 0; j < g.size(); ++j) {
    if (stopped(run)) throw Cancelled();
    for (std::size_t k = j + 1; k < g.size(); ++k) {
      if (g.linked(j, k)) continue;
      ++found.none_after_adding.checked;
      // A state that the link does not touch gains no defender, and its attackers lose none.
      const auto other =
          std::ranges::find_if(vulnerable, [&](std::size_t i) { return i != j && i != k; });
      std::optional<std::size_t> victim;
      if (other != vulnerable.end()) {
        victim = *other;
      } else {
        g.set(j, k, true);
        victim = vulnerable_with(g, coalition, attackers, j, k);
        g.set(j, k, false);
      }
      if (!victim) continue;
      if (found.none_after_adding.broken++ == 0) found.none_after_adding.example = {j, k, *victim};
    }
  }
}

void check_needed(Stability& found, Alliances g, Coalition coalition,
                  const std::vector<Attackers>& attackers, const Run& run) {
  for (std::size_t j = 0; j < g.size(); ++j) {
    if (stopped(run)) throw Cancelled();
    for (std::size_t k = j + 1; k < g.size(); ++k) {
      if (!g.linked(j, k)) continue;
      ++found.all_needed.checked;
      g.set(j, k, false);
      std::vector<Attackers> after;
      if (coalition == Coalition::clique) {
        after = cut(attackers, j, k);
      } else {
        after = attackers;
        after[j] = led_by(g, j);
        after[k] = led_by(g, k);
      }
      for (const std::size_t end : {j, k})
        if (!beaten_by_any(g, end, after)) {
          if (found.all_needed.broken++ == 0) found.all_needed.example = {j, k, end};
          break;
        }
      g.set(j, k, true);
    }
  }
}

}  // namespace

Alliances::Alliances(std::vector<std::int64_t> strengths, Advantage gamma)
    : strengths_(std::move(strengths)),
      gamma_(gamma),
      linked_(strengths_.size() * strengths_.size()) {
  assert(gamma.over > 0 && gamma.under > 0);
}

std::size_t Alliances::degree(std::size_t i) const {
  return static_cast<std::size_t>(
      std::count(linked_.begin() + static_cast<std::ptrdiff_t>(i * size()),
                 linked_.begin() + static_cast<std::ptrdiff_t>((i + 1) * size()), 1));
}

std::size_t Alliances::links() const {
  return static_cast<std::size_t>(std::count(linked_.begin(), linked_.end(), 1)) / 2;
}

std::vector<std::size_t> Alliances::allies(std::size_t i) const {
  Members found;
  for (std::size_t j = 0; j < size(); ++j)
    if (linked(i, j)) found.push_back(j);
  return found;
}

void Alliances::set(std::size_t i, std::size_t j, bool link) {
  assert(i != j);
  linked_[i * size() + j] = linked_[j * size() + i] = link ? 1 : 0;
}

std::optional<std::vector<Attackers>> attackers_of(const Alliances& alliances,
                                                   Coalition coalition) {
  if (coalition == Coalition::neighbours) {
    std::vector<Attackers> all;
    for (std::size_t j = 0; j < alliances.size(); ++j) all.push_back(led_by(alliances, j));
    return all;
  }
  Members everybody;
  for (std::size_t i = 0; i < alliances.size(); ++i) everybody.push_back(i);
  if (everybody.empty()) return std::vector<Attackers>{};
  Cliques cliques(alliances);
  if (!cliques.below({}, everybody, {})) return {};
  return std::move(cliques.found);
}

std::optional<Attack> strongest_attack(const Alliances& alliances, std::size_t state,
                                       const std::vector<Attackers>& attackers) {
  const Attackers* best = nullptr;
  std::int64_t most = 0;
  for (const Attackers& one : attackers) {
    const auto sum = sides(alliances, state, one);
    if (!sum) continue;
    const std::int64_t by = surplus(alliances, sum->attacking, sum->defending);
    if (best == nullptr || by > most) best = &one, most = by;
  }
  if (best == nullptr) return {};
  Attack made;
  made.attackers = best->members;
  std::erase(made.attackers, state);
  made.leader = best->led ? best->leader : made.attackers.front();
  made.defenders = {state};
  for (const std::size_t k : alliances.allies(state))
    if (!among(made.attackers, k)) made.defenders.push_back(k);
  std::sort(made.defenders.begin(), made.defenders.end());
  for (const std::size_t k : made.attackers) made.attacking += alliances.strength(k);
  for (const std::size_t k : made.defenders) made.defending += alliances.strength(k);
  return made;
}

bool wins(const Alliances& alliances, const Attack& attack) {
  return surplus(alliances, attack.attacking, attack.defending) > 0;
}

std::optional<Stability> war_stability(const Alliances& alliances, Coalition coalition,
                                       const Run& run) {
  const auto attackers = attackers_of(alliances, coalition);
  if (!attackers) return {};
  Stability found;
  for (std::size_t i = 0; i < alliances.size(); ++i) {
    auto attack = strongest_attack(alliances, i, *attackers);
    if (attack && !wins(alliances, *attack)) attack.reset();
    ++found.none_vulnerable.checked;
    if (attack && found.none_vulnerable.broken++ == 0) found.none_vulnerable.example = {i};
    found.won.push_back(std::move(attack));
  }
  check_adding(found, alliances, coalition, *attackers, run);
  check_needed(found, alliances, coalition, *attackers, run);
  return found;
}

bool empty_network_stable(const Alliances& g) {
  for (std::size_t i = 0; i < g.size(); ++i) {
    std::vector<std::int64_t> others;
    for (std::size_t j = 0; j < g.size(); ++j)
      if (j != i) others.push_back(g.strength(j));
    std::sort(others.rbegin(), others.rend());
    if (!others.empty() && surplus(g, others[0], g.strength(i)) > 0) return false;
    if (others.size() > 1 && surplus(g, others[0] + others[1], g.strength(i)) > 0) return false;
  }
  return true;
}

}  // namespace entente::solve
