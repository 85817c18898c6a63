#include "actors/crisis_payoffs.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::actors {
namespace {

/// How much of a player is in it.
double part(const CrisisSeat& seat, const CrisisTerms& terms) {
  if (seat.status == AllyStatus::in) return 1;
  return seat.status == AllyStatus::delayed ? terms.delayed_share : 0;
}

double rung_cost(int rung, const CrisisTerms& terms) {
  assert(rung >= 0 && rung < kRungs);
  return kRungCost[rung] * terms.rung_costs;
}

}  // namespace

double crisis_odds(const std::vector<CrisisSeat>& seats, const CrisisTerms& terms) {
  double attack = 0, defence = 0;
  for (const CrisisSeat& seat : seats) {
    if (seat.camp == CrisisCamp::challenger) attack += seat.strength * part(seat, terms);
    if (seat.camp == CrisisCamp::defender) defence += seat.strength * part(seat, terms);
  }
  const double most = std::max(attack, defence);
  if (most <= 0) return 0.5;
  const double a = std::pow(attack / most, terms.decisiveness);
  const double d = std::pow(defence / most, terms.decisiveness);
  return a / (a + d);
}

BargainingRange bargaining_range(const std::vector<CrisisSeat>& seats, int rung,
                                 const CrisisTerms& terms) {
  BargainingRange found;
  found.odds = found.low = found.high = crisis_odds(seats, terms);
  const auto first = [&](CrisisCamp camp) {
    return std::ranges::find_if(seats, [&](const CrisisSeat& one) { return one.camp == camp; });
  };
  const auto attacker = first(CrisisCamp::challenger), target = first(CrisisCamp::defender);
  if (attacker != seats.end()) found.low -= attacker->cost * rung_cost(rung, terms);
  if (target != seats.end()) found.high += target->cost * rung_cost(rung, terms);
  return found;
}

std::vector<double> crisis_payoffs(const std::vector<CrisisSeat>& seats,
                                   const CrisisOutcome& outcome, const CrisisTerms& terms) {
  assert(outcome.backed.size() == seats.size());
  const double share = outcome.war ? crisis_odds(seats, terms) : outcome.share;
  const double relief = outcome.mediated ? 1 - terms.mediation_relief : 1;
  std::vector<double> worth;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const CrisisSeat& seat = seats[i];
    double value = seat.camp == CrisisCamp::challenger ? share
                   : seat.camp == CrisisCamp::defender ? -share
                                                       : 0;
    value -= rung_cost(outcome.rung, terms) * seat.cost * part(seat, terms);
    if (outcome.backed[i] != 0)
      value -= terms.audience_cost * seat.democracy * outcome.stood * relief;
    if (seat.status == AllyStatus::reneged) value -= terms.renege_cost;
    if (seat.status == AllyStatus::delayed) value -= terms.renege_cost / 2;
    worth.push_back(seat.stake * value);
  }
  return worth;
}

}  // namespace entente::actors
