/// Tables as Parquet, by the library of DuckDB where the user has it.
///
/// Floor 8; uses base, text and card. No package of a distribution writes Parquet, so the library
/// is looked for when a file is asked for: the path in `ENTENTE_DUCKDB`, else
/// `~/.local/share/entente/libduckdb.so` (or below `XDG_DATA_HOME`), where `tools/get_parquet` puts
/// it, else what the system has by that name.
#pragma once

#include <string>

#include "base/error.h"
#include "card/record.h"

namespace entente::report {

/// What is wrong where there is no library; empty where there is one. `path` is the file asked for.
[[nodiscard]] Faults check_parquet(const std::string& path);

/// Writes a table: whole numbers as BIGINT, numbers as DOUBLE, yes or no as BOOLEAN, texts and
/// mixed columns as VARCHAR, nothing as NULL; compressed (zstd). By way of a CSV file beside it,
/// which is gone afterwards. The file appears whole or not at all. Errors: `bad_argument` without
/// the library, `unreadable` where the file cannot be written. Cost: about a second a million rows
/// of ten columns.
[[nodiscard]] Faults write_parquet(const card::Table& table, const std::string& path);

}  // namespace entente::report
