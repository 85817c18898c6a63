/// When stocks of munitions run out, and what output, partners and money change.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis arsenal;

}  // namespace entente::analysis
