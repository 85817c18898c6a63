/// The analysis `entrapment`: how firm a promise can be without inviting adventure.
///
/// Floor 5.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis entrapment;

}  // namespace entente::analysis
