/// What the library says about trade, read once, and worlds of it.
///
/// Floor 5; part of commerce.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actors/commerce_terms.h"
#include "analysis/commerce/oil.h"
#include "campaign/numbers.h"
#include "scenario/analysis.h"

namespace entente::analysis {

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
  std::vector<std::string> regions, straits;
  std::vector<const world::Corridor*> corridors;
  std::vector<bool> at_sea;                       ///< By corridor.
  std::vector<world::Uncertain> exports, needs;   ///< By region.
  std::vector<world::Uncertain> usual, capacity;  ///< By strait; value below 0 where not said.
  std::vector<world::Uncertain> lng, containers, value;  ///< Shares of world trade, %, likewise.
  world::Uncertain world_supply;
  std::vector<Holder> holders;
  std::vector<Closing> closings;
  double escort = 0, days = 90;
};

/// One world.
struct CommerceWorld {
  OilNet net;
  std::vector<double> closed;  ///< By strait, of one closing, after escort.
  actors::CommerceTerms terms;
  double supply = 0;
};

/// Reads the tables, the sets of the scenario and `--close`. Errors: `unknown_name` where the
/// library has no corridors or for a strait, `bad_argument` for a share.
[[nodiscard]] Result<CommerceGround> commerce_ground(const scenario::Request& request);

/// The numbers of one closing in a world; the nominal world has no number.
[[nodiscard]] CommerceWorld commerce_world(const CommerceGround& ground, const Closing& closing,
                                           const actors::CommerceTerms& terms,
                                           const campaign::WorldId& id);

/// One number of the ground in a world: `what` names its stream.
[[nodiscard]] double trade_number(const world::Uncertain& range, const std::string& what,
                                  const campaign::WorldId& id);

}  // namespace entente::analysis
