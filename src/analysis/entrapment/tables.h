/// The tables of the record on entrapment, and its finding.
///
/// Floor 5; part of entrapment.
#pragma once

#include <span>
#include <string>

#include "analysis/entrapment/sweep.h"
#include "card/record.h"

namespace entente::analysis {

struct EntrapmentFindings {
  const EntrapmentAsked& asked;
  const solve::Sums& sums;

  [[nodiscard]] EntrapmentColumns columns() const { return columns_of(asked); }
  [[nodiscard]] const std::string& contingency(std::size_t place) const {
    return asked.question.situation.places[place].name;
  }
};

[[nodiscard]] std::span<const card::TableSpec> entrapment_tables();
[[nodiscard]] std::span<const card::View> entrapment_views();

/// Adds all tables to the record.
void add_tables(card::Record& record, const EntrapmentFindings& findings);

/// The sentence that answers the question.
[[nodiscard]] std::string entrapment_finding(const EntrapmentFindings& findings);

/// What a reader must know before quoting a figure.
void add_notices(card::Record& record, const EntrapmentFindings& findings);

}  // namespace entente::analysis
