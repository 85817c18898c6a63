/// Two portfolios of ties from a file of the user's, and every measure of how alike they are.
///
/// Floor 5; uses text and solve. Part of `similarity`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "card/record.h"
#include "solve/similarity.h"

namespace entente::analysis {

/// The least and the greatest level a tie may have, from "0:3". Errors: `bad_argument`.
[[nodiscard]] Result<std::pair<int, int>> read_levels(std::string_view text);

struct PortfolioFile {
  solve::Portfolios both;
  int states = 0, low = 0, high = 0;
};

/// Reads a table `state,weight,a,b`: each state once, a weight that is not negative, whole levels.
/// `levels` is the text of the flag; without it the range is that of the levels in the file. Every
/// fault at once: those of the reader of tables, `missing_key`, `unknown_key`, `duplicate`,
/// `wrong_type`, `bad_value`, `empty_file`.
[[nodiscard]] Result<PortfolioFile> read_portfolios(std::string_view bytes, std::string_view file,
                                                    std::string_view levels);

/// A row a combination that exists: measure, disagreement, weighted, value.
[[nodiscard]] std::vector<std::vector<card::Value>> measures_of(const solve::Portfolios& both);

}  // namespace entente::analysis
