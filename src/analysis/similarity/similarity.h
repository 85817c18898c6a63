/// How alike the commitments of two states are.
///
/// Floor 5; uses panel and below.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis similarity;

}  // namespace entente::analysis
