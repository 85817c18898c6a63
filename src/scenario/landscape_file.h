/// Landscapes as files: sizes of states and their propensities to work together.
///
/// Floor 3; uses base, text. Numbers stay as they are written, so that no tie hangs on rounding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/decimal.h"
#include "text/node.h"

namespace entente::scenario {

/// States that one landscape may have.
inline constexpr std::size_t kMostStates = 300;

/// Sizes, in the order of their file: columns name and size, and, where there are any, source,
/// confidence and actual (the camp in which the state was in the end).
struct LandscapeSizes {
  std::vector<std::string> names;
  std::vector<text::Decimal> sizes;                       ///< Above 0.
  std::vector<std::string> sources, confidences, actual;  ///< Empty texts where nothing is said.
  std::vector<Where> places;
};

/// A square of propensities with its names.
struct Propensities {
  std::vector<std::string> names;
  std::vector<std::vector<text::Decimal>> values;  ///< Symmetric; 0 on the diagonal.
  std::vector<Where> places;                       ///< Of the names.
};

struct LandscapeCase {
  std::string name, title, source, confidence, note;
  LandscapeSizes sizes;
  std::vector<std::vector<text::Decimal>> propensities;  ///< In the order of the sizes.
};

/// Errors: those of `parse_csv`; `missing_key`, `unknown_key` (columns), `wrong_type` (no decimal
/// number of at most 18 digits), `bad_value` (a size that is not above 0), `duplicate`,
/// `empty_file`, `too_large` (over kMostStates).
[[nodiscard]] Result<LandscapeSizes> read_sizes(std::string_view bytes, std::string_view file);

/// A square table with the names as header and as first column. Errors: as `read_sizes`;
/// `bad_value` where the table is not square, a state's propensity towards itself is not 0, or two
/// states differ about each other, every such pair.
[[nodiscard]] Result<Propensities> read_propensities(std::string_view bytes, std::string_view file);

/// Both together. Errors: `missing_key` for a name that only one of them has.
[[nodiscard]] Result<LandscapeCase> join_landscape(LandscapeSizes sizes,
                                                   const Propensities& propensities);

/// A file with the table `[landscape]`, in which both stand as texts. Faults of the texts have the
/// lines of the file.
[[nodiscard]] Result<LandscapeCase> read_landscape(const text::Document& document);

}  // namespace entente::scenario
