/// Arguments about alliances as studies that can refute them.
///
/// Floor 6; uses floors 0-5.
#pragma once

#include "scenario/analysis.h"
#include "text/node.h"

namespace entente::inquiry {

extern const scenario::Analysis claims;

/// What is wrong with the claim of a study file, beyond what `check_explore` says of it.
[[nodiscard]] Faults check_claim(const text::Document& document, const scenario::Request& request);

}  // namespace entente::inquiry
