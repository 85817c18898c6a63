#include <algorithm>

#include "campaign/outline.h"

namespace entente::campaign {
namespace {

std::vector<double> copy(const std::vector<double>& table, std::size_t at, std::size_t count) {
  const auto from = table.begin() + static_cast<std::ptrdiff_t>(at);
  return {from, from + static_cast<std::ptrdiff_t>(count)};
}

void append(std::vector<double>& to, const std::vector<double>& table, std::size_t at,
            std::size_t count) {
  const auto from = table.begin() + static_cast<std::ptrdiff_t>(at);
  to.insert(to.end(), from, from + static_cast<std::ptrdiff_t>(count));
}

/// Unit-days of lift that a unit takes over some kilometres.
double lift_over(const WorldTerms& w, double km, int element) {
  const Numbers& n = *w.numbers;
  if (km < n.movement.lift_from_km) return 0;
  return n.tonnes[static_cast<std::size_t>(element)] / kLiftTonnes * km / kLiftKm;
}

Slot slot_of(const DrawTerms& d, const Outline::Slot& one) {
  const WorldTerms& w = *d.world;
  Slot slot;
  const std::size_t pool = one.source / w.places;
  slot.pool = static_cast<int>(pool);
  slot.place = one.place;
  slot.first = one.first;
  slot.cap.assign(one.cap.begin(), one.cap.end());
  slot.unit = copy(w.unit, one.source * w.periods, w.periods);
  for (double& share : slot.unit) share *= d.comes[one.source];
  slot.works.assign(one.works.begin(), one.works.end());
  slot.days = one.inside ? 0 : w.numbers->days[one.source];
  slot.inside = one.inside;
  if (w.situation->rules.lift && !slot.inside)
    slot.lift = lift_over(w, w.numbers->km[one.source], w.situation->pools[pool].element);
  return slot;
}

/// From slot `from` to slot `to` of a pool.
void add_moves(const WorldTerms& w, std::size_t from, std::size_t to, Problem& p) {
  const auto way = static_cast<std::size_t>(p.set[p.slots[from].place]) * w.places +
                   static_cast<std::size_t>(p.set[p.slots[to].place]);
  const std::size_t at = way * w.elements + static_cast<std::size_t>(p.element);
  if (!w.situation->swings[at].possible) return;
  Move move{.from = from, .to = to};
  move.days = w.numbers->swing[at] + w.numbers->movement.redeploy_loss_days;
  if (w.situation->rules.lift) move.lift = lift_over(w, w.numbers->swing_km[way], p.element);
  const std::vector<int>& days = w.situation->days;
  std::size_t last = p.periods;  // Arrival of the departure before.
  for (std::size_t t = p.periods; t-- > p.slots[from].first + 1;) {
    std::size_t there = std::max(t + 1, p.slots[to].first);
    while (there < p.periods && days[there] < days[t] + move.days) ++there;
    if (there == last || there == p.periods) continue;
    last = there;
    move.depart = t;
    move.arrive = there;
    p.moves.push_back(move);
  }
}

/// Ways between the slots of each pool: for each time of arrival the latest departure, which serves
/// the place that is left longest.
void add_moves(const WorldTerms& w, Problem& p) {
  for (const Limit& limit : p.limits)
    for (std::size_t i = limit.begin; i < limit.end; ++i)
      for (std::size_t j = limit.begin; j < limit.end; ++j)
        if (i != j) add_moves(w, i, j, p);
}

Limit limit_of(const DrawTerms& d, const Outline::Limit& one) {
  const WorldTerms& w = *d.world;
  Limit limit;
  limit.pool = static_cast<int>(one.source);
  limit.begin = one.begin;
  limit.end = one.end;
  limit.all.assign(one.all.begin(), one.all.end());
  limit.away.assign(one.away.begin(), one.away.end());
  limit.all_unit = copy(w.all_unit, one.source * w.periods, w.periods);
  limit.away_unit = copy(w.away_unit, one.source * w.periods, w.periods);
  limit.inside = one.inside;
  return limit;
}

}  // namespace

double Problem::required() const {
  double sum = 0;
  for (std::size_t i = 0; i < net.size(); ++i) sum += weight[i] * net[i];
  return sum;
}

Problem problem_of(const DrawTerms& terms, std::span<const int> set, int element) {
  const WorldTerms& w = *terms.world;
  Outline outline = outline_of(terms, set, element);
  Problem p;
  p.element = element;
  p.set.assign(set.begin(), set.end());
  p.periods = w.periods;
  p.time = w.situation->share;
  for (const int place : set) {
    const std::size_t at =
        (static_cast<std::size_t>(place) * w.elements + static_cast<std::size_t>(element)) *
        w.periods;
    append(p.demand, w.numbers->demand, at, w.periods);
    append(p.host, terms.host, at, w.periods);
  }
  p.net = std::move(outline.net);
  p.weight = std::move(outline.weight);
  p.slots.reserve(outline.slots.size());
  p.limits.reserve(outline.limits.size());
  for (const Outline::Slot& one : outline.slots) p.slots.push_back(slot_of(terms, one));
  for (const Outline::Limit& one : outline.limits) p.limits.push_back(limit_of(terms, one));
  if (w.situation->rules.redeploy) add_moves(w, p);
  return p;
}

Problem problem_of(const Situation& situation, const Numbers& numbers, const Kept& kept,
                   std::span<const int> set, int element) {
  const WorldTerms world = world_terms(situation, numbers, element);
  return problem_of(draw_terms(world, kept), set, element);
}

double unlimited(const Problem& problem) { return unlimited(outline_of(problem)); }

}  // namespace entente::campaign
