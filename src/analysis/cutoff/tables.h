/// The tables of the record of a cut-off, and its sentence.
///
/// Floor 5; part of cutoff.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/cutoff/gap.h"
#include "analysis/cutoff/shares.h"
#include "card/mover.h"

namespace entente::analysis {

/// Everything that was worked out, for the tables to read.
struct CutoffFindings {
  const CutoffAsked& asked;
  const world::World& world;
  const campaign::Sampling& sampling;
  const Dependents& dependents;
  const solve::Sums& shares;
  std::vector<double> at_tables = {};            ///< Row of shares with the facts of the tables.
  std::vector<double> worst = {}, best = {};     ///< At the ends of all ranges.
  std::vector<double> naive = {};                ///< The naive reading of it.
  const campaign::Question* question = nullptr;  ///< Null: the scenario has no contingency.
  std::optional<campaign::Drawn> gaps = {};
  /// What moves the usable share and what is missed more; empty where facts are not varied.
  std::vector<card::Mover> usable_movers = {}, gap_movers = {};
};

[[nodiscard]] std::span<const card::TableSpec> cutoff_tables();
[[nodiscard]] std::span<const card::View> cutoff_views();

void add_tables(card::Record& record, const CutoffFindings& findings);

/// The sentence that answers the question, with the spread where there is one.
[[nodiscard]] std::string cutoff_finding(const CutoffFindings& findings);

}  // namespace entente::analysis
