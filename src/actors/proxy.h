/// What is at stake where a group attacks that a state stands behind.
///
/// Floor 2; part of actors.
#pragma once

#include "actors/stakes.h"

namespace entente::actors {

/// How a sponsor stands behind an attack; by default nobody does, or openly.
struct Proxy {
  double link =
      0;  ///< In [0, 1]: what share of the decision is the sponsor's; else the group's own.
  double attribution = 1;  ///< In [0, 1]: probability that the attack is laid at its door.
};

/// The stakes of such a decision: prize and cost as they are; loss and the patron's entry count
/// w a + 1 - w times (the group pays for itself, its sponsor where it is found out), nuclear risk
/// w a times (a group has no territory to threaten). w = 1 and a = 1: a state that attacks itself.
/// Source: section 16 of the models of this project; the formula is an assumption.
[[nodiscard]] Stakes proxied(Stakes stakes, const Proxy& proxy);

}  // namespace entente::actors
