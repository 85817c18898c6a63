/// What the library says about trade, read once, and worlds of it.
///
/// Floor 4; part of campaign.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actors/commerce_terms.h"
#include "campaign/numbers.h"
#include "campaign/trade/oil.h"
#include "scenario/library.h"

namespace entente::campaign {

/// What closes straits: a set of contingencies, or what the user names.
struct Closing {
  std::string name;
  std::vector<std::pair<std::size_t, world::Uncertain>> parts;  ///< Strait and share, as named.
  std::vector<std::string> of;                                  ///< By part: its contingency.
};

/// Oil that a state or group imports through a region.
struct Holder {
  std::string name;
  std::vector<std::pair<std::size_t, world::Uncertain>> imports;  ///< Region and amount.
  world::Uncertain stock_days;                                    ///< Value 0: nothing is known.
};

struct CommerceGround {
  const scenario::Library& library;
  std::vector<std::string> regions = {}, straits = {};
  std::vector<const world::Corridor*> corridors = {};
  std::vector<bool> at_sea = {};                                ///< By corridor.
  std::vector<world::Uncertain> exports = {}, needs = {};       ///< By region.
  std::vector<world::Uncertain> embargoed = {}, refusing = {};  ///< Shares of them, by region.
  std::vector<world::Uncertain> usual = {},
                                capacity = {};  ///< By strait; value below 0 where not said.
  std::vector<world::Uncertain> lng = {}, containers = {},
                                value = {};  ///< Shares of world trade, %, likewise.
  world::Uncertain world_supply = {};
  std::vector<Holder> holders = {};
  std::vector<Closing> closings = {};
  double escort = 0, days = 90;
  bool embargoes_kept = true;
};

/// One world.
struct CommerceWorld {
  OilNet net;
  std::vector<double> closed;  ///< By strait, of one closing, after escort.
  actors::CommerceTerms terms;
  double supply = 0;
};

/// Reads the tables, and what each set of the scenario closes. Nothing is known of a library
/// without corridors. The library must outlive the answer.
[[nodiscard]] CommerceGround commerce_ground(const scenario::Library& library);

/// What contingencies close that come due at once; straits that no corridor leads through count
/// for nothing.
[[nodiscard]] Closing closing_of(const CommerceGround& ground,
                                 const std::vector<Symbol>& contingencies);

/// The numbers of one closing in a world; the nominal world has no number.
[[nodiscard]] CommerceWorld commerce_world(const CommerceGround& ground, const Closing& closing,
                                           const actors::CommerceTerms& terms, const WorldId& id);

/// One number of the ground in a world: `what` names its stream.
[[nodiscard]] double trade_number(const world::Uncertain& range, const std::string& what,
                                  const WorldId& id);

}  // namespace entente::campaign
