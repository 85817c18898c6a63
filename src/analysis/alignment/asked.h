/// What an alignment is asked for: the case, and how ties and camps are taken.
///
/// Floor 5; part of alignment.
#pragma once

#include <string>
#include <vector>

#include "scenario/analysis.h"
#include "scenario/landscape_file.h"
#include "solve/landscape.h"

namespace entente::analysis {

struct AlignmentAsked {
  scenario::LandscapeCase about;
  solve::Landscape landscape;
  double per_one = 1;    ///< Whole numbers of the landscape that make an energy of one.
  bool rounded = false;  ///< The products have more digits than whole numbers hold.
  solve::Sought sought;
  bool library_case = false;
};

/// Reads the case: one of the library, a file, or sizes and propensities in files of their own,
/// which also stand in for those of a case. Every fault of every file at once.
[[nodiscard]] Result<AlignmentAsked> read_alignment(const Request& request);

/// size_i size_j propensity_ij as whole numbers, `per_one` of them one, exact where they fit.
void weigh(AlignmentAsked& asked);

}  // namespace entente::analysis
