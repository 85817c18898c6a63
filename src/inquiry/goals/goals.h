/// What each agreement, member or lever adds to each goal, and which goals are displaced.
///
/// Floor 6; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::inquiry {

extern const scenario::Analysis goals;

}  // namespace entente::inquiry
