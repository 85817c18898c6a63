/// Records as things that can be compared: parameters, origin, and the rows of every table.
///
/// Floor 6; uses card.
#pragma once

#include <utility>

#include "inquiry/diff/holding.h"
#include "records/record_file.h"

namespace entente::inquiry {

using records::NamedValues;
using records::RecordFile;

/// Two records of one analysis as holdings. Kinds: `record` (its origin), `params`, and each table.
///
/// Rows of a table are told apart by its key: from the left, columns that hold no figures (texts,
/// yes or no, whole numbers: everything but real numbers, in both records), as many as it takes
/// until no two rows of one record agree. Where all of them do not suffice, rows that agree are
/// matched in their order; a table without such a column is matched row by row. Each other column
/// is a field, figures first. Cost O(cells log rows).
[[nodiscard]] std::pair<Holdings, Holdings> holdings_of(const RecordFile& a, const RecordFile& b);

}  // namespace entente::inquiry
