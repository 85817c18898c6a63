/// The cases, each in a file of its own.
///
/// Floor 6; part of validate.
#pragma once

#include "inquiry/validate/case.h"

namespace entente::inquiry {

extern const Case adjudication_case;
extern const Case allocation_case;
extern const Case attribution_case;
extern const Case burden_1964_case;
extern const Case burden_sharing_case;
extern const Case capabilities_case;
extern const Case casus_case;
extern const Case chain_gang_case;
extern const Case common_cause_case;
extern const Case connections_case;
extern const Case domain_criterion_case;
extern const Case entrapment_case;
extern const Case ishigami_case;
extern const Case landscape_case;
extern const Case learning_case;
extern const Case link_formation_case;
extern const Case opportunism_case;
extern const Case planted_box_case;
extern const Case reliability_case;
extern const Case robust_plan_case;
extern const Case similarity_case;
extern const Case war_stability_case;
extern const Case wars_case;

}  // namespace entente::inquiry
