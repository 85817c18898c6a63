/// Which uncertainties drive an answer, and where a plan fails.
///
/// Floor 6; uses floors 0-5.
#pragma once

#include "scenario/analysis.h"
#include "text/node.h"

namespace entente::inquiry {

extern const scenario::Analysis explore;

/// Every fault of what a study file says about exploring: its form, its names against the cards of
/// the analyses, its levers at either end. Nothing is bought and nothing run.
[[nodiscard]] Faults check_explore(const text::Document& document,
                                   const scenario::Request& request);

}  // namespace entente::inquiry
