#include "actors/pressure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::actors {

double hazard_factor(const Pressure& pressure, double chance) {
  return pressure.hazard * (pressure.offer ? 1 + pressure.reputation * chance : 1);
}

double offer_turns_at(const Pressure& pressure) {
  if (!pressure.offer || pressure.reputation <= 0) return std::numeric_limits<double>::infinity();
  return std::max(0.0, (1 / pressure.hazard - 1) / pressure.reputation);
}

Stakes stakes_under(Stakes stakes, const Pressure& pressure) {
  stakes.status_quo += pressure.conceded * stakes.prize;
  stakes.cost += pressure.cost;
  stakes.slip_incident = std::clamp(stakes.slip_incident + pressure.slip, 0.0, 1.0);
  return stakes;
}

Stakes pressed(Stakes stakes, const Pressure& pressure, double chance) {
  if (!pressure.any()) return stakes;
  const double factor = hazard_factor(pressure, chance);
  stakes = stakes_under(stakes, pressure);
  stakes.status_quo -= std::log(factor) / pressure.sharpness;
  stakes.base_rate_attack *= factor;
  return stakes;
}

}  // namespace entente::actors
