/// A saved game of the crisis room against what the model's players would have done.
///
/// Floor 6.
#pragma once

#include "scenario/analysis.h"

namespace entente::inquiry {

extern const scenario::Analysis debrief;

}  // namespace entente::inquiry
