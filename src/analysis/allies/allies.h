/// Who is a treaty ally of a state, and who a partner.
///
/// Floor 5; uses scenario and below.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis allies;

}  // namespace entente::analysis
