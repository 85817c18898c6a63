/// The levers that can be chosen, with what they cost and what they rule out.
///
/// Floor 6; part of design.
#pragma once

#include <string>
#include <vector>

#include "inquiry/design/search.h"
#include "scenario/analysis.h"
#include "scenario/levers/lever.h"

namespace entente::inquiry {

struct Candidate {
  std::string card;
  std::vector<scenario::Lever> levers;  ///< One, as `pull` takes it.
  world::Uncertain cost;                ///< bn USD of 2025 a year; may be below 0.
  world::Uncertain delay_months;
};

struct Candidates {
  std::vector<Candidate> all;        ///< In the order named, else by name.
  Choice choice;                     ///< Costs below 0 count 0: nobody hands a saving over.
  std::vector<std::string> refused;  ///< Cards that the library has and this scenario cannot pull.
  std::vector<std::string> late;     ///< Not in effect within the years of the plan.
};

/// The levers named with `--lever`, else all of the library; without those of `--never`. Costs are
/// their plain values. Errors: `unknown_name` with the nearest; of named ones also those of `pull`;
/// `bad_value` where none is left; `too_large` over 64.
[[nodiscard]] Result<Candidates> choose_candidates(const scenario::Request& request);

/// The library with a portfolio pulled, in the order of the candidates.
[[nodiscard]] Result<scenario::Library> pulled(const scenario::Library& library,
                                               const Candidates& candidates, Portfolio portfolio);

}  // namespace entente::inquiry
