/// What the parsers of this room share about raw bytes.
///
/// Floor 1; uses base. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace entente::text {

/// Levels of tables and lists that a file may nest.
inline constexpr int kDeepest = 64;

/// Values that one file may hold: a tree needs far more memory than its text.
inline constexpr std::size_t kMostValues = 1'000'000;

/// The fault that keeps `bytes` from being a text file: over the limit, a NUL byte, bytes that are
/// not UTF-8. Nothing when they can be parsed. Cost O(bytes).
[[nodiscard]] std::optional<Error> check_bytes(std::string_view bytes, std::string_view file);

/// Whether `bytes` are UTF-8. Cost O(bytes).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// `bytes` without a leading byte order mark.
[[nodiscard]] std::string_view without_mark(std::string_view bytes);

/// The fault of a file that holds no value.
[[nodiscard]] Error empty_file(std::string_view file);

/// The place of the byte at `offset`: lines and code points from 1. Cost O(offset).
[[nodiscard]] Where place_of(std::string_view bytes, std::size_t offset, std::string_view file);

/// Code points in valid UTF-8: bytes that do not continue another.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// A name in backquotes, cut where it is too long to be read in a message.
[[nodiscard]] std::string quoted(std::string_view name);

inline bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace entente::text
