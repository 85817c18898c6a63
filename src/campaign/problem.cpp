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

Slot slot_of(const DrawTerms& d, const Outline::Slot& one) {
  const WorldTerms& w = *d.world;
  Slot slot;
  slot.pool = static_cast<int>(one.source / w.places);
  slot.place = one.place;
  slot.first = one.first;
  slot.cap.assign(one.cap.begin(), one.cap.end());
  slot.unit = copy(w.unit, one.source * w.periods, w.periods);
  for (double& share : slot.unit) share *= d.comes[one.source];
  slot.works.assign(one.works.begin(), one.works.end());
  slot.days = one.inside ? 0 : w.numbers->days[one.source];
  slot.inside = one.inside;
  return slot;
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
  return p;
}

Problem problem_of(const Situation& situation, const Numbers& numbers, const Kept& kept,
                   std::span<const int> set, int element) {
  const WorldTerms world = world_terms(situation, numbers, element);
  return problem_of(draw_terms(world, kept), set, element);
}

double unlimited(const Problem& problem) { return unlimited(outline_of(problem)); }

}  // namespace entente::campaign
