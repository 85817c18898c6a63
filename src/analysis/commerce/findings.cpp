#include "analysis/commerce/findings.h"

#include <algorithm>
#include <cmath>

#include "base/digits.h"
#include "base/name.h"

namespace entente::analysis {
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
