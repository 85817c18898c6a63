#include "campaign/allocation.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

using campaign::Problem;

/// One guard of two clients: `units` of an element, two needs with weights 3 and 2, one period.
Problem two_clients(double units, double first, double second) {
  Problem p;
  p.set = {0, 1};
  p.periods = 1;
  p.time = {1};
  p.demand = p.net = {first, second};
  p.host = {0, 0};
  p.weight = {3, 2};
  campaign::Slot slot;
  slot.cap = {units};
  slot.unit = slot.works = {1};
  for (const std::size_t place : {0U, 1U}) {
    slot.place = place;
    p.slots.push_back(slot);
  }
  campaign::Limit limit;
  limit.end = 2;
  limit.all = limit.away = {units};
  limit.all_unit = limit.away_unit = {1};
  p.limits.push_back(limit);
  return p;
}

std::vector<Check> run(const scenario::Request&, card::Record&) {
  const Problem brigades = two_clients(20, 12, 10), squadrons = two_clients(30, 18, 15);
  campaign::Situation situation;  // Owners and pools of canonical ties: one of each.
  situation.pools.resize(1);
  const auto a = campaign::allocate(brigades, situation);
  const auto b = campaign::allocate(squadrons, situation);
  return {near("objective", 10, a.objective + b.objective, 1e-9),
          near("brigades short first", 0, a.shortage[0], 1e-9),
          near("brigades short second", 2, a.shortage[1], 1e-9),
          near("squadrons short second", 3, b.shortage[1], 1e-9)};
}

}  // namespace

const Case allocation_case{
    "allocation",
    "Twenty brigades and thirty squadrons for two clients who need (12, 18) and (10, 15).",
    "by hand",
    "Linear programme solved by hand",
    "derived",
    run};

}  // namespace entente::inquiry
