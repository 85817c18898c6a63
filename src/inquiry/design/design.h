/// The best portfolio of levers under a budget.
///
/// Floor 6; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::inquiry {

extern const scenario::Analysis design;

}  // namespace entente::inquiry
