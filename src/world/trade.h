/// How oil and goods move: corridors between regions of the sea, and figures about them.
///
/// Floor 1; uses base. Plain data of `World`.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "world/forces.h"

namespace entente::world {

/// A way between two regions, in either direction.
struct Corridor {
  Symbol from, to, mode;            ///< Mode: sea, pipeline or rail.
  std::vector<Symbol> chokepoints;  ///< Straits that it leads through.
  std::string name;
  double days = 0;   ///< A voyage takes, one way; above 0.
  Uncertain amount;  ///< Million barrels a day: capacity of a pipeline, usual flow at sea.
  Symbol source;
};

/// What a trade figure says.
inline constexpr std::array<std::string_view, 12> kTradeFields = {
    "oil_flow",         ///< Through a chokepoint, million barrels a day.
    "oil_capacity",     ///< Of a chokepoint, where it is not about its flow.
    "lng_share",        ///< Of world trade in liquefied gas, %.
    "container_share",  ///< Of world container trade, %.
    "value_share",      ///< Of world merchandise trade by value, %.
    "oil_exports",      ///< Of a region, net, million barrels a day.
    "oil_needs",        ///< Of a region: what it imports, net.
    "oil_embargoed",    ///< Of a region's exports: the share that those with an embargo refuse.
    "oil_refusing",     ///< Of a region's needs: the share of those who refuse it.
    "oil_imports",      ///< Of a holder through a region, `at`.
    "oil_stock_days",   ///< Days of net imports that a holder has in stock.
    "closed",           ///< Share of the chokepoint `at` that a contingency closes.
};

struct TradeFigure {
  Symbol of;     ///< A chokepoint, region, state, group or contingency.
  Symbol field;  ///< Of `kTradeFields`.
  Symbol at;     ///< Where the field has one: a region or a chokepoint.
  Uncertain value;
  Symbol source;
  int year = 0;
};

}  // namespace entente::world
