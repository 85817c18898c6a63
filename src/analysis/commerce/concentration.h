/// How few suppliers a thing comes from: shares of suppliers and their Herfindahl index.
///
/// Floor 5; part of commerce.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "campaign/trade/ground.h"
#include "card/record.h"

namespace entente::analysis {

inline constexpr card::Column kConcentrationColumns[] = {
    {"what", "", "service, munition or oil."},
    {"of", "", "The state whose forces depend, or world."},
    {"item", "", "The service (all: all of them together), the munition, or exports by sea."},
    {"suppliers", "count", "How many the tables name; a group counts as one."},
    {"largest", "", "The largest supplier, with the facts of the tables."},
    {"largest_share", "share", "Its share of what the tables name."},
    {"herfindahl", "", "Sum of squared shares, from 1 / suppliers to 1; facts of the tables."},
    {"herfindahl_mean", "", "Mean over worlds."},
    {"herfindahl_mean_lo", "", "90 % interval of that mean."},
    {"herfindahl_mean_hi", "", "Its upper end."},
    {"herfindahl_p05", "", "5 % of worlds lie below; empty where nothing is varied."},
    {"herfindahl_p95", "", "5 % lie above."},
    {"depends", "share",
     "Of an element that stops without the service, mean over rows of the table; empty for what is "
     "not a service. An index of 1 matters little where this is small."},
    {"equal", "", "Baseline: the index if all suppliers were alike, 1 / suppliers."},
};

/// Of one thing that somebody depends on, by the facts of the tables and over worlds.
struct Concentration {
  std::string what;  ///< service, munition or oil.
  std::string of;    ///< The state that depends, or `world`.
  std::string item;  ///< The service, munition or good.
  struct Share {
    std::string supplier;
    world::Uncertain amount;
    std::string stream;  ///< Its name among the streams of worlds.
  };
  std::vector<Share> shares;
};

struct Concentrated {
  double index = 0;  ///< Herfindahl: sum of squared shares, in (0, 1].
  double most = 0;   ///< Share of the largest.
  std::size_t largest = 0;
};

/// By amounts, not below 0; nothing where their sum is 0.
[[nodiscard]] Concentrated concentrated(std::span<const double> amounts);

/// Services that the forces of each state take from other states, weighted by the share of an
/// element that the service carries, by user and service; output of each munition by holder;
/// exports of oil by region of the sea.
[[nodiscard]] std::vector<Concentration> concentrations_of(const campaign::CommerceGround& ground);

/// Rows with the spread over `worlds` (0: nothing is varied). Deterministic for any number of
/// threads.
void add_concentration(card::Table& table, const campaign::CommerceGround& ground,
                       std::size_t worlds, std::uint64_t seed);

}  // namespace entente::analysis
