// Bounds hold whatever is claimed, and do not meet where the claim is wrong.
#include "campaign/certificate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "campaign/programme.h"
#include "campaign/small_programme.h"
#include "campaign/test_problems.h"

namespace entente::campaign {
namespace {

Claim claim_of_size(const Outline& o) {
  Claim claim;
  claim.there.assign(o.slots.size() * o.periods, 0.0);
  claim.cover.assign(o.net.size(), 0.0);
  claim.all.assign(o.limits.size() * o.periods, 0.0);
  claim.away = claim.all;
  return claim;
}

RC_GTEST_PROP(Certificate, BoundsHoldWhateverIsClaimed, ()) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  const auto made =
      test::make_problem(pick, {.some_work = true, .one_theatre = true, .some_idle = true});
  const Outline o = outline_of(made.problem);
  Claim claim = claim_of_size(o);
  for (auto* one : {&claim.there, &claim.cover, &claim.all, &claim.away})
    for (double& value : *one) value = pick(-2, 15) / 4.0;
  const OptimumBounds bounds = bounds_of(o, Claim(claim));
  const double best = solve::minimum(Programme(made.problem, false).lp());
  const double slack = 1e-9 * std::max(1.0, std::abs(best));
  RC_ASSERT(bounds.lower <= best + slack);
  RC_ASSERT(bounds.upper >= best - slack);
}

/// One pool of 4 of which one place, asking for 3 and then 6, may have all.
Problem one_pool() {
  Problem p;
  p.set = {0};
  p.periods = 2;
  p.net = p.demand = {3, 6};
  p.host = {0, 0};
  p.weight = {1, 2};
  p.time = {0.5, 0.5};
  p.slots = {{0, 0, 0, {5, 5}, {1, 1}, {1, 1}, 10, false}};
  p.limits = {{0, 0, 1, {4, 4}, {4, 4}, {1, 1}, {1, 1}, false}};
  return p;
}

/// The optimum of that: 4 come, 2 are missing in the second period.
Claim right_claim(const Outline& o) {
  Claim claim = claim_of_size(o);
  claim.there = {4, 4};
  claim.cover = {0, 2};
  claim.away = {0, 2};
  return claim;
}

TEST(Certificate, TakesARightAnswer) {
  const Problem p = one_pool();
  const Outline o = outline_of(p);
  const OptimumBounds bounds = bounds_of(o, right_claim(o));
  EXPECT_EQ(bounds.upper, 4);
  EXPECT_EQ(bounds.lower, 4);
  EXPECT_TRUE(meet(bounds, required(o)));
}

TEST(Certificate, RefusesWrongAnswers) {
  const Problem p = one_pool();
  const Outline o = outline_of(p);
  Claim too_few = right_claim(o), too_dear = right_claim(o), free = right_claim(o),
        fades = right_claim(o);
  too_few.there = {4, 4 - 1e-9};
  too_dear.away = {1e-9, 2};
  free.away = {0, 2 - 1e-8};
  fades.cover = {1e-8, 2};
  for (const Claim& wrong : {too_few, too_dear, free, fades})
    EXPECT_FALSE(meet(bounds_of(o, Claim(wrong)), required(o)));
}

TEST(Certificate, CutsWhatBreaksALimit) {
  const Problem p = one_pool();
  const Outline o = outline_of(p);
  Claim claim = right_claim(o);
  claim.there = {9, 9};  // The cap leaves 5, the limit 4.
  EXPECT_EQ(bounds_of(o, Claim(claim)).upper, 4);
  claim.there = {9, 1};  // What is there stays: no more than 1 came.
  EXPECT_EQ(bounds_of(o, Claim(claim)).upper, 2 + 2 * 5);
}

TEST(Certificate, MeetingIsRelativeToTheOptimumOrToAHundredthOfWhatIsAsked) {
  EXPECT_TRUE(meet({1 - 9e-12, 1}, 1));
  EXPECT_FALSE(meet({1 - 2e-11, 1}, 1));
  EXPECT_TRUE(meet({0, 9e-14}, 1));
  EXPECT_FALSE(meet({0, 2e-13}, 1));
  EXPECT_FALSE(meet({0, std::nan("")}, 1));
}

}  // namespace
}  // namespace entente::campaign
