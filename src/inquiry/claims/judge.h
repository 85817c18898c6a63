/// One claim over its futures: in which of them it holds, what it hangs on, where it fails.
///
/// Floor 6; part of claims.
#pragma once

#include <string>
#include <vector>

#include "solve/regret.h"
#include "studies/experiments/boxes.h"

namespace entente::inquiry {

/// Values over the futures.
struct Spread {
  double mean = 0, p05 = 0, p95 = 0;
};

/// One condition over the futures.
struct JudgedCondition {
  solve::Index holds;              ///< Share of the futures, with its 90 % interval.
  Spread left, right;              ///< The two sums.
  std::vector<double> rank;        ///< [axis] Rank correlation with what speaks for it.
  double plain_left, plain_right;  ///< With every factor at its plain value.
  bool plain = false;              ///< Whether it holds there.
};

struct Judged {
  solve::Index holds;  ///< Share of the futures in which every condition holds.
  std::vector<JudgedCondition> conditions;
  studies::Failing failing;  ///< Where it does not.
  std::size_t futures = 0;
  bool plain = false;  ///< Whether it holds with every factor at its plain value.
};

/// Judges the claim of `exploration.study` by what came out. `plain`: the outcomes with every
/// factor at its plain value. REQUIRES: the study has a claim; at least one future. Errors:
/// `bad_value` (a variant that is not looked at under the belief that is explored), at the term.
[[nodiscard]] Result<Judged> judge(const studies::Exploration& exploration,
                                   const studies::Experiments& experiments,
                                   const studies::Outcomes& plain);

/// The terms of the claim that nobody computes, before anything is run: as `judge`.
[[nodiscard]] Faults unjudged_terms(const studies::Exploration& exploration);

}  // namespace entente::inquiry
