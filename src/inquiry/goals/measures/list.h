/// The measures, each in a file of its own.
///
/// Floor 6; part of goals.
#pragma once

#include "inquiry/goals/measure.h"

namespace entente::inquiry {

extern const Measure deter_measure;
extern const Measure assure_measure;
extern const Measure crisis_management_measure;
extern const Measure modernise_measure;
extern const Measure economic_stability_measure;
extern const Measure influence_measure;
extern const Measure efficiency_measure;
extern const Measure access_measure;
extern const Measure entanglement_measure;
extern const Measure cost_measure;

}  // namespace entente::inquiry
