/// How likely each promise is kept, with its interval.
///
/// Floor 5; uses scenario, belief and below.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis credibility;

}  // namespace entente::analysis
