#include "report/markup.h"

#include <cstddef>

#include "base/hash.h"

namespace entente::report {
namespace {

constexpr std::string_view kUnreadable = "\xEF\xBF\xBD";

/// Bytes of the character that begins at `at`; 0 where none does. Forms longer than need be and
/// surrogates are none.
std::size_t length_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first < 0xE0U) return follows(1) ? 2 : 0;
  if (first >= 0xE0U && first < 0xF0U) {
    const bool lean = first != 0xE0U || byte(1) >= 0xA0U;
    const bool whole = first != 0xEDU || byte(1) < 0xA0U;
    return follows(1) && follows(2) && lean && whole ? 3 : 0;
  }
  if (first >= 0xF0U && first < 0xF5U) {
    const bool lean = first != 0xF0U || byte(1) >= 0x90U;
    const bool low = first != 0xF4U || byte(1) < 0x90U;
    return follows(1) && follows(2) && follows(3) && lean && low ? 4 : 0;
  }
  return 0;
}

void append_escaped(std::string& out, std::string_view text, std::size_t at, std::size_t length) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (length == 0 || (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
    out += kUnreadable;
  } else if (c == '&') {
    out += "&amp;";
  } else if (c == '<') {
    out += "&lt;";
  } else if (c == '>') {
    out += "&gt;";
  } else if (c == '"') {
    out += "&quot;";
  } else if (c == '\'') {
    out += "&#39;";
  } else {
    out += text.substr(at, length);
  }
}

/// Bytes as text in the alphabet of RFC 4648.
std::string base64(const std::string& bytes) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned word = 0;
    for (std::size_t j = 0; j < 3; ++j)
      word = word << 8U | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      out += i + j > bytes.size() ? '=' : kLetters[word >> (18 - 6 * j) & 63U];
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_at(text, at);
    append_escaped(out, text, at, length);
    at += length == 0 ? 1 : length;
  }
  return out;
}

std::string breakable(std::string_view text) {
  std::string out;
  for (const char c : escaped(text)) {
    out += c;
    if (c == '+') out += "<wbr>";
  }
  return out;
}

std::string prose(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('`', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('`', open + 1);
    if (close == std::string_view::npos) return out + breakable(text.substr(at));
    out += breakable(text.substr(at, open - at)) + "<code>" +
           escaped(text.substr(open + 1, close - open - 1)) + "</code>";
    at = close + 1;
  }
  return out;
}

std::string json_in_page(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

std::string policy_hash(std::string_view source) {
  const std::string digits = sha256(source);
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    const auto half = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    bytes += static_cast<char>(half(digits[i]) * 16 + half(digits[i + 1]));
  }
  return "'sha256-" + base64(bytes) + "'";
}

}  // namespace entente::report
