/// Which states of an alliance network are vulnerable, and whether the network is war-stable.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis stability;

}  // namespace entente::analysis
