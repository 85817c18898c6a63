/// Commitments against capabilities when contingencies coincide.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis ledger;

}  // namespace entente::analysis
