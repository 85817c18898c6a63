/// The cases, each in a file of its own.
///
/// Floor 6; part of validate.
#pragma once

#include "inquiry/validate/case.h"

namespace entente::inquiry {

extern const Case adjudication_case, allocation_case, burden_1964_case, capabilities_case,
    casus_case, common_cause_case, connections_case, landscape_case, learning_case,
    opportunism_case, reliability_case, robust_plan_case, similarity_case, war_stability_case,
    wars_case;

}  // namespace entente::inquiry
