// The canonical allocation of our own against that of the general solver.
#include "campaign/canonical.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>

#include "campaign/test_problems.h"
#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::Made;
using test::Shape;

/// Shortfall, largest unmet share, movement, owners.
std::array<double, 4> aims(const Problem& p, const Situation& s, const Allocation& found) {
  std::array<double, 4> sums{};
  for (std::size_t c = 0; c < p.set.size(); ++c) {
    double missing = 0, asked = 0;
    for (std::size_t i = c * p.periods; i < (c + 1) * p.periods; ++i) {
      sums[0] += p.weight[i] * found.shortage[i];
      missing += p.time[i % p.periods] * found.shortage[i];
      asked += p.time[i % p.periods] * p.net[i];
    }
    if (asked > 0) sums[1] = std::max(sums[1], missing / asked);
  }
  for (std::size_t j = 0; j < p.slots.size(); ++j) {
    const int pool = p.slots[j].pool;
    sums[2] += p.slots[j].days * found.sent[j];
    sums[3] += found.sent[j] * (1.0 + s.pools[static_cast<std::size_t>(pool)].owner +
                                static_cast<double>(pool) / static_cast<double>(s.pools.size()));
  }
  return sums;
}

/// What differs between the two, beyond rounding; empty where nothing does.
std::string difference(const Problem& p, const Situation& s, const Allocation& ours,
                       const Allocation& other) {
  const auto apart = [](double one, double two, double rounding) {
    return std::abs(one - two) > rounding * std::max(1.0, std::abs(two));
  };
  if (apart(ours.objective, other.objective, 1e-9)) return "objective";
  const auto of_ours = aims(p, s, ours), of_other = aims(p, s, other);
  for (std::size_t i = 0; i < of_ours.size(); ++i)
    if (apart(of_ours[i], of_other[i], 1e-7)) return "aim " + std::to_string(i + 1);
  for (std::size_t l = 0; l < p.limits.size(); ++l)
    if (apart(ours.price[l], other.price[l], 1e-7)) return "price";
  return "";
}

bool asks(const Problem& p) { return !p.slots.empty() && p.required() > 0; }

void agrees(const Shape& shape) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  const Made made = test::make_problem(pick, shape);
  if (!asks(made.problem)) return;
  SmallProgramme small;
  const auto ours = canonical(made.problem, made.situation, small);
  if (!ours) return;
  const Allocation other = allocate_generally(made.problem, made.situation);
  RC_ASSERT(difference(made.problem, made.situation, *ours, other) == "");
}

RC_GTEST_PROP(Canonical, AgreesWithTheGeneralSolver, ()) {
  agrees({.some_work = true, .most_places = 5, .one_theatre = true, .most_pools = 8});
}
RC_GTEST_PROP(Canonical, AgreesWhereTiesAbound, ()) {
  agrees({.most_places = 4, .least_places = 2, .whole = true, .most_pools = 8});
}
RC_GTEST_PROP(Canonical, AgreesWhereSomeUnitsCannotBeUsed, ()) {
  agrees({.some_work = true, .one_theatre = true, .some_idle = true});
}

/// Units there by slot and period keep every rule, and none that is sent could come earlier alone.
RC_GTEST_PROP(Canonical, UnitsComeAsSoonAsTheyCan, ()) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  const Made made = test::make_problem(pick, {.one_theatre = true});  // All that is there works.
  const Problem& p = made.problem;
  SmallProgramme small;
  if (!asks(p)) return;
  const auto found = canonical(p, made.situation, small);
  if (!found) return;
  constexpr double kClose = 1e-9;
  const auto at = [&](std::size_t j, std::size_t t) { return found->at_work[j * p.periods + t]; };
  for (const Limit& limit : p.limits)
    for (std::size_t t = 0; t < p.periods; ++t) {
      double all = limit.all[t], away = limit.away[t];
      const auto own = [&](std::size_t j) { return limit.inside && p.slots[j].inside; };
      for (std::size_t j = limit.begin; j < limit.end; ++j) {
        all -= at(j, t);
        if (!own(j)) away -= at(j, t);
      }
      RC_ASSERT(all >= -kClose && away >= -kClose);
      for (std::size_t j = limit.begin; j < limit.end; ++j) {
        RC_ASSERT(at(j, t) >= 0 && at(j, t) <= p.slots[j].cap[t] + kClose);
        const double later = t + 1 < p.periods ? at(j, t + 1) : found->sent[j];
        RC_ASSERT(at(j, t) <= later + kClose);
        const double room = std::min(
            {own(j) ? all : std::min(all, away), p.slots[j].cap[t] - at(j, t), later - at(j, t)});
        RC_ASSERT(room <= kClose);
      }
    }
}

TEST(Canonical, ProvesAllReferenceProblems) {
  const auto& laid = test::reference_laid();
  const Situation& s = laid.situation;
  SmallProgramme small;
  const auto check = [&](const DrawTerms& terms, const std::vector<int>& set) {
    for (int k = 0; k < static_cast<int>(s.elements.size()); ++k) {
      const Problem p = problem_of(terms, set, k);
      if (!asks(p)) continue;
      const auto ours = canonical(p, s, small);
      ASSERT_TRUE(ours.has_value());
      EXPECT_EQ(difference(p, s, *ours, allocate_generally(p, s)), "");
    }
  };
  for (std::uint64_t draw = 0; draw < 2; ++draw) {
    const auto world = shared_world(s, laid.world({1, draw}));
    const DrawTerms terms = draw_in(*world, Honour::drawn, 1, draw);
    for (const auto& set : std::vector<std::vector<int>>{{0, 1, 2, 3, 4, 5}, {0, 1}, {3}})
      check(terms, set);
  }
  const WorldTerms nominal = world_terms(s, laid.numbers);  // Equal weights: ties.
  check(draw_terms(nominal, laid.kept()), {0, 1, 2, 3, 4, 5});
}

/// Whatever was solved before.
TEST(Canonical, DependsOnItsProblemAlone) {
  const auto& laid = test::reference_laid();
  const Problem one = laid.problem({0, 1, 2}, laid.element("fighter_squadron"));
  const Problem other = laid.problem({0, 3, 4}, laid.element("tanker"));
  SmallProgramme fresh, used;
  (void)canonical(other, laid.situation, used);
  const auto a = canonical(one, laid.situation, fresh), b = canonical(one, laid.situation, used);
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->objective, b->objective);
  EXPECT_EQ(a->shortage, b->shortage);
  EXPECT_EQ(a->sent, b->sent);
  EXPECT_EQ(a->at_work, b->at_work);
  EXPECT_EQ(a->price, b->price);
}

}  // namespace
}  // namespace entente::campaign
