/// Comma-separated tables (RFC 4180) with a header, read with positions and written exactly.
///
/// Floor 1; uses base.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente::text {

/// One cell and where it began.
struct Cell {
  std::string text;
  int line = 0;
  int column = 0;  ///< Byte column from 1.
};

/// A table whose rows all have as many cells as the header.
struct Csv {
  std::string file;
  std::vector<std::string> header;
  std::vector<Where> header_places;  ///< One a column.
  std::vector<std::vector<Cell>> rows;

  /// The number of the column called `name`, or -1.
  [[nodiscard]] int column(std::string_view name) const;
};

/// Reads a table: fields may be quoted, quotes doubled, lines end in LF or CRLF, a byte order mark
/// is skipped, blank lines are skipped. Errors: `empty_file`, `not_text` (a NUL byte or invalid
/// UTF-8), `too_large`, `syntax` (an open quote, a row too short or too long: every such row),
/// `duplicate` (a column twice). Cost O(bytes).
[[nodiscard]] Result<Csv> parse_csv(std::string_view bytes, std::string_view file);

/// A field as it must stand in a file: quoted when it holds a comma, quote, CR, LF or outer space.
[[nodiscard]] std::string csv_field(std::string_view text);

}  // namespace entente::text
