#include "actors/grey_zone.h"

#include <cmath>

namespace entente::actors {

Campaign campaign(double months, double succeeds, double clash, const Stakes& s) {
  Campaign result;
  const auto count = static_cast<int>(std::lround(s.incidents_month * months));
  double going = 1, taken = 0;  // Probability that it goes on, and what it holds by then.
  for (int i = 0; i < count; ++i) {
    result.incidents += going;
    result.slip += going * s.slip_incident;
    result.taken += going * s.slip_incident * taken;  // A clash leaves what was taken before.
    going *= 1 - s.slip_incident;
    taken += (1 - taken) * s.step_incident * succeeds;
  }
  result.taken += going * taken;
  result.gain = result.taken * s.prize + result.slip * clash - result.incidents * s.cost_incident -
                (1 - result.slip) * s.status_quo;
  return result;
}

}  // namespace entente::actors
