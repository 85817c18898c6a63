/// The tables of the record of a burden, and its sentence.
///
/// Floor 5; part of burden.
#pragma once

#include <span>
#include <string>

#include "analysis/burden/model.h"
#include "card/record.h"

namespace entente::analysis {

/// Everything that was worked out, for the tables to read.
struct BurdenFindings {
  const scenario::Library& library;
  const BurdenFacts& facts;
  const BurdenCase& burden;
  const BurdenModel& model;
  const campaign::Sampling& sampling;
  const solve::Sums& sums;
  std::vector<SizeTest> sizes;  ///< [year of `burden`]
  double fitting_alpha = 0;     ///< At which as much would be given freely as is spent.
};

[[nodiscard]] std::span<const card::TableSpec> burden_tables();
[[nodiscard]] std::span<const card::View> burden_views();

/// Tables of `burden_tables` by their place in it.
enum class BurdenTable {
  shares,
  distances,
  free_riding,
  contributions,
  equilibria,
  technologies,
  size,
  duplication,
  resilience,
  assumptions
};
[[nodiscard]] const card::TableSpec& burden_table(BurdenTable which);

/// Who carries what: burden, distances, free_riding.
void add_carried(card::Record& record, const BurdenFindings& findings);
/// What each brings, row by row with its source.
void add_contributions(card::Record& record, const BurdenFindings& findings);
/// What is lacking of both parts of the pledge of 2025; no rows where its core is not asked for.
void add_resilience(card::Record& record, const BurdenFindings& findings);
/// What theory and arithmetic say: equilibria, technologies, size, duplication, assumptions.
void add_benchmarks(card::Record& record, const BurdenFindings& findings);

/// The sentences that answer the question, with the spread where there is one.
[[nodiscard]] std::string burden_finding(const BurdenFindings& findings);

}  // namespace entente::analysis
