/// Writes records to files.
///
/// Floor 8; uses base and card.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "card/card.h"
#include "card/record.h"

namespace entente::report {

/// Writes the record to `path` in the form its extension names: `.json`, `.html`, `.csv` or
/// `.parquet` (its first table; beside a packed one the others too, as `FILE.TABLE.csv`) or `.md`;
/// `card` lends its words to a page and may be null. A record without tables also as `.toml` or
/// `.txt`, which hold its finding alone. The file appears whole or not at all. Returns what went
/// wrong: `bad_argument` for another extension or a record that has no table for a `.csv`, or
/// without the library that writes a `.parquet`
/// (`parquet.h`), `unreadable` where the file cannot be written.
[[nodiscard]] Faults write(const card::Record& record, const std::string& path,
                           const card::Card* card = nullptr);

/// What is wrong with `path` as a place to write a record to, before the work begins; empty when
/// nothing is. `has_tables`: whether the record will have tables.
[[nodiscard]] Faults check_path(const std::string& path, bool has_tables);

}  // namespace entente::report
