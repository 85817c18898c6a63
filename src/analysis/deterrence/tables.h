/// The tables of the record on deterrence, and its finding.
///
/// Floor 5; part of deterrence.
#pragma once

#include <span>
#include <string>

#include "analysis/deterrence/central.h"
#include "analysis/deterrence/sponsors.h"
#include "analysis/deterrence/suppliers.h"
#include "card/record.h"

namespace entente::analysis {

/// Everything that was worked out.
struct DeterrenceFindings {
  const Asked& asked;
  const Swept& swept;
  Central central = {};  ///< Empty where the run was stopped before.
  std::vector<Strike> strikes = {};
  std::vector<Sponsored> sponsored = {};
  std::string cut_off;               ///< The patron that withholds; empty: none does.
  std::vector<Swept> supplied = {};  ///< The sweep without the switch, where one is thrown.
};

[[nodiscard]] std::span<const card::TableSpec> deterrence_tables();
[[nodiscard]] std::span<const card::View> deterrence_views();

/// Adds all tables to the record.
void add_tables(card::Record& record, const DeterrenceFindings& findings);

/// The sentence that answers the question, with the spread where there is one.
[[nodiscard]] std::string deterrence_finding(const DeterrenceFindings& findings);

/// What a reader must know before quoting a figure.
void add_notices(card::Record& record, const DeterrenceFindings& findings);

}  // namespace entente::analysis
