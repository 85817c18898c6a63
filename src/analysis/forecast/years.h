/// One world of facts and assumptions, and one life of the system of states in it, year by year.
///
/// Floor 5; part of forecast. A year: what promisors do by the scenario, changes of government and
/// threats to leave; attackers look for openings, promises come due and are kept or broken, all
/// beliefs answer; protected states spend and plan anew; ties form, deepen and lapse. Every number
/// that is drawn comes from a stream named by what it is for, so a draw depends on itself alone.
#pragma once

#include <set>
#include <vector>

#include "analysis/forecast/ground.h"
#include "belief/reliability.h"
#include "solve/public_good.h"

namespace entente::analysis {

/// What a world makes of the ground.
struct ForecastWorld {
  actors::ForecastTerms terms;
  belief::CommonCause cause;  ///< Without doubt.
  double w0 = 0;
  std::vector<campaign::HedgeCase> cases;  ///< [guarded]
  std::vector<double> busy;    ///< [player] what it gains in P(win) if all others attack too.
  std::vector<double> doubt;   ///< [guarantor] probits, on the day.
  std::vector<double> turned;  ///< [turn] what it says of doubt; unread where it says nothing.
  std::vector<double> worth;   ///< [i * n + j] of a rung, but for common enemies.
  std::vector<double> enemy;   ///< [i * n + j] common enemies, 1 for the pair that has most.
  std::vector<solve::Contributor> spenders;  ///< [guarded] income in bn USD; 0: not known.
};

/// The world of a number, or of the tables. Cost: some allocations.
[[nodiscard]] ForecastWorld forecast_world(const ForecastGround& ground,
                                           const campaign::WorldId& id, const Run& run);

/// What others do for a state, bn USD: their strength as its ladder has it, measured by what its
/// own forces cost, the guarantor's by how likely it comes.
[[nodiscard]] double counted_on(const campaign::HedgeCase& one, double spending, double theta);

/// What is told of a year.
struct YearSeen {
  double attacks = 0;             ///< Wars begun; in the first year, expected.
  double tested = 0, broken = 0;  ///< Promises of guarantors that came due, and were not kept.
  double threats = 0;             ///< Threats to leave.
  double pacts = 0, transitivity = 0;
  std::vector<double> belief;            ///< [guarded]
  std::vector<double> spending;          ///< [guarded] % of GDP, options included.
  std::vector<double> lost, lost_alone;  ///< [guarded] P(a crisis ends in defeat), and so without
                                         ///< the guarantor.
  std::vector<solve::Programmes> begun;  ///< [guarded] of the ladder.
  std::vector<solve::Programmes> stands;
};

/// All years of one draw, the first of them that of the scenario.
[[nodiscard]] std::vector<YearSeen> live(const ForecastGround& ground, const ForecastWorld& world,
                                         std::uint64_t seed, std::size_t draw);

}  // namespace entente::analysis
