/// Files of a published format into the database, all of them or none.
///
/// Floor 3; part of history.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/run.h"
#include "history/formats/format.h"
#include "history/store.h"
#include "text/byte_stream.h"

namespace entente::history {

/// What became of one file.
struct Imported {
  std::string file;  ///< Without its folder.
  std::string table, version, sha256;
  std::int64_t rows = 0;
  std::int64_t first_year = kMissing, last_year = kMissing;
  std::int64_t missing_cells = 0;  ///< Of the columns that the file has.
  std::vector<std::string> notes;
};

/// Opens the file called so; tests and fuzzers hand over bytes instead.
using Opener = Result<text::ByteStream> (*)(const std::string& file);

/// Reads the files into `store` in one transaction and commits it. What a table held before is
/// replaced; a table kept by version loses only the same version. `today` (YYYY-MM-DD) goes into
/// the provenance. Errors, at most 20 a file and a count: those of `CsvStream`, `recognise` and
/// `RowReader`, `duplicate` for a key that stands twice (with both lines) or two files of one
/// table, `empty_file` for a file without rows; then the database is as it was. Throws `Cancelled`.
/// Memory: 16 bytes a row and a buffer. Cost: about 2 seconds a million rows of seven columns.
[[nodiscard]] Result<std::vector<Imported>> import_files(Store& store, const Format& format,
                                                         std::span<const std::string> files,
                                                         const std::string& today, const Run& run,
                                                         Opener open = nullptr);

}  // namespace entente::history
