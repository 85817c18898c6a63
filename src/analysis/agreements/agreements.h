/// What agreements are in force, and what changed between two days.
///
/// Floor 5; uses scenario and below.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis agreements;

}  // namespace entente::analysis
