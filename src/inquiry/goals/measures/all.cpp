#include "inquiry/goals/measures/list.h"

namespace entente::inquiry {

std::span<const Measure* const> all_measures() {
  // One measure a line, in the order of goals.
  static constexpr const Measure* kAll[] = {
      &deter_measure,               //
      &assure_measure,              //
      &crisis_management_measure,   //
      &modernise_measure,           //
      &economic_stability_measure,  //
      &influence_measure,           //
      &efficiency_measure,          //
      &access_measure,              //
      &entanglement_measure,        //
      &cost_measure,                //
  };
  return kAll;
}

}  // namespace entente::inquiry
