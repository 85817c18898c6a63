#include "text/decimal.h"

#include <charconv>
#include <cstdlib>
#include <string>

namespace entente::text {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000'000'000;  // 10^18
constexpr int kMostPlaces = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  std::size_t at = 0;
  const auto peek = [&] { return at < text.size() ? text[at] : '\0'; };
  const bool negative = peek() == '-';
  if (negative || peek() == '+') ++at;
  Decimal read;
  int places = 0;
  bool any = false, point = false;
  for (; is_digit(peek()) || (peek() == '.' && !point); ++at) {
    if (text[at] == '.') {
      point = true;
      continue;
    }
    any = true;
    if (read.digits >= kMost / 10) {
      if (text[at] != '0') return std::nullopt;
      if (!point) return std::nullopt;
      continue;  // Zeros behind the last place that counts.
    }
    read.digits = read.digits * 10 + (text[at] - '0');
    places += point ? 1 : 0;
  }
  if (!any) return std::nullopt;
  if (peek() == 'e' || peek() == 'E') {
    ++at;
    if (peek() == '+') ++at;
    int exponent = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data() + at, end, exponent);
    if (fault != std::errc() || std::abs(exponent) > 40) return std::nullopt;
    at = static_cast<std::size_t>(stop - text.data());
    places -= exponent;
  }
  if (at != text.size()) return std::nullopt;
  for (; places > 0 && read.digits % 10 == 0; --places) read.digits /= 10;
  for (; places < 0 && read.digits != 0; ++places) {
    if (read.digits >= kMost / 10) return std::nullopt;
    read.digits *= 10;
  }
  if (places > kMostPlaces) return std::nullopt;
  read.places = read.digits == 0 ? 0 : places;
  if (negative) read.digits = -read.digits;
  return read;
}

double value(Decimal decimal) {
  const std::string text = std::to_string(decimal.digits) + "e-" + std::to_string(decimal.places);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<std::int64_t> scaled(Decimal decimal, int places) {
  if (places < decimal.places) return std::nullopt;
  std::int64_t digits = decimal.digits;
  for (int i = decimal.places; i < places; ++i) {
    if (std::abs(digits) >= kMost / 10) return std::nullopt;
    digits *= 10;
  }
  return digits;
}

}  // namespace entente::text
