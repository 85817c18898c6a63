/// The assumptions about munitions, each with its range.
///
/// Floor 4; uses card. Offered as flags by `arsenal`, sampled over their ranges by ensembles.
#pragma once

#include <array>
#include <string_view>

#include "belief/assumptions.h"
#include "card/assumption.h"

namespace entente::campaign {

/// The numbers; defaults are those of the fields.
struct ArsenalAssumptions {
  double half_life_days = 5;
  double surge_factor = 2.5, surge_after_days = 135, capacity_lag_days = 60;
  double component_headroom = 1.25;
  double coproduction_spill = 0.5, cumulative_years = 10;
  double floor_share = 0.5, transfer_share = 0.25, output_share = 0.25, transfer_days = 14;
};

using ArsenalAssumption = card::Assumption<ArsenalAssumptions>;

inline constexpr std::array kArsenalAssumptions = {
    ArsenalAssumption{belief::fields::number(
                          "half_life_days", "days",
                          "In how many days use halves on the decaying path, where no table "
                          "says so.",
                          "Assumption; 402 interceptors in 16 days from 60 on the first (press "
                          "2026) give 5",
                          "5", 3, 30),
                      &ArsenalAssumptions::half_life_days},
    ArsenalAssumption{
        belief::fields::number("surge_factor", "", "What three shifts make of the output of one.",
                               belief::fields::kOurs, "2.5", 1.5, 3),
        &ArsenalAssumptions::surge_factor},
    ArsenalAssumption{
        belief::fields::number("surge_after_days", "days",
                               "Until further shifts begin; never longer than the lead time.",
                               "Assumption: 3 to 6 months", "135", 90, 180),
        &ArsenalAssumptions::surge_after_days},
    ArsenalAssumption{belief::fields::number("capacity_lag_days", "days",
                                             "Time constant of the growth to all shifts.",
                                             belief::fields::kOurs, "60", 30, 180),
                      &ArsenalAssumptions::capacity_lag_days},
    ArsenalAssumption{belief::fields::number(
                          "component_headroom", "",
                          "Rounds that the scarcest component allows, as a multiple of present "
                          "output, where no table counts it.",
                          belief::fields::kOurs, "1.25", 1, 2),
                      &ArsenalAssumptions::component_headroom},
    ArsenalAssumption{
        belief::fields::number("coproduction_spill", "share",
                               "What a partner's output counts as one's own in learning.",
                               belief::fields::kOurs, "0.5", 0, 1),
        &ArsenalAssumptions::coproduction_spill},
    ArsenalAssumption{
        belief::fields::number("cumulative_years", "years",
                               "Output so far, in years of present output; for learning.",
                               belief::fields::kOurs, "10", 5, 20),
        &ArsenalAssumptions::cumulative_years},
    ArsenalAssumption{
        belief::fields::number("floor_share", "share",
                               "What a partner that does not fight keeps of its stock.",
                               belief::fields::kOurs, "0.5", 0.3, 0.8),
        &ArsenalAssumptions::floor_share},
    ArsenalAssumption{
        belief::fields::number("transfer_share", "share",
                               "What such a partner gives of the stock above its floor.",
                               belief::fields::kOurs, "0.25", 0, 0.5),
        &ArsenalAssumptions::transfer_share},
    ArsenalAssumption{
        belief::fields::number("output_share", "share", "What such a partner gives of its output.",
                               belief::fields::kOurs, "0.25", 0, 0.5),
        &ArsenalAssumptions::output_share},
    ArsenalAssumption{
        belief::fields::number("transfer_days", "days",
                               "Days on the way of what a partner gives, after approval.",
                               belief::fields::kOurs, "14", 7, 45),
        &ArsenalAssumptions::transfer_days},
};

}  // namespace entente::campaign
