// What must hold for every allocation, over random small problems.
#include "campaign/allocation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "base/stream.h"
#include "campaign/test_problems.h"

namespace entente::campaign {
namespace {

using test::Made;
using test::Shape;
using test::with_amount;

constexpr double kClose = 1e-9;
constexpr Shape kTransport{.some_work = false, .one_theatre = false};
constexpr Shape kGeneral{.some_work = true, .one_theatre = true};

Made any_problem(const Shape& shape) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  return test::make_problem(pick, shape);
}

double amount(const Problem& p, std::size_t limit) {
  return p.limits[limit].all.back() / p.limits[limit].all_unit.back();
}

double near(double size) { return kClose * std::max(1.0, size); }

RC_GTEST_PROP(Allocation, FastAndCanonicalOptimaAgree, ()) {
  const Made made = any_problem(kGeneral);
  const double canonical = allocate(made.problem, made.situation).objective;
  RC_ASSERT(std::abs(least_shortfall(made.problem) - canonical) <= near(canonical));
}

RC_GTEST_PROP(Allocation, ReductionKeepsTheOptimum, ()) {
  const Made made = any_problem(kGeneral);
  const Problem rest = reduced(made.problem);
  RC_ASSERT(rest.slots.size() <= made.problem.slots.size());
  const double whole = allocate(made.problem, made.situation).objective;
  RC_ASSERT(std::abs(allocate(rest, made.situation).objective - whole) <= near(whole));
  RC_ASSERT(std::abs(least_shortfall(rest) - whole) <= near(whole));
}

RC_GTEST_PROP(Allocation, ReductionOfAReducedProblemChangesNothing, ()) {
  const Problem rest = reduced(any_problem(kGeneral).problem);
  const Problem again = reduced(rest);
  RC_ASSERT(again.slots.size() == rest.slots.size());
  RC_ASSERT(again.net == rest.net);
}

RC_GTEST_PROP(Allocation, OnePlaceNeedsNoChoice, ()) {
  const Made made = any_problem({.some_work = true, .most_places = 1});
  const Problem& p = made.problem;
  double sum = 0;  // Everybody sends all it may, as soon as it may.
  for (std::size_t t = 0; t < p.periods; ++t) {
    double here = 0;
    for (const Limit& limit : p.limits)
      for (std::size_t j = limit.begin; j < limit.end; ++j) {
        double most = p.slots[j].cap[t];
        for (std::size_t later = t; later < p.periods; ++later)
          most = std::min({most, limit.away[later], p.slots[j].cap[later]});
        here += most * p.slots[j].works[t];
      }
    sum += p.weight[t] * std::max(0.0, p.net[t] - here);
  }
  RC_ASSERT(std::abs(least_shortfall(p) - sum) <= near(sum));
}

/// The least weighted shortfall over all ways to place whole units: a transport programme whose
/// bounds are whole has a whole optimum.
double by_enumeration(const Problem& p, std::size_t slot, std::vector<double>& sent) {
  if (slot == p.slots.size()) {
    std::vector<double> here(p.set.size(), 0.0);
    for (const Limit& limit : p.limits) {
      double sum = 0;
      for (std::size_t j = limit.begin; j < limit.end; ++j) {
        sum += sent[j];
        here[p.slots[j].place] += sent[j];
      }
      if (sum > limit.away[0]) return solve::kInfinity;
    }
    double missing = 0;
    for (std::size_t c = 0; c < here.size(); ++c)
      missing += p.weight[c] * std::max(0.0, p.net[c] - here[c]);
    return missing;
  }
  double best = solve::kInfinity;
  for (int units = 0; units <= static_cast<int>(p.slots[slot].cap[0]); ++units) {
    sent[slot] = units;
    best = std::min(best, by_enumeration(p, slot + 1, sent));
  }
  return best;
}

RC_GTEST_PROP(Allocation, WholeUnitsInOnePeriodAsByEnumeration, ()) {
  Made made = any_problem({.most_periods = 1, .most_places = 2});
  Problem& p = made.problem;
  for (Limit& limit : p.limits) limit.away[0] = std::floor(limit.away[0] / 2);
  double ways = 1;
  for (Slot& slot : p.slots) {
    slot.cap[0] = std::floor(slot.cap[0] / 2);
    ways *= slot.cap[0] + 1;
  }
  RC_PRE(ways < 3000);
  std::vector<double> sent(p.slots.size(), 0.0);
  const double best = by_enumeration(p, 0, sent);
  RC_ASSERT(std::abs(least_shortfall(p) - best) <= near(best));
}

/// Units there by slot and period, where every unit there works.
void holds_limits(const Problem& p, const Allocation& best) {
  for (const Limit& limit : p.limits)
    for (std::size_t t = 0; t < p.periods; ++t) {
      double all = 0, away = 0;
      for (std::size_t j = limit.begin; j < limit.end; ++j) {
        const double there = best.at_work[j * p.periods + t] / p.slots[j].works[t];
        all += there;
        if (!p.slots[j].inside) away += there;
      }
      RC_ASSERT(away <= limit.away[t] + near(away));
      RC_ASSERT(all <= limit.all[t] + near(all));
    }
}

void holds_slots(const Problem& p, const Allocation& best) {
  for (std::size_t j = 0; j < p.slots.size(); ++j) {
    double before = 0;
    for (std::size_t t = 0; t < p.periods; ++t) {
      const double there = best.at_work[j * p.periods + t] / p.slots[j].works[t];
      RC_ASSERT(there >= before - kClose);  // What is there stays.
      RC_ASSERT(there <= p.slots[j].cap[t] + near(there));
      RC_ASSERT(t >= p.slots[j].first || there == 0);
      before = there;
    }
    RC_ASSERT(std::abs(best.sent[j] - before) <= near(before));
  }
}

RC_GTEST_PROP(Allocation, IsFeasibleAndPaysForWhatItLacks, ()) {
  const Made made = any_problem(kGeneral);
  const Problem& p = made.problem;
  const Allocation best = allocate(p, made.situation);
  holds_limits(p, best);
  holds_slots(p, best);
  double paid = 0;
  for (std::size_t i = 0; i < p.net.size(); ++i) {
    double supply = 0;
    for (std::size_t j = 0; j < p.slots.size(); ++j)
      if (p.slots[j].place == i / p.periods) supply += best.at_work[j * p.periods + i % p.periods];
    RC_ASSERT(best.shortage[i] >= 0);
    RC_ASSERT(best.shortage[i] >= p.net[i] - supply - near(supply));
    paid += p.weight[i] * best.shortage[i];
  }
  RC_ASSERT(std::abs(paid - best.objective) <= near(paid));
  RC_ASSERT(best.objective <= p.required() + near(paid));
}

RC_GTEST_PROP(Allocation, NoMoreIsMissingThanMustBe, ()) {
  const Made made = any_problem(kGeneral);
  const double floor = unlimited(made.problem), best = least_shortfall(made.problem);
  RC_ASSERT(floor <= best + near(best));
  RC_ASSERT(best <= made.problem.required() + near(best));
}

RC_GTEST_PROP(Allocation, AUnitMoreNeverHurts, ()) {
  const Made made = any_problem(kGeneral);
  const double before = least_shortfall(made.problem);
  for (std::size_t l = 0; l < made.problem.limits.size(); ++l) {
    const double units = amount(made.problem, l);
    RC_ASSERT(least_shortfall(with_amount(made.problem, l, units + 1)) <= before + near(before));
  }
}

/// A small change of a pool: by how much the optimum falls a unit.
double slope(const Problem& p, std::size_t limit, double from, double to) {
  return (least_shortfall(with_amount(p, limit, from)) -
          least_shortfall(with_amount(p, limit, to))) /
         (to - from);
}

constexpr double kStep = 1e-4;
constexpr double kSlopeError = 1e-5;

/// A price is an optimal dual, so it lies between the slopes to the right and to the left.
RC_GTEST_PROP(Allocation, PricesLieBetweenTheSlopesToEitherSide, ()) {
  const Made made = any_problem(kGeneral);
  const Problem& p = made.problem;
  const Allocation best = allocate(p, made.situation);
  for (std::size_t l = 0; l < p.limits.size(); ++l) {
    const double units = amount(p, l);
    RC_ASSERT(best.price[l] >= slope(p, l, units, units + kStep) - kSlopeError);
    RC_ASSERT(best.price[l] <= slope(p, l, units - kStep, units) + kSlopeError);
  }
}

/// Where every unit works and there is one period, the minimal duals form a lattice: demand moved
/// aside finds the least price of every pool at once, at kinks too.
TEST(Allocation, PricesOfTransportAreWhatOneUnitMoreSaves) {
  int kinks = 0;
  for (std::uint64_t draw = 0; draw < 1500; ++draw) {
    Stream stream(1, draw, "problem", "test");
    const auto pick = [&](int low, int high) {
      return low + static_cast<int>(stream.uniform() * std::min(6, high - low));
    };
    const Made made = test::make_problem(pick, {.most_periods = 1, .whole = true});
    const Problem& p = made.problem;
    const Allocation best = allocate(p, made.situation);
    for (std::size_t l = 0; l < p.limits.size(); ++l) {
      const double units = amount(p, l), right = slope(p, l, units, units + kStep);
      EXPECT_NEAR(best.price[l], right, kSlopeError);
      kinks += slope(p, l, units - kStep, units) > right + kSlopeError;
    }
  }
  EXPECT_GT(kinks, 50);
}

RC_GTEST_PROP(Allocation, PricesOffAKinkAreWhatOneUnitMoreSaves, ()) {
  Made made = any_problem(kGeneral);
  Problem& p = made.problem;
  double off = 0;  // Odd amounts of demand: no vertex is met exactly.
  for (double& net : p.net)
    if (net > 0) net += 0.0123456789 * (1 + std::fmod(off += 0.754877666, 1.0));
  const Allocation best = allocate(p, made.situation);
  for (std::size_t l = 0; l < p.limits.size(); ++l) {
    const double units = amount(p, l), right = slope(p, l, units, units + kStep);
    if (std::abs(right - slope(p, l, units - kStep, units)) > kSlopeError) continue;
    RC_ASSERT(std::abs(best.price[l] - right) <= kSlopeError);
  }
}

RC_GTEST_PROP(Allocation, TheLargestUnmetShareIsNoLargerThanItMustBe, ()) {
  // Raising the weight of any one place a little cannot lower the largest share at no cost: the
  // canonical optimum is at least as even as the plain one of the same programme without ties.
  const Made made = any_problem(kTransport);
  const Problem& p = made.problem;
  const Allocation best = allocate(p, made.situation);
  const auto largest = [&](const Allocation& one) {
    double most = 0;
    for (std::size_t c = 0; c < p.set.size(); ++c) {
      double unmet = 0, asked = 0;
      for (std::size_t t = 0; t < p.periods; ++t) {
        unmet += p.time[t] * one.shortage[c * p.periods + t];
        asked += p.time[t] * p.net[c * p.periods + t];
      }
      if (asked > 0) most = std::max(most, unmet / asked);
    }
    return most;
  };
  for (std::size_t c = 0; c < p.set.size(); ++c) {
    Problem tilted = p;
    for (std::size_t t = 0; t < p.periods; ++t) tilted.weight[c * p.periods + t] *= 1 + 1e-6;
    const Allocation other = allocate(tilted, made.situation);
    double paid = 0;
    for (std::size_t i = 0; i < p.net.size(); ++i) paid += p.weight[i] * other.shortage[i];
    if (paid > best.objective + near(paid)) continue;  // Not optimal for the problem itself.
    RC_ASSERT(largest(best) <= largest(other) + 1e-7);
  }
}

}  // namespace
}  // namespace entente::campaign
