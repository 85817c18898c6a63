/// What a validation case is: a published result, and how we come to it.
///
/// Floor 6; part of validate. A case is one function in one file, listed in `cases/all.cpp`.
#pragma once

#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/analysis.h"

namespace entente::inquiry {

/// One figure held against what was published.
struct Check {
  std::string figure;  ///< In words, unique within its case.
  card::Value published;
  card::Value computed;                  ///< Nothing where it was not run.
  double tolerance = 0;                  ///< Largest difference that still holds; 0: exact.
  std::optional<bool> holds = {};        ///< None: not run.
  std::string needs = {};                ///< What it would take to run it.
  std::vector<std::string> inputs = {};  ///< Imported data it rests on.
  std::string cites = {};                ///< Where the case's own citation is too wide.
};

/// A figure within its tolerance; with 0 to the last bit.
[[nodiscard]] inline Check near(std::string figure, double published, double computed,
                                double tolerance) {
  return {std::move(figure), published, computed, tolerance,
          std::abs(published - computed) <= tolerance};
}

/// A word, a list or a count that must come out as it stands.
[[nodiscard]] inline Check same(std::string figure, card::Value published, card::Value computed) {
  const bool holds = published == computed;
  return {std::move(figure), std::move(published), std::move(computed), 0, holds};
}

/// A figure that only the user's data can give.
[[nodiscard]] inline Check not_run(std::string figure, card::Value published, double tolerance,
                                   std::string needs) {
  return {std::move(figure), std::move(published), {}, tolerance, std::nullopt, std::move(needs)};
}

/// The same checks with a citation of their own.
[[nodiscard]] inline std::vector<Check> citing(std::string_view cites, std::vector<Check> checks) {
  for (Check& one : checks) one.cites = cites;
  return checks;
}

struct Case {
  std::string_view name;    ///< snake_case.
  std::string_view what;    ///< What is reproduced: one sentence.
  std::string_view cites;   ///< Authors and year, as in a running text.
  std::string_view source;  ///< The publications in full.
  /// How far the published figure can be trusted: `published`, or `derived` by this project from
  /// what was published.
  std::string_view status;
  /// The figures; may fill further tables of the record, which are there and empty.
  std::vector<Check> (*run)(const scenario::Request& request, card::Record& record);
};

/// Every case, sorted by name.
[[nodiscard]] std::span<const Case* const> all_cases();

}  // namespace entente::inquiry
