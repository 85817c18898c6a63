/// A campaign below the threshold of armed attack: what it takes piece by piece, and its price.
///
/// Floor 2; part of actors. Months of incidents; each that succeeds takes a share of what is left
/// of the prize, each may slip into an armed attack, which ends the campaign and is answered as
/// one. Source: models of this project, contingency C5 (cumulative fait accompli) and section 9
/// (hazard of escalation); all numbers are assumptions.
#pragma once

#include "actors/stakes.h"

namespace entente::actors {

struct Campaign {
  double incidents = 0;  ///< Expected until it ends.
  double taken = 0;      ///< Share of the prize in [0, 1] held at the end: the fait accompli.
  double slip = 0;       ///< Probability that some incident is answered as an armed attack.
  double gain = 0;       ///< In prizes: prize taken, less incidents, less the war that may come.
};

/// `succeeds`: probability in [0, 1] that an incident does, against what stands in its way;
/// `clash`: worth of the armed clash that a slip leads to, over what it is to leave things as they
/// are. Exact.
///
/// With n = incidents_month * months, s = slip_incident: E incidents = sum over i < n of (1-s)^i;
/// taken after i incidents = 1 - (1 - step succeeds)^i, kept at a slip too; gain = taken V +
/// slip clash - incidents cost_incident - (1 - slip) U_status_quo.
[[nodiscard]] Campaign campaign(double months, double succeeds, double clash, const Stakes& stakes);

}  // namespace entente::actors
