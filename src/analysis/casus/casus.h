/// Who must do what if this happens, by which article, and why the others need not.
///
/// Floor 5; uses scenario and below.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis casus;

}  // namespace entente::analysis
