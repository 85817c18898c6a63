/// Who carries what in an alliance, against what theory, pledges and benefits would have it carry.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis burden;

}  // namespace entente::analysis
