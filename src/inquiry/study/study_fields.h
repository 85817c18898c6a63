/// What a study file may hold: the reader's keys and ranges, and the page of `describe study`.
///
/// Floor 6; part of study.
#pragma once

#include <span>
#include <string_view>

#include "scenario/scenario_fields.h"

namespace entente::inquiry {

inline constexpr std::string_view kMeasureNames[] = {"gap",        "p_covered", "shortfall",
                                                     "dependence", "hub_load",  "cost"};
/// In the order of `SpendHow`.
inline constexpr std::string_view kSpendNames[] = {"none", "present_mix", "each_alone", "pooled"};

[[nodiscard]] const scenario::ScenarioSection& study_section();
[[nodiscard]] const scenario::ScenarioSection& belief_section();
[[nodiscard]] const scenario::ScenarioSection& variant_section();
[[nodiscard]] const scenario::ScenarioSection& spend_section();

/// All of them, in this order.
[[nodiscard]] std::span<const scenario::ScenarioSection* const> study_sections();

/// A key of [study]. REQUIRES: there is one.
[[nodiscard]] const card::Field& study_key(std::string_view name);

}  // namespace entente::inquiry
