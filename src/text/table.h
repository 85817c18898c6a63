/// Plain text tables for a terminal.
///
/// Floor 1; uses base. Widths count code points, which is right for the scripts the library uses.
#pragma once

#include <string>
#include <vector>

namespace entente::text {

struct TextTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::vector<bool> right;  ///< Per column: align right (numbers). May be shorter than `header`.
};

/// Lays the table out in at most `width` columns (0: no limit): columns are as wide as their cells,
/// and when the whole is too wide the widest columns are wrapped at spaces. A line of dashes under
/// the header; two spaces between columns; no trailing spaces; ends with a newline.
[[nodiscard]] std::string lay_out(const TextTable& table, int width = 0);

/// The least width in which `lay_out` cuts no word.
[[nodiscard]] int narrowest(const TextTable& table);

/// Wraps a paragraph at spaces to lines of at most `width` code points, each after the first
/// indented by `indent` spaces.
[[nodiscard]] std::string wrap(const std::string& paragraph, int width, int indent = 0);

}  // namespace entente::text
