/// What a question of stability is about: one network or one a year, as whole numbers.
///
/// Floor 5; part of stability.
#pragma once

#include <string>
#include <vector>

#include "scenario/analysis.h"
#include "solve/trade_stability.h"
#include "world/network.h"

namespace entente::analysis {

struct AskedNetwork {
  std::string when;  ///< A day, a year, or empty: of the user's files.
  std::vector<std::string> names;
  std::vector<world::Uncertain> strengths;
  solve::Alliances alliances;
};

struct StabilityAsked {
  std::vector<AskedNetwork> networks;
  solve::Coalition coalition = solve::Coalition::neighbours;
  bool with_trade = false;
  solve::Trade trade;
  bool by_year = false;
  std::string strength_of;            ///< What strengths are, where they are not the user's.
  std::vector<std::string> left_out;  ///< States without a strength, in the last network.
  std::vector<std::string> inputs;    ///< Of the provenance.
};

/// Networks with trade are looked at pair by pair of pairs.
inline constexpr std::size_t kMostTraders = 100;

[[nodiscard]] Result<StabilityAsked> read_stability(const Request& request);

}  // namespace entente::analysis
