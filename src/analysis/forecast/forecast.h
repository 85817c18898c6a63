/// How the system of alliances evolves when everybody answers everybody.
///
/// Floor 5.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis forecast;

}  // namespace entente::analysis
