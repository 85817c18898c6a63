#include "domestic/opinion.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::domestic {
namespace {

double share(double value) { return std::clamp(value, 0.0, 1.0); }

}  // namespace

double Opinion::support() const { return share(settled + rally - campaign); }

double lost_to_casualties(double before, double after, const Movers& movers) {
  assert(0 <= before && before <= after);
  return movers.casualties * std::log10(std::max(1.0, after) / std::max(1.0, before));
}

double lost_to_campaign(double reach, double resilience, const Movers& movers) {
  return share(movers.information * reach * (1 - resilience));
}

double faded(double value, double passed, double half_life) {
  assert(passed >= 0 && half_life >= 0);
  if (passed == 0) return value;
  return half_life == 0 ? 0 : value * std::exp2(-passed / half_life);
}

Opinion moved(const Opinion& before, const Happening& step, const Movers& movers) {
  Opinion after = before;
  after.casualties += step.casualties;
  after.settled = share(before.settled + movers.threat * step.threat_change -
                        lost_to_casualties(before.casualties, after.casualties, movers) -
                        movers.tax * step.tax_change);
  after.rally = share(faded(before.rally, step.days, movers.rally_half_life * kDaysMonth) +
                      movers.rally * step.rally);
  after.campaign = share(faded(before.campaign, step.days, movers.information_half_life) +
                         lost_to_campaign(step.reach, step.resilience, movers));
  return after;
}

}  // namespace entente::domestic
