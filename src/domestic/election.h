/// Elections, which may put another attitude to the alliance into office.
///
/// Floor 2; part of domestic. The attitude is mu_Z: a shift, in probits, of all promises of a
/// state at once (see `belief/common_cause.h`). An election keeps the government's attitude or
/// brings in its rival's; where the state is no democracy there is none to lose. Source: models of
/// this project, sections 2 (a change of regime shifts mu_Z with hazard 1/48 a month) and 16; the
/// logit of the vote is an assumption.
#pragma once

#include "domestic/gates.h"
#include "domestic/movers.h"

namespace entente::domestic {

/// The two attitudes between which a state's voters choose, in probits.
struct Contest {
  double government = 0, rival = 0;
};

/// P(the rival wins) when the government's course has `support`, in (0, 1); 1/2 at support 1/2:
/// 1 / (1 + exp(v (support - 1/2))). 0 where the state is no democracy. Falls with support.
[[nodiscard]] double turnover(double support, Regime regime, const Movers& movers);

/// The attitude after an election whose luck is `luck` in [0, 1): the rival's where luck is below
/// the turnover.
[[nodiscard]] double attitude_after(const Contest& contest, double support, Regime regime,
                                    const Movers& movers, double luck);

/// The mean attitude over luck.
[[nodiscard]] double expected_attitude(const Contest& contest, double support, Regime regime,
                                       const Movers& movers);

/// P(at least one change of government in `months` >= 0) where the day of the vote is not known:
/// 1 - exp(-months / mean). 0 where the state is no democracy.
[[nodiscard]] double change_within(double months, Regime regime, const Movers& movers);

}  // namespace entente::domestic
