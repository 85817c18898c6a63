/// The tables of the arsenal's record.
///
/// Floor 5; part of arsenal.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/arsenal/sweep.h"
#include "card/record.h"

namespace entente::analysis {

/// Everything that was worked out, for the tables to read.
struct ArsenalFindings {
  const ArsenalQuestion& question;
  const scenario::Library& library;
  const campaign::Sampling& sampling;
  const campaign::Drawn& drawn;
  std::vector<double> kept = {};      ///< Head of the nominal world with all promises kept.
  std::vector<double> baseline = {};  ///< By magazine: all stocks that may be fired over the use.
  std::vector<double> alone = {};     ///< By magazine: days that the largest stock lasts alone.
  std::vector<double> bought = {};    ///< By move: rounds ordered; 0 where none.

  [[nodiscard]] ArsenalColumns columns() const {
    return {question.magazines.size(), question.moves.size()};
  }
};

[[nodiscard]] std::span<const card::TableSpec> arsenal_tables();
[[nodiscard]] std::span<const card::View> arsenal_views();

/// Adds all tables to the record.
void add_tables(card::Record& record, const ArsenalFindings& findings);

/// The sentence that answers the question, with the spread where there is one.
[[nodiscard]] std::string arsenal_finding(const ArsenalFindings& findings);

}  // namespace entente::analysis
