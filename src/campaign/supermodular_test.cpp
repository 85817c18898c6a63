// The gap of a set grows faster the more contingencies are in it: a theorem for the transport case
// (assignment valuations are gross substitutes, so the served value is submodular), a tested
// property of the reference.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "campaign/test_problems.h"
#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

/// A set of places as bits.
using Set = unsigned;

/// The problem of some of its places. The limits of the pools are those of all places, so that
/// they do not depend on the set.
Problem part(const Problem& whole, Set set) {
  Problem p = whole;
  p.slots.clear();
  p.limits.clear();
  for (std::size_t i = 0; i < p.net.size(); ++i)
    if ((set >> (i / p.periods) & 1u) == 0) p.net[i] = 0;
  for (const Limit& one : whole.limits) {
    Limit limit = one;
    limit.begin = p.slots.size();
    for (std::size_t j = one.begin; j < one.end; ++j)
      if ((set >> whole.slots[j].place & 1u) != 0) p.slots.push_back(whole.slots[j]);
    limit.end = p.slots.size();
    if (limit.begin < limit.end) p.limits.push_back(limit);
  }
  return p;
}

/// Calls `use(second difference)` for every pair of places and every set without them.
template <class Gap, class Use>
void second_differences(unsigned places, const Gap& gap, const Use& use) {
  std::vector<double> gaps;
  for (Set set = 0; set < 1u << places; ++set) gaps.push_back(gap(set));
  for (unsigned a = 0; a < places; ++a)
    for (unsigned b = a + 1; b < places; ++b)
      for (Set set = 0; set < 1u << places; ++set) {
        const Set with_a = 1u << a, with_b = 1u << b;
        if ((set & (with_a | with_b)) != 0) continue;
        use(gaps[set | with_a | with_b] - gaps[set | with_a] - gaps[set | with_b] + gaps[set]);
      }
}

void holds_supermodularity(const test::Shape& shape) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  const auto made = test::make_problem(pick, shape);
  const auto gap = [&](Set set) { return least_shortfall(part(made.problem, set)); };
  second_differences(static_cast<unsigned>(made.problem.set.size()), gap,
                     [](double difference) { RC_ASSERT(difference >= -1e-9); });
}

RC_GTEST_PROP(Supermodular, TransportInOnePeriod, ()) {
  holds_supermodularity({.most_periods = 1, .most_places = 4, .least_places = 3});
}

RC_GTEST_PROP(Supermodular, GeneralInOnePeriod, ()) {
  holds_supermodularity({.some_work = true,
                         .most_periods = 1,
                         .most_places = 4,
                         .least_places = 3,
                         .one_theatre = true});
}

Slot slot(int pool, std::size_t place, std::size_t first, std::vector<double> cap) {
  Slot made;
  made.pool = pool;
  made.place = place;
  made.first = first;
  made.unit = made.cap = std::move(cap);
  made.works.assign(made.cap.size(), 1.0);
  return made;
}

Limit limit(int pool, std::size_t begin, std::size_t end, std::vector<double> most) {
  Limit made;
  made.pool = pool;
  made.begin = begin;
  made.end = end;
  made.all = made.all_unit = made.away = made.away_unit = std::move(most);
  return made;
}

// Over several periods the theorem does not carry over once units are committed for good, even
// where every unit works: one of some thirty thousand random problems breaks it. (With pools that
// have a theatre of their own, one in a hundred.)
TEST(Supermodular, NotWhereUnitsAreCommittedOnceOverSeveralPeriods) {
  Problem p;
  p.set = {0, 1, 2, 3};
  p.periods = 3;
  p.time.assign(3, 1.0 / 3);
  p.net = {0, 1, 4, 0, 2, 0, 0, 1, 2, 0, 0, 3};
  p.demand = p.net;
  p.host.assign(12, 0.0);
  p.weight.assign(12, 2.0 / 3);
  for (std::size_t t = 9; t < 12; ++t) p.weight[t] = 1.0 / 3;
  p.slots = {slot(0, 0, 0, {0.75, 0.75, 0.75}), slot(0, 1, 1, {0, 0.75, 0.75}),
             slot(0, 2, 0, {0.75, 0.75, 0.75}), slot(1, 0, 0, {0.25, 0.5, 0.5}),
             slot(1, 1, 1, {0, 0.25, 0.25}),    slot(1, 3, 1, {0, 0.25, 0.25})};
  p.limits = {limit(0, 0, 3, {0.75, 0.75, 0.75}), limit(1, 3, 6, {0.5, 0.5, 0.75})};
  const auto gap = [&](Set set) { return least_shortfall(part(p, set)); };
  EXPECT_NEAR(gap(0b1111) - gap(0b0111) - gap(0b1011) + gap(0b0011), -1.0 / 12, 1e-9);
}

/// Sets of reference contingencies, every promise kept.
double reference_gap(Set set) {
  const test::Laid& laid = test::reference_laid();
  std::vector<int> places;
  for (int c = 0; c < static_cast<int>(laid.situation.places.size()); ++c)
    if ((set >> c & 1u) != 0) places.push_back(c);
  return 100.0 / laid.situation.counted * test::optimum(laid, laid.kept(), places);
}

TEST(Supermodular, ReferenceWithEveryPromiseKept) {
  ASSERT_EQ(test::reference_laid().situation.places.size(), 6u);
  std::map<Set, double> gaps;
  const auto gap = [&](Set set) { return gaps[set] = reference_gap(set); };
  int all = 0;
  second_differences(6, gap, [&](double difference) {
    ++all;
    EXPECT_GE(difference, -1e-9);
  });
  EXPECT_EQ(all, 240);
  for (const auto& [set, held] : gaps)  // A contingency more never lowers the gap.
    for (unsigned c = 0; c < 6; ++c) EXPECT_GE(gaps[set | 1u << c], held - 1e-9);
}

}  // namespace
}  // namespace entente::campaign
