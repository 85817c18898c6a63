#include "campaign/allocation.h"

#include <utility>

#include "campaign/canonical.h"
#include "campaign/joint.h"

namespace entente::campaign {
namespace {

/// Nothing is asked, or nothing can come: no programme is needed.
bool trivial(const Problem& p) { return p.slots.empty() || p.required() <= 0; }

Allocation untouched(const Problem& p) {
  Allocation result;
  result.shortage = p.net;
  result.sent.assign(p.slots.size(), 0.0);
  result.at_work.assign(p.slots.size() * p.periods, 0.0);
  result.price.assign(p.limits.size(), 0.0);
  result.objective = p.required();
  return result;
}

}  // namespace

double least_shortfall(Outline& outline, SmallProgramme& small) {
  reduce(outline);
  const double asked = required(outline);
  if (outline.slots.empty() || asked <= 0) return asked;
  if (const auto optimum = small.optimum(outline)) return *optimum;
  const Problem rest = problem_of(outline);
  return solve::minimum(Programme(rest, false).lp());
}

double least_shortfall(Outline outline) {
  SmallProgramme small;
  return least_shortfall(outline, small);
}

double least_shortfall(const Problem& problem) {
  if (problem.moves.empty()) return least_shortfall(outline_of(problem));
  return solve::minimum(Programme(problem, false).lp());
}

Allocation allocate_generally(const Problem& p, const Situation& situation) {
  if (trivial(p)) return untouched(p);
  const Problem* const alone[] = {&p};
  return std::move(allocate_jointly(Joint(alone, true), situation).front());
}

Allocation allocate(const Problem& p, const Situation& situation, SmallProgramme& small) {
  if (trivial(p)) return untouched(p);
  if (!p.moves.empty()) return allocate_generally(p, situation);
  if (auto found = canonical(p, situation, small)) return std::move(*found);
  return allocate_generally(p, situation);
}

Allocation allocate(const Problem& p, const Situation& situation) {
  SmallProgramme small;
  return allocate(p, situation, small);
}

}  // namespace entente::campaign
