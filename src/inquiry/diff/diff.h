/// What differs between two scenarios, or between two records of one analysis.
///
/// Floor 6; uses scenario and below.
#pragma once

#include "scenario/analysis.h"

namespace entente::inquiry {

/// Exact; draws nothing. Cost: that of applying both scenarios, or of reading both files.
extern const scenario::Analysis diff;

}  // namespace entente::inquiry
