#include "base/digits.h"

#include <array>
#include <charconv>

namespace entente {
namespace {

// The longest double in plain notation has 309 digits before the point.
constexpr std::size_t kLongest = 400;

template <class... Form>
std::string written(double value, Form... form) {
  std::array<char, kLongest> buffer{};
  return {buffer.data(), std::to_chars(buffer.begin(), buffer.end(), value, form...).ptr};
}

}  // namespace

std::string shortest(double value) { return written(value); }

std::string fixed(double value, int digits) {
  return written(value, std::chars_format::fixed, digits);
}

std::string significant(double value, int digits) {
  return written(value, std::chars_format::general, digits);
}

}  // namespace entente
