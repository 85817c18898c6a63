#include "campaign/clash.h"

#include <algorithm>
#include <string_view>

#include "campaign/shortages.h"
#include "campaign/small_programme.h"

namespace entente::campaign {
namespace {

constexpr std::string_view kNaval[] = {"surface_combatant", "attack_submarine"};

bool naval(const Situation& s, std::size_t element) {
  return std::ranges::find(kNaval, s.element_names[element]) != std::end(kNaval);
}

void add(Side& side, std::size_t period, double strength, bool at_sea) {
  side.strength[period] += strength;
  if (at_sea) side.naval[period] += strength;
}

/// Among how many contingencies of the set the attackers of one share their pools.
double shared_among(const Situation& s, std::span<const int> set, int place) {
  const auto& pools = s.places[static_cast<std::size_t>(place)].red_pools;
  if (pools.empty()) return 1;
  return static_cast<double>(std::ranges::count_if(set, [&](int other) {
    const auto& theirs = s.places[static_cast<std::size_t>(other)].red_pools;
    return std::ranges::find_first_of(pools, theirs) != pools.end();
  }));
}

/// The share of ships and submarines in what is asked in a contingency; 1 where nothing is.
double at_sea(const WorldTerms& w, std::size_t place) {
  const Situation& s = *w.situation;
  double all = 0, sea = 0;
  for (std::size_t k = 0; k < w.elements; ++k)
    for (std::size_t t = 0; t < w.periods; ++t) {
      const double asked =
          s.value[k] * s.share[t] * w.numbers->demand[(place * w.elements + k) * w.periods + t];
      all += asked;
      if (naval(s, k)) sea += asked;
    }
  return all > 0 ? sea / all : 1;
}

/// A battle with the attackers' forces in place and nobody against them.
Battle opened(const WorldTerms& w, std::span<const int> set, int place) {
  const Situation& s = *w.situation;
  const auto c = static_cast<std::size_t>(place);
  Battle battle;
  battle.days = s.days;
  battle.horizon = s.horizon;
  battle.clock = w.numbers->clock[c];
  battle.at_sea = at_sea(w, c);
  battle.irregular = s.law[c].irregular;
  for (Side* side : {&battle.attacker, &battle.defender}) {
    side->strength.assign(w.periods, 0.0);
    side->naval.assign(w.periods, 0.0);
  }
  const double share = 1 / shared_among(s, set, place);
  for (std::size_t k = 0; k < w.elements; ++k)
    for (std::size_t t = 0; t < w.periods; ++t)
      add(battle.attacker, t,
          s.value[k] * w.numbers->red[(c * w.elements + k) * w.periods + t] * share, naval(s, k));
  return battle;
}

}  // namespace

std::vector<Battle> battles(const DrawTerms& terms, std::span<const int> set) {
  const WorldTerms& w = *terms.world;
  const Situation& s = *w.situation;
  std::vector<Battle> result;
  SmallProgramme small;
  for (const int place : set) result.push_back(opened(w, set, place));
  for (std::size_t k = 0; k < w.elements; ++k) {
    if (s.value[k] <= 0) continue;
    const std::vector<double> missing = shortages(terms, set, static_cast<int>(k), small);
    for (std::size_t i = 0; i < set.size(); ++i)
      for (std::size_t t = 0; t < w.periods; ++t) {
        const std::size_t cell =
            (static_cast<std::size_t>(set[i]) * w.elements + k) * w.periods + t;
        const double there = terms.host[cell] + terms.net[cell] - missing[i * w.periods + t];
        add(result[i].defender, t, s.value[k] * std::max(0.0, there), naval(s, k));
      }
  }
  return result;
}

Battle unaided(const WorldTerms& w, int place) {
  const Situation& s = *w.situation;
  Battle battle = opened(w, std::span(&place, 1), place);
  for (std::size_t k = 0; k < w.elements; ++k)
    for (std::size_t t = 0; t < w.periods; ++t)
      add(battle.defender, t,
          s.value[k] *
              w.numbers->host[(static_cast<std::size_t>(place) * w.elements + k) * w.periods + t],
          naval(s, k));
  return battle;
}

int patron_of(const Situation& s, const Numbers& n, std::size_t place) {
  std::vector<double> force(s.owners.size(), 0.0);
  for (std::size_t p = 0; p < s.pools.size(); ++p) {
    const auto owner = static_cast<std::size_t>(s.pools[p].owner);
    const auto k = static_cast<std::size_t>(s.pools[p].element);
    const Helper* helper = s.owners[owner].roles[place].helper;
    if (helper == nullptr || !world::binds(helper->duty)) continue;
    force[owner] += s.value[k] * n.amount[p] * (1 - n.home_defence[p]) *
                    n.share[(owner * s.places.size() + place) * s.elements.size() + k];
  }
  const auto most = std::ranges::max_element(force);
  return most == force.end() || *most <= 0 ? -1 : static_cast<int>(most - force.begin());
}

}  // namespace entente::campaign
