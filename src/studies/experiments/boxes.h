/// Where among the futures of an exploration something goes wrong.
///
/// Floor 5; part of studies.
#pragma once

#include <string>
#include <vector>

#include "solve/prim.h"
#include "studies/experiments/experiments.h"

namespace entente::studies {

/// Boxes in which something fails, densest in failures first.
struct Failing {
  std::string measure;       ///< What is asked for: the id of a measure, or `all` of them.
  std::size_t failures = 0;  ///< Futures in which it fails.
  std::vector<solve::PrimSearch> boxes;
  std::vector<double> coverage;  ///< [box] Of all failures, those in earlier boxes taken out.
};

/// At most two boxes of the futures in which `good` is 0, the second among what the first leaves
/// out. None where there are fewer than 20 futures, where less than a twentieth of them fail, or
/// where all do. `good`: [future], as `Experiments::ensemble`. Cost: that of `solve::prim`.
[[nodiscard]] Failing failing_boxes(const Exploration& exploration, const Experiments& experiments,
                                    const std::string& measure, const std::vector<char>& good);

}  // namespace entente::studies
