/// What a study file may hold: the reader's keys and ranges, and the page of `describe study`.
///
/// Floor 5; part of studies.
#pragma once

#include <span>
#include <string_view>

#include "scenario/scenario_fields.h"

namespace entente::studies {

inline constexpr std::string_view kMeasureNames[] = {"gap",        "p_covered", "shortfall",
                                                     "dependence", "hub_load",  "cost"};
/// In the order of `SpendHow`.
inline constexpr std::string_view kSpendNames[] = {"none", "present_mix", "each_alone", "pooled"};

inline constexpr std::string_view kDesignNames[] = {"sobol", "latin_hypercube", "morris",
                                                    "factorial"};
inline constexpr std::string_view kAggregateNames[] = {"sum",   "mean",  "least", "most",
                                                       "count", "first", "last"};
/// In the order of `Sets`.
inline constexpr std::string_view kTargetNames[] = {"assumption", "facts", "argument", "lever"};
/// In the order of `Relation`.
inline constexpr std::string_view kRelationNames[] = {"above", "at_least", "below", "at_most"};
/// In the order of `less`, `more`.
inline constexpr std::string_view kAimNames[] = {"less", "more"};

[[nodiscard]] const scenario::ScenarioSection& study_section();
[[nodiscard]] const scenario::ScenarioSection& belief_section();
[[nodiscard]] const scenario::ScenarioSection& variant_section();
[[nodiscard]] const scenario::ScenarioSection& spend_section();
[[nodiscard]] const scenario::ScenarioSection& explore_section();
[[nodiscard]] const scenario::ScenarioSection& factor_section();
[[nodiscard]] const scenario::ScenarioSection& measure_section();
[[nodiscard]] const scenario::ScenarioSection& claim_section();
[[nodiscard]] const scenario::ScenarioSection& condition_section();
[[nodiscard]] const scenario::ScenarioSection& term_section();

/// All of them, in this order.
[[nodiscard]] std::span<const scenario::ScenarioSection* const> study_sections();

/// A key of [study]. REQUIRES: there is one.
[[nodiscard]] const card::Field& study_key(std::string_view name);

}  // namespace entente::studies
