#include "inquiry/goals/measures/list.h"

namespace entente::inquiry {

std::span<const Measure* const> all_measures() {
  // One measure a line, in the order of goals. Economic stability has none: it needs flows of
  // trade, which the library does not hold.
  static constexpr const Measure* kAll[] = {
      &deter_measure,              //
      &assure_measure,             //
      &crisis_management_measure,  //
      &modernise_measure,          //
      &influence_measure,          //
      &efficiency_measure,         //
      &access_measure,             //
      &entanglement_measure,       //
      &cost_measure,               //
  };
  return kAll;
}

}  // namespace entente::inquiry
