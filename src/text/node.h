/// A parsed file as a tree in which every value remembers where it stood.
///
/// Floor 1; uses base. TOML and JSON give the same tree, so that a scenario, an event or an
/// agreement may be written in either.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/sink.h"

namespace entente::text {

/// Files over this size are refused before they are parsed.
inline constexpr std::size_t kLargestFile = 16 * 1024 * 1024;

/// What a value is. JSON has no dates: a text that reads as one is taken as one where a date is
/// asked.
enum class Kind { null, boolean, integer, real, text, date, array, table };

/// The word for a kind in a message, with its article: "a whole number", "a text", ...
[[nodiscard]] std::string_view kind_word(Kind kind);

struct Node;

/// A key of a table with the place where the key stands.
struct Entry;

/// One value. Only the member that belongs to `kind` has a meaning.
struct Node {
  Kind kind = Kind::null;
  int line = 0;  ///< From 1; 0 where the parser knows none.
  int column = 0;
  bool boolean = false;
  std::int64_t integer = 0;
  double real = 0;  ///< Also set when `kind` is integer.
  std::string text;
  Date date;
  std::vector<Node> items;     ///< Of an array.
  std::vector<Entry> entries;  ///< Of a table, in the order of the file.

  /// The value under `key`, or null.
  [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  int line = 0;
  int column = 0;
  Node value;
};

/// A whole file. `root` is a table.
struct Document {
  std::string file;
  Node root;
};

/// Reads TOML 1.0. Errors: `syntax`, `empty_file`, `not_text`, `too_large`. Cost O(bytes).
[[nodiscard]] Result<Document> parse_toml(std::string_view bytes, std::string_view file);

/// Reads JSON (RFC 8259); repeated keys are a fault. Errors as `parse_toml`; nesting over 64 levels
/// is a fault. Positions are those of the values.
[[nodiscard]] Result<Document> parse_json(std::string_view bytes, std::string_view file);

/// The bytes of a file, plain or gzip (by its first two bytes, unpacked to at most `kLargestFile`).
/// Errors: `unreadable`, `too_large`, `not_text` (a broken gzip stream).
[[nodiscard]] Result<std::string> read_file(const std::string& path);

/// Writes bytes to `path` through a temporary file beside it: the file appears whole or not at all.
/// `unreadable` where it cannot be written.
[[nodiscard]] Faults write_file(std::string_view bytes, const std::string& path);

/// The same for bytes that are never all in memory: `fill` hands them on piece by piece.
[[nodiscard]] Faults write_file(const std::function<void(const Sink&)>& fill,
                                const std::string& path);

/// Reads a file as JSON when its name ends in `.json` (or `.json.gz`), as TOML otherwise.
[[nodiscard]] Result<Document> read_document(const std::string& path);

}  // namespace entente::text
