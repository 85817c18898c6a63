/// Variants of a scenario under several beliefs, side by side.
///
/// Floor 6; uses floors 0-5.
#pragma once

#include "scenario/analysis.h"
#include "text/node.h"

namespace entente::inquiry {

extern const scenario::Analysis study;

/// Every fault of a study file: its form, and its levers in every variant under every belief.
/// Nothing is bought and nothing drawn.
[[nodiscard]] Faults check_study(const text::Document& document, const scenario::Library& library);

}  // namespace entente::inquiry
