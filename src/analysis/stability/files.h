/// A network in two files of the user's: strengths and links.
///
/// Floor 5; part of stability.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "text/decimal.h"

namespace entente::analysis {

struct FileNetwork {
  std::vector<std::string> names;  ///< In the order of the file.
  std::vector<text::Decimal> strengths;
  std::vector<std::pair<std::size_t, std::size_t>> links;
};

/// Lines `state,strength`, with or without that header. Errors: those of `parse_csv`;
/// `missing_key`, `wrong_type`, `bad_value` (not above 0), `duplicate`, `empty_file`, `too_large`.
[[nodiscard]] Result<FileNetwork> read_strengths(std::string_view bytes, std::string_view file);

/// Lines `state,state`, with or without a header of other words. A link may stand in both
/// directions. An empty file has no links. Errors: those of `parse_csv`; `unknown_state`,
/// `bad_value` (a state with itself), `duplicate`.
[[nodiscard]] Faults read_links(std::string_view bytes, std::string_view file,
                                FileNetwork& network);

}  // namespace entente::analysis
