#include "campaign/outline.h"

#include <algorithm>

namespace entente::campaign {
namespace {

/// Collects what may be sent in a draw, pool by pool.
class Collecting {
 public:
  Collecting(const DrawTerms& d, std::span<const int> set, int element, Outline& outline)
      : d_(d), w_(*d.world), set_(set), k_(static_cast<std::size_t>(element)), o_(outline) {
    o_.places = set.size();
    o_.periods = w_.periods;
    o_.net.clear();
    o_.weight.clear();
    o_.slots.clear();
    o_.limits.clear();
  }

  void run() {
    for (const int place : set_) {
      const auto at = (static_cast<std::size_t>(place) * w_.elements + k_) * w_.periods;
      const auto net = row(d_.net, at), weight = row(w_.weight, at);
      o_.net.insert(o_.net.end(), net.begin(), net.end());
      o_.weight.insert(o_.weight.end(), weight.begin(), weight.end());
    }
    o_.limits.reserve(w_.pools[k_].size());
    o_.slots.reserve(w_.pools[k_].size() * set_.size());
    for (const std::size_t pool : w_.pools[k_]) add_pool(pool);
  }

 private:
  std::span<const double> row(const std::vector<double>& table, std::size_t at) const {
    return {table.data() + at, w_.periods};
  }

  void add_pool(std::size_t pool) {
    const PoolCase& one = w_.situation->pools[pool];
    const std::size_t owner = static_cast<std::size_t>(one.owner) * w_.places;
    for (const int c : set_)
      if (w_.target[owner + static_cast<std::size_t>(c)] != 0) return;
    Outline::Limit limit;
    limit.begin = o_.slots.size();
    for (std::size_t i = 0; i < set_.size(); ++i) {
      const auto c = static_cast<std::size_t>(set_[i]);
      const std::size_t at = pool * w_.places + c;
      if (d_.comes[at] <= 0) continue;
      o_.slots.push_back({row(d_.cap, at * w_.periods), row(d_.works, d_.works_at(pool, c)), i,
                          w_.first[at], one.reach[c].inside, at});
      limit.inside = limit.inside || one.reach[c].inside;
    }
    limit.end = o_.slots.size();
    if (limit.begin == limit.end) return;
    limit.all = row(w_.all, pool * w_.periods);
    limit.away = row(w_.away, pool * w_.periods);
    limit.source = pool;
    o_.limits.push_back(limit);
  }

  const DrawTerms& d_;
  const WorldTerms& w_;
  std::span<const int> set_;
  std::size_t k_;
  Outline& o_;
};

}  // namespace

Outline outline_of(const Problem& p) {
  Outline o;
  o.places = p.set.size();
  o.periods = p.periods;
  o.net = p.net;
  o.weight = p.weight;
  for (std::size_t j = 0; j < p.slots.size(); ++j) {
    const Slot& slot = p.slots[j];
    o.slots.push_back({slot.cap, slot.works, slot.place, slot.first, slot.inside, j});
  }
  for (std::size_t l = 0; l < p.limits.size(); ++l) {
    const Limit& limit = p.limits[l];
    o.limits.push_back({limit.all, limit.away, limit.begin, limit.end, limit.inside, l});
  }
  return o;
}

void outline_of(const DrawTerms& terms, std::span<const int> set, int element, Outline& outline) {
  Collecting(terms, set, element, outline).run();
}

Outline outline_of(const DrawTerms& terms, std::span<const int> set, int element) {
  Outline outline;
  outline_of(terms, set, element, outline);
  return outline;
}

Problem problem_of(const Outline& o) {
  Problem p;
  p.periods = o.periods;
  p.net = o.net;
  p.weight = o.weight;
  for (std::size_t c = 0; c < o.places; ++c) p.set.push_back(static_cast<int>(c));
  for (const Outline::Slot& one : o.slots) {
    Slot& slot = p.slots.emplace_back();
    slot.place = one.place;
    slot.first = one.first;
    slot.cap.assign(one.cap.begin(), one.cap.end());
    slot.works.assign(one.works.begin(), one.works.end());
    slot.inside = one.inside;
  }
  for (const Outline::Limit& one : o.limits) {
    Limit& limit = p.limits.emplace_back();
    limit.begin = one.begin;
    limit.end = one.end;
    limit.all.assign(one.all.begin(), one.all.end());
    limit.away.assign(one.away.begin(), one.away.end());
    limit.inside = one.inside;
  }
  return p;
}

double required(const Outline& o) {
  double sum = 0;
  for (std::size_t i = 0; i < o.net.size(); ++i) sum += o.weight[i] * o.net[i];
  return sum;
}

double unlimited(const Outline& o) {
  std::vector<char> reached(o.net.size(), 0);
  for (const Outline::Slot& slot : o.slots)
    for (std::size_t t = 0; t < o.periods; ++t)
      if (slot.cap[t] * slot.works[t] > 0) reached[slot.place * o.periods + t] = 1;
  double sum = 0;
  for (std::size_t i = 0; i < o.net.size(); ++i)
    if (reached[i] == 0) sum += o.weight[i] * o.net[i];
  return sum;
}

}  // namespace entente::campaign
