/// Support for an option as a state in [0, 1], and what moves it.
///
/// Floor 2; part of domestic. Support is what is settled, plus a rally that fades, less what a
/// hostile campaign took, which comes back. The law is kept in differences, so that the order and
/// number of steps matter only where support meets 0 or 1:
///   d settled = k_threat d threat - k_casualties d log10(casualties) - k_tax d tax,
///   rally' = -rally ln 2 / half-life, campaign' = -campaign ln 2 / half-life.
/// Source: models of this project, section 16; log casualties: Mueller (1973).
#pragma once

#include "domestic/movers.h"

namespace entente::domestic {

/// Days of a month, as every half-life in months takes them.
inline constexpr double kDaysMonth = 365.25 / 12;

/// Support for one option. Make it with the support of a survey as `settled`, and nothing else.
struct Opinion {
  double settled = 0.5;   ///< In [0, 1]: what stays when rallies and campaigns have faded.
  double rally = 0;       ///< In [0, 1]: what a crisis adds for now.
  double campaign = 0;    ///< In [0, 1]: what information campaigns took for now.
  double casualties = 0;  ///< >= 0: own, so far, of the war the option is about.

  /// Support now, in [0, 1].
  [[nodiscard]] double support() const;
};

/// What happens in one step. Nothing by default.
struct Happening {
  double days = 0;           ///< >= 0: rallies and campaigns of before fade for so long first.
  double threat_change = 0;  ///< In [-1, 1]: threat is a share, 0 none, 1 full.
  double casualties = 0;     ///< >= 0: new ones of this step.
  double tax_change = 0;     ///< Per cent of GDP; below 0 is relief.
  double reach = 0;          ///< In [0, 1]: share of the public a hostile campaign reaches.
  double resilience = 0;     ///< In [0, 1]: share of those reached who resist it.
  double rally = 0;          ///< In [0, 1]: how much of a full rally a crisis calls up.
};

/// What support loses when casualties grow from `before` to `after`, >= 0:
/// k log10(max(1, after) / max(1, before)). So o(10 x) = o(x) - k for x >= 1, and the first death
/// costs nothing by itself. REQUIRES: 0 <= before <= after.
/// Source: Mueller (1973): support falls with the logarithm of cumulated casualties.
[[nodiscard]] double lost_to_casualties(double before, double after, const Movers& movers);

/// What a hostile campaign takes at once, in [0, 1]: k reach (1 - resilience).
[[nodiscard]] double lost_to_campaign(double reach, double resilience, const Movers& movers);

/// What is left of `value` after `passed` when half goes in each `half_life` (same unit). A
/// half-life of 0 leaves nothing once any time has passed. REQUIRES: passed, half_life >= 0.
[[nodiscard]] double faded(double value, double passed, double half_life);

/// The state after a step. Support stays in [0, 1]; it never falls with threat, rally or
/// resilience, and never rises with casualties, taxes or reach.
[[nodiscard]] Opinion moved(const Opinion& before, const Happening& step, const Movers& movers);

}  // namespace entente::domestic
