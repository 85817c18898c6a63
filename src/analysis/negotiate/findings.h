/// What was found out about a decision, and its tables.
///
/// Floor 5; part of negotiate.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/run.h"
#include "card/record.h"
#include "scenario/negotiation_file.h"
#include "solve/collective_choice.h"

namespace entente::analysis {

/// A case as numbers; one world of it where it is sampled.
struct Assembly {
  std::vector<solve::Chooser> choosers;  ///< In the order of the file.
  solve::ChoiceRules rules;
};

/// What one world comes to.
struct Outcome {
  std::vector<double> p;      ///< Of each option in the election.
  std::vector<bool> carried;  ///< Of each option, under the rule.
  std::size_t adopted = 0;    ///< The likeliest that carries; what stands where none does.
  double mean = 0, median = 0;
  double bargained = 0;  ///< Weighted mean of positions once nothing moves.
};

/// What one number of the case or of the model moves: the mean after bargains at its ends, all else
/// as the case stands.
struct Swing {
  std::string name, unit, source;
  scenario::Ranged range;
  double low = 0, high = 0;
};

struct NegotiateFindings {
  scenario::NegotiationCase about;
  scenario::DecisionRule rule = scenario::DecisionRule::consensus;
  Assembly base;
  std::vector<double> options;  ///< Distinct positions and what stands, rising.
  std::size_t stands = 0;       ///< The option that is the status quo.
  Outcome outcome;
  solve::Bargain path;
  std::vector<Outcome> worlds;  ///< Empty where nothing is varied.
  bool path_varied = true;      ///< False where bargains are worked out once only.
  std::vector<Swing> swings;    ///< The largest first; empty over `kMostVariedPaths`.
};

/// Negotiators up to which the bargains are repeated in every world.
inline constexpr std::size_t kMostVariedPaths = 60;

/// `vary`: facts (capabilities by confidence: A 5, B 15, C 40 %, log-normal) or all (also positions
/// and salience evenly over their ranges, the exponent over [1, 2] and the cost of a contest over
/// [.02, .1]); anything else leaves the case as it is.
[[nodiscard]] Assembly draw_assembly(const NegotiateFindings& findings, const std::string& vary,
                                     std::uint64_t seed, std::uint64_t draw);

/// Every number with a range, moved alone. Cost: two bargains each.
[[nodiscard]] std::vector<Swing> swings_of(const NegotiateFindings& findings, const Run& run);

[[nodiscard]] Outcome outcome_of(const NegotiateFindings& findings, const Assembly& assembly,
                                 bool bargains);

[[nodiscard]] std::span<const card::TableSpec> negotiate_tables();
[[nodiscard]] std::span<const card::View> negotiate_views();
void add_tables(card::Record& record, const NegotiateFindings& findings);
[[nodiscard]] std::string negotiate_finding(const NegotiateFindings& findings);

/// The spread of a figure over the worlds; REQUIRES: there are some.
struct Spread {
  double p05 = 0, p95 = 0;
};
[[nodiscard]] Spread spread_of(const NegotiateFindings& findings, double (*figure)(const Outcome&));

}  // namespace entente::analysis
