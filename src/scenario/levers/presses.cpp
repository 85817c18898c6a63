#include "scenario/levers/presses.h"

namespace entente::scenario::levers {

Pressure pressure_of(const Effect& effect, const Pulling& pulling) {
  Pressure pressure;
  pressure.lever = pulling.lever.card;
  pressure.contingencies = names_of(effect, pulling, "contingencies");
  pressure.states = symbols_of(states_of(effect, pulling, "states"));
  if (pressure.contingencies.empty() && pressure.states.empty())
    pulling.fault(where(effect, pulling, "states"), "no state is left that it would protect");
  return pressure;
}

void check_where(const Effect& effect, const Where& at, Faults& faults) {
  if (given(effect, "contingencies") || given(effect, "states")) return;
  faults.push_back({Code::missing_key, at, "the lever says of no attack that it is meant",
                    "name `contingencies`, or the `states` that are protected"});
}

}  // namespace entente::scenario::levers
