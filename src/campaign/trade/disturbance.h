/// What a closing comes to in one world: oil lost, prices, who goes short, longer voyages.
///
/// Floor 4; part of campaign.
#pragma once

#include <vector>

#include "campaign/trade/ground.h"

namespace entente::campaign {

/// What one world of one closing comes to.
struct Disturbance {
  OilFlows usual, now;
  double lost = 0;                     ///< Million barrels a day more than usual.
  double price = 0, after_stocks = 0;  ///< Change of the price of oil, %.
  double lng_lost = 0, lng_price = 0;  ///< % of world trade; change of price, %.
  double detour = 0;                   ///< Days more a barrel that is delivered.
  double freight = 0, insurance = 0;   ///< USD a barrel.
  std::vector<double> short_share;     ///< By holder: of its imports, %.
  std::vector<double> gdp;        ///< By holder: % of GDP over a year, at that price after stocks.
  std::vector<double> days_left;  ///< By holder: until stocks are used up, at most `kNever`.
};

inline constexpr double kNever = 3650;

[[nodiscard]] Disturbance disturbance_of(const CommerceGround& ground, const CommerceWorld& world);

}  // namespace entente::campaign
