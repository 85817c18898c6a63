/// Estimates for people: a figure, its interval and its spread in one cell.
///
/// Floor 8; uses card.
#pragma once

#include <span>
#include <string>

#include "card/record.h"

namespace entente::report {

/// The table with every column `x` and those of its errors (`x_lo`, `x_hi`: interval of the mean;
/// `x_p05`, `x_p95`: spread over facts and assumptions) in one column of texts, as in
/// `31 [30, 33] {21, 44}`, three significant digits. Tables without such columns stay as they are.
[[nodiscard]] card::Table gather_estimates(const card::Table& table);

/// What the brackets of gathered tables mean, in one sentence; empty where there are none.
[[nodiscard]] std::string legend(std::span<const card::Table> tables);

/// At most three significant digits, whole numbers whole.
[[nodiscard]] std::string three_digits(double value);

}  // namespace entente::report
