/// The analysis `deterrence`: who attacks, when others do too.
///
/// Floor 5.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis deterrence;

}  // namespace entente::analysis
