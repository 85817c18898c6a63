/// Trade and chokepoints at risk, prices, and coercion by trade.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis commerce;

}  // namespace entente::analysis
