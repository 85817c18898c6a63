/// The tables of an exploration's record, and its finding.
///
/// Floor 6; part of explore.
#pragma once

#include <span>
#include <string>

#include "card/record.h"
#include "inquiry/explore/findings.h"

namespace entente::inquiry {

[[nodiscard]] std::span<const card::TableSpec> explore_tables();
[[nodiscard]] std::span<const card::View> explore_views();

void add_tables(card::Record& record, const Findings& findings);

/// Every point with its factors and what came out, one row a point and option: `experiment`,
/// `policy`, a column a factor, a column a measure.
void add_experiments(card::Table& table, const Findings& findings);

/// The sentence that answers the study, from the figures alone.
[[nodiscard]] std::string explore_finding(const Findings& findings);

/// A number in a sentence: three significant digits, no exponent below a million.
[[nodiscard]] std::string brief(double value);

}  // namespace entente::inquiry
