/// How forces may move beyond the plain model: with limited lift, and from one contingency to
/// another.
///
/// Floor 4; uses card. Both are off unless asked for: either couples what is apart otherwise.
#pragma once

#include <array>

#include "belief/assumptions.h"
#include "card/assumption.h"

namespace entente::campaign {

/// What is asked for.
struct Rules {
  bool lift = false;      ///< Air lift limits what arrives before the sea lanes deliver.
  bool redeploy = false;  ///< Units may leave a contingency for another.

  [[nodiscard]] bool any() const { return lift || redeploy; }
};

inline constexpr std::array kRuleFields = {
    card::Field{.name = "lift",
                .type = card::Type::boolean,
                .help = "Limit what arrives by air to what the lift of those that come can carry."},
    card::Field{.name = "redeploy",
                .type = card::Type::boolean,
                .help = "Let units leave one contingency for another."},
};

/// Their numbers.
struct Movement {
  double lift_from_km = 1500;
  double sea_after_days = 20;
  double redeploy_loss_days = 14;
};

using MovementAssumption = card::Assumption<Movement>;

inline constexpr std::array kMovements = {
    MovementAssumption{
        belief::fields::number("lift_from_km", "km",
                               "From this distance on units need lift; nearer ones come by road, "
                               "rail or short sea.",
                               belief::fields::kOurs, "1500", 500, 3000),
        &Movement::lift_from_km},
    MovementAssumption{
        belief::fields::number("sea_after_days", "days",
                               "Days from the order until ships deliver; what arrives later needs "
                               "no air lift.",
                               "Assumption; loading and an ocean crossing", "20", 15, 30),
        &Movement::sea_after_days},
    MovementAssumption{
        belief::fields::number("redeploy_loss_days", "days",
                               "Readiness lost by a swing between theatres, on top of the way.",
                               belief::fields::kOurs, "14", 7, 30),
        &Movement::redeploy_loss_days},
};

/// A unit of strategic lift delivers so many tonnes a day at so many kilometres: its definition.
inline constexpr double kLiftTonnes = 500, kLiftKm = 6500;

}  // namespace entente::campaign
