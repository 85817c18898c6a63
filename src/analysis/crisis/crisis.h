/// How a crisis climbs and ends.
///
/// Floor 5.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis crisis;

}  // namespace entente::analysis
