#include "scenario/toml_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace entente::scenario {
namespace {

/// From here on a number is written with an exponent.
constexpr double kLong = 1e15, kTiny = 1e-6;

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

std::string list_text(const text::Node& list) {
  std::string out;
  for (const text::Node& item : list.items)
    if (item.kind != text::Kind::null) out += (out.empty() ? "" : ", ") + value_text(item);
  return "[" + out + "]";
}

std::string table_text(const text::Node& table) {
  std::string out;
  for (const text::Entry& entry : table.entries)
    if (entry.value.kind != text::Kind::null)
      out += (out.empty() ? " " : ", ") + key_text(entry.key) + " = " + value_text(entry.value);
  return "{" + out + (out.empty() ? "}" : " }");
}

}  // namespace

std::string number_text(double value) {
  if (value == 0) return "0";  // Also of negative zero.
  std::array<char, 64> buffer{};
  const double size = std::abs(value);
  const bool plain = size >= kTiny && size < kLong;
  const auto end =
      plain ? std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed)
            : std::to_chars(buffer.begin(), buffer.end(), value);
  return {buffer.data(), end.ptr};
}

std::string quoted_text(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += std::string("\\u00") + kDigits[byte >> 4U] + kDigits[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string key_text(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, is_bare) ? std::string(key) : quoted_text(key);
}

std::string value_text(const text::Node& node) {
  switch (node.kind) {
    case text::Kind::null:
      return "\"\"";
    case text::Kind::boolean:
      return node.boolean ? "true" : "false";
    case text::Kind::integer:
      return std::to_string(node.integer);
    case text::Kind::real:
      return number_text(node.real);
    case text::Kind::text:
      return quoted_text(node.text);
    case text::Kind::date:
      return to_text(node.date);
    case text::Kind::array:
      return list_text(node);
    case text::Kind::table:
      return table_text(node);
  }
  return "";
}

}  // namespace entente::scenario
