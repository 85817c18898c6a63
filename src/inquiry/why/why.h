/// From a figure of a record to the facts and assumptions it rests on.
///
/// Floor 6; uses floors 0-5.
#pragma once

#include "scenario/analysis.h"

namespace entente::inquiry {

extern const scenario::Analysis why;

}  // namespace entente::inquiry
