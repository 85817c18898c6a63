#include "campaign/trade/disturbance.h"

#include <algorithm>
#include <cmath>

namespace entente::campaign {
namespace {

/// Change of a price, %, where a share of supply is gone: ln P = share / elasticities.
double dearer(double share, double elasticities) {
  return 100 * (std::exp(std::clamp(share, 0.0, 0.9) / elasticities) - 1);
}

/// Whether a region that exports loses its way to the sea, by strait.
std::vector<bool> shuts_exporters_in(const CommerceGround& ground, const OilNet& net) {
  std::vector<bool> found;
  for (std::size_t s = 0; s < ground.straits.size(); ++s) {
    const auto regions = cut_off(net, s, ground.at_sea);
    found.push_back(
        std::ranges::any_of(regions, [&](std::size_t r) { return ground.exports[r].value > 0; }));
  }
  return found;
}

}  // namespace

Disturbance disturbance_of(const CommerceGround& ground, const CommerceWorld& world) {
  const actors::CommerceTerms& t = world.terms;
  Disturbance found;
  found.usual = least_cost_flows(world.net, std::vector<double>(ground.straits.size(), 0));
  found.now = least_cost_flows(world.net, world.closed);
  found.lost = std::max(0.0, found.now.lost() - found.usual.lost());
  const double elasticities = t.supply_elasticity + t.demand_elasticity;
  found.price = dearer(found.lost / world.supply, elasticities);
  found.after_stocks =
      dearer(std::max(0.0, found.lost - t.stock_release) / world.supply, elasticities);
  // Gas goes round where there is a way round; where there is none it is lost.
  const auto shut_in = shuts_exporters_in(ground, world.net);
  double risk = 0;
  for (std::size_t s = 0; s < ground.straits.size(); ++s) {
    if (shut_in[s] && ground.lng[s].value > 0)
      found.lng_lost += ground.lng[s].value * world.closed[s];
    if (world.closed[s] > 0) risk += found.now.straits[s];
  }
  found.lng_price = dearer(found.lng_lost / 100, t.lng_elasticity);
  found.detour =
      found.now.barrel_days / found.now.delivered - found.usual.barrel_days / found.usual.delivered;
  found.freight = std::max(0.0, found.detour) * t.freight / 1000 / t.cargo;
  // Only what still passes a strait that is in part closed pays the premium.
  found.insurance = t.hull_value * t.war_risk / 100 / t.cargo * risk / found.now.delivered;
  for (const Holder& one : ground.holders) {
    double imports = 0, missing = 0;
    for (const auto& [region, amount] : one.imports) {
      const double needs = world.net.needs[region];
      const double more = found.now.unserved[region] - found.usual.unserved[region];
      imports += amount.value;
      missing += amount.value * (needs > 0 ? std::max(0.0, more) / needs : 0);
    }
    found.short_share.push_back(imports > 0 ? 100 * missing / imports : 0);
    found.gdp.push_back(imports > 0 ? -t.gdp_per_oil * found.after_stocks / 10 : 0);
    found.days_left.push_back(
        missing > 0 ? std::min(kNever, one.stock_days.value * imports / missing) : kNever);
  }
  return found;
}

}  // namespace entente::campaign
