/// The tables of judged claims, and what they say in sentences.
///
/// Floor 6; part of claims.
#pragma once

#include <span>
#include <string>

#include "card/record.h"
#include "inquiry/claims/judge.h"

namespace entente::inquiry {

[[nodiscard]] std::span<const card::TableSpec> claim_tables();
[[nodiscard]] std::span<const card::View> claim_views();

/// Adds the rows of one claim to the tables of a record.
void add_claim(card::Record& record, const studies::Exploration& exploration, const Judged& judged);

/// What came out for one claim, in a sentence of its figures.
[[nodiscard]] std::string claim_finding(const studies::Exploration& exploration,
                                        const Judged& judged);

}  // namespace entente::inquiry
