/// What levers press on whoever may attack, laid out and in a world.
///
/// Floor 4; part of campaign.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "actors/pressure.h"
#include "campaign/knob.h"
#include "scenario/library.h"

namespace entente::campaign {

/// One lever's part.
struct PressureCase {
  std::string lever;
  Knob hazard, conceded, cost, slip;  ///< 0 where it changes nothing.
  bool offer = false;
};

/// A change of how likely a nuclear promise is kept.
struct UmbrellaCase {
  Symbol guarantor;
  Knob by;
};

/// The pressures that bear on a contingency; without one, on an attack on these targets wherever.
[[nodiscard]] std::vector<PressureCase> pressures_on(const scenario::Library& library,
                                                     Symbol contingency,
                                                     std::span<const Symbol> targets);

/// The changes of nuclear promises that protect one of these targets.
[[nodiscard]] std::vector<UmbrellaCase> umbrellas_over(const scenario::Library& library,
                                                       std::span<const Symbol> targets);

/// What pressures make together: factors of hazards multiply, the rest adds up. `sample` gives a
/// number of a world; reputation and sharpness are the assumptions of hedging in it. The factor of
/// hazards is cut to [.01, 100].
[[nodiscard]] actors::Pressure together(std::span<const PressureCase> pressures,
                                        const std::function<double(const Knob&)>& sample,
                                        const scenario::Plan& plan);

}  // namespace entente::campaign
