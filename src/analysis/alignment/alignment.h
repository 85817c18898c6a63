/// The camps into which states fall, by their sizes and their propensities to work together.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis alignment;

}  // namespace entente::analysis
