/// Hub, lattice, or neither: who depends on whom, what a withdrawal costs, and the best next pact.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis architecture;

}  // namespace entente::analysis
