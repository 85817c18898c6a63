/// What still works if a patron withholds its support, and what the ledger then lacks.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis cutoff;

}  // namespace entente::analysis
