/// The analysis `hedge`: what a protected state does best about doubt in its guarantor.
///
/// Floor 5.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis hedge;

}  // namespace entente::analysis
