#include "analysis/commerce/findings.h"

#include <algorithm>
#include <cmath>

#include "base/digits.h"
#include "base/name.h"

namespace entente::analysis {
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

std::vector<double> row_of(const Disturbance& found) {
  std::vector<double> row{found.lost,      found.price,  found.after_stocks, found.lng_lost,
                          found.lng_price, found.detour, found.freight,      found.insurance};
  row.insert(row.end(), found.short_share.begin(), found.short_share.end());
  row.insert(row.end(), found.gdp.begin(), found.gdp.end());
  return row;
}

std::string commerce_finding(const CommerceFindings& f) {
  std::string text;
  if (f.ground.closings.empty()) {
    text = "No set of contingencies is asked and no strait is named with --close.";
  } else {
    std::size_t most = 0;
    for (std::size_t c = 1; c < f.plain.size(); ++c)
      if (f.plain[c].lost > f.plain[most].lost) most = c;
    const Disturbance& worst = f.plain[most];
    const auto price = f.sums[most].estimate(static_cast<std::size_t>(CommerceColumn::price));
    if (worst.lost < 0.05)
      text = "With " + f.ground.closings[most].name + " no oil is lost: it goes round, " +
             fixed(worst.detour, 1) + " days more a barrel, for " +
             fixed(worst.freight + worst.insurance, 2) + " USD of freight and insurance";
    else
      text = "With " + f.ground.closings[most].name + " " + fixed(worst.lost, 1) +
             " million barrels of oil a day find no way, " +
             fixed(100 * worst.lost / f.ground.world_supply.value, 1) +
             " % of the world's supply: oil is " + fixed(worst.price, 0) + " % dearer" +
             (f.varied ? " (" + fixed(price.p05, 0) + " to " + fixed(price.p95, 0) +
                             " over facts and assumptions)"
                       : "") +
             ", " + fixed(worst.after_stocks, 0) + " % while stocks are released";
    if (worst.lng_lost > 0)
      text += ", and " + fixed(worst.lng_lost, 0) + " % of the trade in liquefied gas is shut in";
    text += ".";
    std::vector<std::string> hit;
    for (std::size_t h = 0; h < f.ground.holders.size(); ++h)
      if (worst.short_share[h] >= 1)
        hit.push_back(f.ground.holders[h].name + " (" + fixed(worst.short_share[h], 0) + " %)");
    const std::size_t all = hit.size();
    if (all > 6) hit.resize(5);
    if (all > 6) hit.push_back("and " + std::to_string(all - 5) + " more");
    if (!hit.empty()) text += " Imports that do not come: " + join(hit, ", ") + ".";
  }
  for (const Coercion& one : f.coercions)
    text += " If " + one.sender + " cuts trade with " + one.target + ", " + one.target + " loses " +
            fixed(one.loss_target, 2) + " % of GDP and " + one.sender + " " +
            fixed(one.loss_sender, 2) + " %.";
  return text;
}

}  // namespace entente::analysis
