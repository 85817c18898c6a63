/// Small problems of allocation made from whole numbers, for tests of the programme.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "campaign/allocation.h"

namespace entente::campaign::test {

/// What a made problem may have.
struct Shape {
  bool some_work = false;  ///< Shares that work differ from 1.
  int most_periods = 4;
  int most_places = 3;
  int least_places = 1;
  bool one_theatre = false;  ///< Pools may be based inside a place.
  bool whole = false;        ///< Every unit may go at once: ties and kinks abound.
  int most_pools = 5;
  bool some_idle = false;  ///< Some units cannot be used at all, at some time.
};

/// A pool as made: its units, and what one unit becomes, so that it can be grown.
struct Made {
  Problem problem;
  Situation situation;  ///< Owners and pools only.
};

/// Fills what follows from units and amounts.
inline void scale(Slot& slot, double amount) {
  slot.cap.clear();
  for (const double one : slot.unit) slot.cap.push_back(one * amount);
}
inline void scale(Limit& limit, double amount) {
  limit.all.clear();
  limit.away.clear();
  for (const double one : limit.all_unit) limit.all.push_back(one * amount);
  for (const double one : limit.away_unit) limit.away.push_back(one * amount);
}

/// The problem with another amount in the pool of a limit.
inline Problem with_amount(Problem problem, std::size_t limit, double amount) {
  scale(problem.limits[limit], amount);
  for (std::size_t j = problem.limits[limit].begin; j < problem.limits[limit].end; ++j)
    scale(problem.slots[j], amount);
  return problem;
}

/// Builds a problem from a source of whole numbers: `pick(low, high)` is in [low, high).
template <class Pick>
class Making {
 public:
  Making(const Pick& pick, const Shape& shape) : pick_(pick), shape_(shape) {}

  Made run() {
    Problem& p = made_.problem;
    const int places = pick_(shape_.least_places, shape_.most_places + 1);
    for (int c = 0; c < places; ++c) p.set.push_back(c);
    p.periods = static_cast<std::size_t>(pick_(1, shape_.most_periods + 1));
    p.time.assign(p.periods, 1.0 / static_cast<double>(p.periods));
    for (int c = 0; c < places; ++c) add_place();
    const int pools = pick_(1, shape_.most_pools + 1);
    for (int i = 0; i < pools; ++i) add_pool(i);
    return std::move(made_);
  }

 private:
  void add_place() {
    Problem& p = made_.problem;
    const double weight = pick_(1, 4);
    for (std::size_t t = 0; t < p.periods; ++t) {
      p.demand.push_back(pick_(0, 13));
      p.host.push_back(pick_(0, 4));
      p.net.push_back(std::max(0.0, p.demand.back() - p.host.back()));
      p.weight.push_back(weight * p.time[t]);
    }
  }

  /// A share in quarters that never falls.
  std::vector<double> rising(std::size_t first) {
    std::vector<double> share(made_.problem.periods, 0.0);
    int quarters = shape_.whole ? 4 : pick_(1, 5);
    for (std::size_t t = first; t < share.size(); ++t) {
      share[t] = quarters / 4.0;
      quarters = std::min(4, quarters + pick_(0, 2));
    }
    return share;
  }

  void add_pool(int index) {
    Problem& p = made_.problem;
    const double amount = pick_(1, 13);
    const int home = shape_.one_theatre ? pick_(-1, static_cast<int>(p.set.size())) : -1;
    Limit limit;
    limit.pool = index;
    limit.begin = p.slots.size();
    for (std::size_t c = 0; c < p.set.size(); ++c)
      if (pick_(0, 4) > 0) add_slot(index, c, static_cast<int>(c) == home, amount);
    limit.end = p.slots.size();
    PoolCase pool;
    pool.owner = index;
    pool.name = "pool" + std::to_string(index);
    made_.situation.pools.push_back(pool);
    made_.situation.owners.push_back({Symbol{}, "owner" + std::to_string(index), {}});
    if (limit.begin == limit.end) return;
    for (std::size_t j = limit.begin; j < limit.end; ++j)
      limit.inside = limit.inside || p.slots[j].inside;
    limit.all_unit = rising(0);
    limit.away_unit = limit.all_unit;
    if (pick_(0, 2) > 0)
      for (double& one : limit.away_unit) one *= 0.75;
    scale(limit, amount);
    p.limits.push_back(std::move(limit));
  }

  void add_slot(int pool, std::size_t place, bool inside, double amount) {
    Problem& p = made_.problem;
    Slot slot;
    slot.pool = pool;
    slot.place = place;
    slot.inside = inside;
    slot.first = inside ? 0 : static_cast<std::size_t>(pick_(0, static_cast<int>(p.periods)));
    slot.days = inside ? 0 : pick_(1, 30);
    slot.unit = rising(slot.first);
    scale(slot, amount);
    for (std::size_t t = 0; t < p.periods; ++t)
      slot.works.push_back(shape_.some_work ? pick_(shape_.some_idle ? 0 : 1, 9) / 8.0 : 1.0);
    p.slots.push_back(std::move(slot));
  }

  const Pick& pick_;
  Shape shape_;
  Made made_;
};

template <class Pick>
Made make_problem(const Pick& pick, const Shape& shape) {
  return Making<Pick>(pick, shape).run();
}

}  // namespace entente::campaign::test
