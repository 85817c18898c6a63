/// Published results, reproduced.
///
/// Floor 6; uses floors 0-5.
#pragma once

#include "scenario/analysis.h"

namespace entente::inquiry {

extern const scenario::Analysis validate;

}  // namespace entente::inquiry
