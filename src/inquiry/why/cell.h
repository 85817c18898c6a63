/// A cell of a record as people name it: TABLE/ROW/COLUMN.
///
/// Floor 6; part of why.
#pragma once

#include <string>

#include "records/record_file.h"
#include "studies/experiments/gauge.h"

namespace entente::inquiry {

/// A figure that was found, and how to find it again in another record of the same analysis.
struct RecordCell {
  studies::Gauge gauge;  ///< Table, column and the texts that tell the row from others.
  double value = 0;
  std::string words;  ///< "gap of baltic+taiwan (table gap)".
};

/// Reads `text`: the table; the row, by its number from 1 or by words that stand in its cells,
/// `column=word` or `word`, with commas between; the column. Errors: `bad_value` (another form, a
/// row that is not there or not the only one, a cell that holds no number), `unknown_name` (table
/// or column, with the nearest).
[[nodiscard]] Result<RecordCell> find_cell(const records::RecordFile& record,
                                           const std::string& text);

}  // namespace entente::inquiry
