/// What an alliance would decide together.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis negotiate;

}  // namespace entente::analysis
