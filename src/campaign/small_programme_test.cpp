// The method of our own against the general solver, over random problems of every shape.
#include "campaign/small_programme.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "base/stream.h"
#include "campaign/programme.h"
#include "campaign/test_problems.h"

namespace entente::campaign {
namespace {

using test::Made;
using test::Shape;

double by_general_solver(const Problem& problem) {
  return solve::minimum(Programme(problem, false).lp());
}

double near(double size) { return 1e-9 * std::max(1.0, std::abs(size)); }

/// An odd amount on top of every demand, so that no vertex is met exactly.
void make_odd(Problem& p) {
  double off = 0;
  for (double& net : p.net)
    if (net > 0) net += 0.0123456789 * (1 + std::fmod(off += 0.754877666, 1.0));
}

Made any_problem(const Shape& shape) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  Made made = test::make_problem(pick, shape);
  if (pick(0, 2) == 0) make_odd(made.problem);
  return made;
}

void agrees(const Shape& shape) {
  const Problem problem = any_problem(shape).problem;
  const double best = by_general_solver(problem);
  RC_ASSERT(std::abs(least_shortfall(problem) - best) <= near(best));
  const Outline outline = outline_of(problem);  // Not reduced: larger, and with slots for nothing.
  if (outline.slots.empty() || required(outline) <= 0) return;
  if (const auto small = small_optimum(outline)) RC_ASSERT(std::abs(*small - best) <= near(best));
}

RC_GTEST_PROP(SmallProgramme, AgreesWithTheGeneralSolver, ()) {
  agrees({.some_work = true, .one_theatre = true});
}
RC_GTEST_PROP(SmallProgramme, AgreesWhereTiesAbound, ()) {
  agrees({.most_places = 4, .least_places = 2, .whole = true, .most_pools = 8});
}
RC_GTEST_PROP(SmallProgramme, AgreesWhereSomeUnitsCannotBeUsed, ()) {
  agrees({.some_work = true, .one_theatre = true, .some_idle = true});
}
RC_GTEST_PROP(SmallProgramme, AgreesOnLargerProblems, ()) {
  agrees({.some_work = true,
          .most_periods = 6,
          .most_places = 6,
          .least_places = 3,
          .one_theatre = true,
          .most_pools = 20});
}

RC_GTEST_PROP(SmallProgramme, MoreUnitsNeverHurt, ()) {
  const Problem problem =
      any_problem({.some_work = true, .most_places = 4, .one_theatre = true, .most_pools = 8})
          .problem;
  const double before = least_shortfall(problem);
  for (std::size_t l = 0; l < problem.limits.size(); ++l) {
    const double units = problem.limits[l].all.back() / problem.limits[l].all_unit.back();
    const double after = least_shortfall(test::with_amount(problem, l, units * 1.5));
    RC_ASSERT(after <= before + near(before));
  }
}

/// Units and weights are scaled by powers of two, so the figures do not hang on the units.
RC_GTEST_PROP(SmallProgramme, OtherUnitsGiveTheSameFigures, ()) {
  const Problem problem = any_problem({.some_work = true, .one_theatre = true}).problem;
  Problem other = problem;
  for (double& one : other.net) one *= 1024;
  for (double& one : other.weight) one /= 4096;
  for (Slot& slot : other.slots)
    for (double& one : slot.cap) one *= 1024;
  for (Limit& limit : other.limits)
    for (auto* most : {&limit.all, &limit.away})
      for (double& one : *most) one *= 1024;
  RC_ASSERT(least_shortfall(other) * 4 == least_shortfall(problem));
}

/// The general solver is a net that hardly ever catches anything; these problems are made without
/// chance, so the count is the same on every machine.
TEST(SmallProgramme, HardlyEverGivesUp) {
  int asked = 0, given_up = 0;
  for (std::uint64_t draw = 0; draw < 3000; ++draw) {
    Stream stream(1, draw, "problem", "small");
    const auto pick = [&](int low, int high) {
      return low + static_cast<int>(stream.uniform() * (high - low));
    };
    Made made = test::make_problem(pick, {.some_work = draw % 2 == 0,
                                          .most_periods = 5,
                                          .most_places = 6,
                                          .one_theatre = draw % 3 == 0,
                                          .whole = draw % 5 == 0,
                                          .most_pools = 15});
    if (draw % 4 == 0) make_odd(made.problem);
    Outline outline = outline_of(made.problem);
    reduce(outline);
    if (outline.slots.empty() || required(outline) <= 0) continue;
    ++asked;
    given_up += !small_optimum(outline).has_value();
  }
  EXPECT_GT(asked, 1000);
  EXPECT_LE(given_up, asked / 1000);
}

}  // namespace
}  // namespace entente::campaign
