/// Whether the gap grows the faster the more contingencies there are.
///
/// Floor 5; part of ledger.
#pragma once

#include <string>

#include "campaign/gaps.h"
#include "campaign/question.h"

namespace entente::analysis {

/// Second differences of the gap over the subsets of a set: gap(S+a+b) - gap(S+a) - gap(S+b) +
/// gap(S) for every pair and every subset without it. Where units are committed once, in one period
/// and with lift enough, none is below 0 (the served value of an assignment is submodular: Kelso
/// and Crawford 1982, Gul and Stacchetti 1999); else it is a property to be tested.
struct Structure {
  std::size_t tested = 0, violated = 0;
  double worst = 0;      ///< Per cent of all that is asked; the least, at most 0.
  std::string worst_of;  ///< `S with a and b`; empty where none is below 0.
};

/// Of the largest set asked, or its first eight contingencies. Cost: one optimum a subset. Throws
/// `Cancelled`.
[[nodiscard]] Structure structure_of(const campaign::Question& question,
                                     const campaign::DrawTerms& terms, const Run& run);

}  // namespace entente::analysis
