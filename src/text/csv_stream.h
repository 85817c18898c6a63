/// Comma-separated tables of any length, row by row.
///
/// Floor 1; uses base. For published data; small files of our own are read by `parse_csv`, which
/// remembers columns too. Memory is flat in the size of the file: one row and a buffer. Cost
/// O(bytes); about a third of a second for 50 MB of plain text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_stream.h"

namespace entente::text {

/// Faults of one file beyond these are counted, not listed.
inline constexpr std::size_t kMostRowFaults = 20;

/// Faults of one file, of which the first are kept.
class FaultList {
 public:
  void add(Error error) {
    if (listed_.size() < kMostRowFaults) listed_.push_back(std::move(error));
    ++count_;
  }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }

  /// The faults that are listed, and where there are more a last one that says how many.
  [[nodiscard]] Faults take(std::string_view file) &&;

 private:
  Faults listed_;
  std::size_t count_ = 0;
};

/// A row. The cells are good until the next one is asked for.
struct CsvRow {
  std::vector<std::string_view> cells;
  std::int64_t line = 0;  ///< Where it begins, from 1.
};

/// A table with a header. Fields may be quoted, quotes doubled; lines end in LF, CRLF or CR (one
/// kind a file); a byte order mark and blank lines are skipped. Cells that are not UTF-8 are taken
/// as Latin-1 and converted. Movable.
class CsvStream {
 public:
  /// Reads the header. Errors: those of `ByteStream`, `empty_file`, and those of rows.
  [[nodiscard]] static Result<CsvStream> open(ByteStream bytes);

  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }

  /// The next whole row; false at the end, or where the file cannot be read further. A row with
  /// more or fewer cells than the header, a stray quote: a fault (`syntax`) and the next row. A NUL
  /// byte (`not_text`), a row over 4 MB (`syntax`), a fault of the bytes: the end.
  [[nodiscard]] bool next(CsvRow& row);

  /// What was wrong so far.
  [[nodiscard]] FaultList& faults() { return faults_; }

  /// Cells that were converted from Latin-1, those of the header too.
  [[nodiscard]] std::int64_t latin1_cells() const { return latin1_cells_; }

  [[nodiscard]] std::string sha256() const { return bytes_.sha256(); }
  [[nodiscard]] const std::string& name() const { return bytes_.name(); }

 private:
  explicit CsvStream(ByteStream bytes) : bytes_(std::move(bytes)) {}

  bool fill();
  [[nodiscard]] bool take_line(char*& begin, char*& end);
  [[nodiscard]] std::size_t line_end(std::size_t from) const;
  [[nodiscard]] bool split(char* begin, char* end, CsvRow& row);
  bool take_quoted(char*& at, char* end, CsvRow& row);
  void to_utf8(CsvRow& row);
  bool read_header();
  void fault(Code code, std::string message, std::string hint = "");

  ByteStream bytes_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;    ///< First byte not yet given.
  std::size_t size_ = 0;  ///< Bytes that were read into the buffer.
  bool ended_ = false;
  char mark_ = '\n';  ///< What ends a line.
  std::int64_t line_ = 1;
  std::int64_t next_line_ = 1;
  std::vector<std::string> header_;
  std::vector<std::string> converted_;
  std::int64_t latin1_cells_ = 0;
  FaultList faults_;
};

}  // namespace entente::text
