/// Worlds of strengths: how often a state is vulnerable in them, and what moves that most.
///
/// Floor 5; part of stability.
#pragma once

#include "analysis/stability/tables.h"

namespace entente::analysis {

/// Strengths log-normal about their value, standard deviation of the logarithm by confidence.
/// Nothing where no figure states one.
void vary_strengths(NetworkFindings& findings, solve::Coalition coalition, std::uint64_t seed);

/// Each strength at both ends of what its confidence leaves open, and gamma at both ends of its
/// range, all else as it is. Cost: two looks at the network each.
void move_strengths(NetworkFindings& findings, solve::Coalition coalition);

}  // namespace entente::analysis
