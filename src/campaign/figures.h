/// Sampled figures as cells of a table and as words of a sentence.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <string>
#include <vector>

#include "campaign/question.h"
#include "card/record.h"
#include "solve/sums.h"

namespace entente::campaign {

/// Bounds that a figure cannot leave, whatever its interval says.
struct Bounds {
  double least = -1e300, most = 1e300;
};
inline constexpr Bounds kNotNegative{0, 1e300}, kShare{0, 1};

/// Five cells: mean, interval (`_lo`, `_hi`), spread (`_p05`, `_p95`); what was not varied is
/// empty.
void put(std::vector<card::Value>& row, const solve::Estimate& figure, const Vary& vary,
         const Bounds& bounds = {});

/// Three cells: mean and interval, of a figure whose facts are those of the tables.
void put_interval(std::vector<card::Value>& row, const solve::Estimate& figure, const Vary& vary,
                  const Bounds& bounds = {});

/// A number for a sentence: one digit below ten, none above.
[[nodiscard]] std::string plain(double value);

/// `12 % (9 to 15 over facts and assumptions)`; where facts are not varied, with the interval.
[[nodiscard]] std::string with_spread(const solve::Estimate& figure, const Vary& vary,
                                      const Bounds& bounds = kNotNegative,
                                      std::string_view unit = " %");

/// `12 % (interval of the mean 11 to 13)`; the interval only where honour is varied.
[[nodiscard]] std::string with_interval(const solve::Estimate& figure, const Vary& vary,
                                        const Bounds& bounds = kNotNegative,
                                        std::string_view unit = " %");

}  // namespace entente::campaign
