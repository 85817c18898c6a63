#include "text/bytes.h"

#include <algorithm>

#include "text/node.h"

namespace entente::text {
namespace {

/// The length of the well-formed UTF-8 sequence at the start of `text` (Unicode, table 3-7), or 0.
std::size_t sequence(std::string_view text) {
  const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = at(0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text[i])) return 0;
  }
  if (first == 0xE0 && at(1) < 0xA0) return 0;  // Overlong.
  if (first == 0xED && at(1) > 0x9F) return 0;  // A surrogate.
  if (first == 0xF0 && at(1) < 0x90) return 0;  // Overlong.
  if (first == 0xF4 && at(1) > 0x8F) return 0;  // Over U+10FFFF.
  return length;
}

}  // namespace

std::optional<Error> check_bytes(std::string_view bytes, std::string_view file) {
  if (bytes.size() > kLargestFile) {
    return Error{Code::too_large,
                 {std::string(file), 0, 0},
                 "the file is over the limit of 16 MB",
                 "split it into several files"};
  }
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    const bool nul = bytes[offset] == '\0';
    const std::size_t length = nul ? 0 : sequence(bytes.substr(offset));
    if (length == 0) {
      return Error{Code::not_text, place_of(bytes, offset, file),
                   nul ? "the file is binary: it holds a NUL byte" : "the file is not UTF-8 here",
                   nul ? "" : "save it as UTF-8"};
    }
    offset += length;
  }
  return {};
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = sequence(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return bytes.starts_with(kMark) ? bytes.substr(kMark.size()) : bytes;
}

Error empty_file(std::string_view file) {
  return Error{Code::empty_file, {std::string(file), 0, 0}, "the file holds nothing", ""};
}

Where place_of(std::string_view bytes, std::size_t offset, std::string_view file) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t newline = before.rfind('\n');
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return Where{std::string(file),
               static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
               static_cast<int>(code_points(before.substr(start))) + 1};
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

std::string quoted(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  if (name.size() <= kLongest) return "`" + std::string(name) + "`";
  std::size_t end = kLongest;
  while (end > 0 && continues(name[end])) --end;
  return "`" + std::string(name.substr(0, end)) + "...`";
}

}  // namespace entente::text
