#include "campaign/certificate.h"

#include <algorithm>

namespace entente::campaign {
namespace {

using Units = std::vector<double>;

/// What is missing of a demand below this share of it is rounding: where all is met, 0 is missing.
constexpr double kRounding = 1e-13;

/// Within its caps, never falling.
void keep_slots(const Outline& o, Units& there) {
  for (std::size_t j = 0; j < o.slots.size(); ++j)
    for (std::size_t t = o.periods; t-- > 0;) {
      double& one = there[j * o.periods + t];
      one = std::clamp(one, 0.0, o.slots[j].cap[t]);
      if (t + 1 < o.periods) one = std::min(one, there[j * o.periods + t + 1]);
    }
}

/// What share of what is sent the limits of a pool allow.
double allowed(const Outline& o, const Outline::Limit& limit, const Units& there) {
  double share = 1;
  for (std::size_t t = 0; t < o.periods; ++t) {
    double all = 0, away = 0;
    for (std::size_t j = limit.begin; j < limit.end; ++j) {
      all += there[j * o.periods + t];
      if (!Outline::own(limit, o.slots[j])) away += there[j * o.periods + t];
    }
    if (away > limit.away[t]) share = std::min(share, limit.away[t] / away);
    if (limit.inside && all > limit.all[t]) share = std::min(share, limit.all[t] / all);
  }
  return share;
}

/// A whole pool is cut at once, which keeps its order in time.
void keep_limits(const Outline& o, Units& there) {
  for (const Outline::Limit& limit : o.limits)
    if (const double share = allowed(o, limit, there); share < 1)
      for (std::size_t i = limit.begin * o.periods; i < limit.end * o.periods; ++i)
        there[i] *= share;
}

double objective(const Outline& o, const Units& there, std::vector<double>& here) {
  here.assign(o.net.size(), 0.0);
  for (std::size_t j = 0; j < o.slots.size(); ++j)
    for (std::size_t t = 0; t < o.periods; ++t)
      here[o.slots[j].place * o.periods + t] += o.slots[j].works[t] * there[j * o.periods + t];
  double sum = 0;
  for (std::size_t i = 0; i < here.size(); ++i)
    if (o.net[i] - here[i] > kRounding * o.net[i]) sum += o.weight[i] * (o.net[i] - here[i]);
  return sum;
}

/// The prices of the limits, and what they take off the worth of a unit in each slot.
double cost_of_limits(const Outline& o, const Claim& claim, std::vector<double>& worth) {
  double sum = 0;
  for (std::size_t l = 0; l < o.limits.size(); ++l) {
    const Outline::Limit& limit = o.limits[l];
    for (std::size_t t = 0; t < o.periods; ++t) {
      const double away = std::max(0.0, claim.away[l * o.periods + t]);
      const double all = limit.inside ? std::max(0.0, claim.all[l * o.periods + t]) : 0;
      sum += away * limit.away[t] + all * limit.all[t];
      for (std::size_t j = limit.begin; j < limit.end; ++j)
        worth[j * o.periods + t] -= all + (Outline::own(limit, o.slots[j]) ? 0 : away);
    }
  }
  return sum;
}

double dual(const Outline& o, Claim& claim, std::vector<double>& worth) {
  double sum = 0;
  for (std::size_t i = 0; i < o.net.size(); ++i) {
    claim.cover[i] = std::clamp(claim.cover[i], 0.0, o.weight[i]);
    sum += claim.cover[i] * o.net[i];
  }
  worth.assign(claim.there.size(), 0.0);
  for (std::size_t j = 0; j < o.slots.size(); ++j)
    for (std::size_t t = 0; t < o.periods; ++t)
      worth[j * o.periods + t] =
          o.slots[j].works[t] * claim.cover[o.slots[j].place * o.periods + t];
  sum -= cost_of_limits(o, claim, worth);
  for (std::size_t j = 0; j < o.slots.size(); ++j) {
    double stays = 0, most = 0;
    for (std::size_t t = o.periods; t-- > 0;) {
      stays += worth[j * o.periods + t];
      most = std::max(most, stays);
      sum -= (o.slots[j].cap[t] - (t > 0 ? o.slots[j].cap[t - 1] : 0)) * most;
    }
  }
  return sum;
}

}  // namespace

OptimumBounds bounds_of(const Outline& outline, Claim& claim, std::vector<double>& work) {
  keep_slots(outline, claim.there);
  keep_limits(outline, claim.there);
  const double lower = dual(outline, claim, work);
  return {lower, objective(outline, claim.there, work)};
}

OptimumBounds bounds_of(const Outline& outline, Claim&& claim) {
  std::vector<double> work;
  return bounds_of(outline, claim, work);
}

}  // namespace entente::campaign
