#include "report/number.h"

#include <charconv>
#include <cmath>

namespace entente::report {
namespace {

struct Plain {
  std::string operator()(std::monostate) const { return "-"; }
  std::string operator()(bool value) const { return value ? "yes" : "no"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return std::isnan(value) ? "-" : six_digits(value); }
  std::string operator()(const std::string& value) const { return value; }
};

struct Exact {
  std::string& out;

  void operator()(std::monostate) const {}
  void operator()(bool value) const { out += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { append(value); }
  void operator()(double value) const {
    if (std::isfinite(value)) append(value);
  }
  void operator()(const std::string& value) const { out += value; }

  template <class Number>
  void append(Number value) const {
    char buffer[64];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
  }
};

}  // namespace

std::string shortest(double value) {
  if (std::isnan(value)) return "nan";  // Without the sign, which differs between compilers.
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, end.ptr};
}

std::string six_digits(double value) {
  if (std::isnan(value)) return "nan";
  if (value == 0) return "0";  // Also for negative zero.
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 6);
  return {buffer, end.ptr};
}

std::string plain(const card::Value& value) { return std::visit(Plain{}, value); }

std::string exact_text(const card::Value& value) {
  std::string out;
  append_exact(out, value);
  return out;
}

void append_exact(std::string& out, const card::Value& value) { std::visit(Exact{out}, value); }

}  // namespace entente::report
