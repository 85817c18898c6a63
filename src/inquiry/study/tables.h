/// The tables of a study's record, and its finding.
///
/// Floor 6; part of study.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "card/record.h"
#include "inquiry/study/measures.h"
#include "inquiry/study/turning.h"

namespace entente::inquiry {

/// The gap of the largest set with another amount of money.
struct Level {
  double money = 0;  ///< bn USD a year.
  std::vector<std::unique_ptr<studies::Cell>> cells;
  campaign::Drawn drawn;
};

/// Everything that was worked out, for the tables to read.
struct StudyFindings {
  const studies::StudyFile& study;
  const std::vector<std::unique_ptr<studies::Cell>>& cells;
  const Watching& watching;
  const campaign::Drawn& drawn;
  const std::vector<Level>& levels;  ///< As the study lists them.
  const std::vector<Turn>& turns;
};

[[nodiscard]] std::span<const card::TableSpec> study_tables();
[[nodiscard]] std::span<const card::View> study_views();

void add_tables(card::Record& record, const StudyFindings& findings);

/// The sentence that answers the study, from the figures alone.
[[nodiscard]] std::string study_finding(const StudyFindings& findings);

}  // namespace entente::inquiry
