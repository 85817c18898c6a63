/// The assumptions of the campaign floor, each with its range.
///
/// Floor 4; uses card. Offered as flags by every question that allocates forces, sampled over their
/// ranges by ensembles.
#pragma once

#include <array>
#include <string_view>

#include "belief/assumptions.h"
#include "card/assumption.h"

namespace entente::campaign {

/// The numbers; defaults are those of the fields.
struct Assumptions {
  double warning_days = 5;
  double ad_hoc_theta = 0.2;
  double support_theta = 0.9;
  double fight_share = 1, assist_share = 0.5;
  double covered_below = 10;
};

using Assumption = card::Assumption<Assumptions>;

inline constexpr std::array kAssumptions = {
    Assumption{belief::fields::number(
                   "warning_days", "days",
                   "Useful warning before day 0: forces set out so many days earlier.",
                   "Assumption; from none to the build-up seen before February 2022", "5", 0, 30),
               &Assumptions::warning_days},
    Assumption{
        belief::fields::number("ad_hoc_theta", "probability",
                               "That a partner comes who has declared itself but promised nothing.",
                               belief::fields::kOurs, "0.2", 0.05, 0.5),
        &Assumptions::ad_hoc_theta},
    Assumption{belief::fields::number(
                   "support_theta", "probability",
                   "That a supplier goes on with data, keys and spares even where it sends nobody.",
                   belief::fields::kOurs, "0.9", 0.6, 1),
               &Assumptions::support_theta},
    Assumption{belief::fields::number(
                   "fight_share", "share",
                   "What a state bound to fight sends of what may leave, where no table says so.",
                   belief::fields::kOurs, "1", 0.5, 1),
               &Assumptions::fight_share},
    Assumption{belief::fields::number(
                   "assist_share", "share",
                   "What a state bound to assist sends of what may leave, where no table says so.",
                   belief::fields::kOurs, "0.5", 0.2, 1),
               &Assumptions::assist_share},
    Assumption{
        belief::fields::number("covered_below", "% of the requirement of the set",
                               "A draw counts as covered where the gap lies below this share.",
                               belief::fields::kOurs, "10", 5, 20),
        &Assumptions::covered_below},
};

}  // namespace entente::campaign
