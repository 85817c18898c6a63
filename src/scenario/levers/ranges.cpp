#include "scenario/levers/ranges.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::scenario {
namespace {

using world::Uncertain;

/// What a fact of this confidence may be off by.
double error_of(char confidence) {
  switch (confidence) {
    case 'A':
      return 0.05;
    case 'B':
      return 0.15;
    case 'C':
      return 0.4;
    default:
      return 0;
  }
}

/// Applies `one` to a number whose status is kept.
template <class Function>
Uncertain mapped(Uncertain number, Function one) {
  number.value = one(number.value);
  number.low = one(number.low);
  number.high = one(number.high);
  if (number.low > number.high) std::swap(number.low, number.high);
  return number;
}

/// A fact with the same end twice has no range of its own: both ends move with its value.
Uncertain level(Uncertain number) {
  if (!number.assumption && number.low >= number.high) number.low = number.high = number.value;
  return number;
}

/// `both(x, y)` where both are uncertain, else the uncertain one moved by what is known.
template <class Function>
Uncertain combined(const Uncertain& a, const Uncertain& b, Function both) {
  if (a.fixed() && b.fixed()) return Uncertain::known(both(a.value, b.value));
  if (b.fixed()) return mapped(level(a), [&](double x) { return both(x, b.value); });
  if (a.fixed()) return mapped(level(b), [&](double y) { return both(a.value, y); });
  const Uncertain x = interval(a), y = interval(b);
  const auto [least, most] = std::minmax(
      {both(x.low, y.low), both(x.low, y.high), both(x.high, y.low), both(x.high, y.high)});
  Uncertain result = assumption(both(a.value, b.value), least, most);
  result.confidence = std::max(a.confidence, b.confidence);
  return result;
}

}  // namespace

Uncertain assumption(double value, double low, double high) {
  return {value, low, high, true, 'C'};
}

Uncertain interval(Uncertain number) {
  if (number.fixed()) {
    number.low = number.high = number.value;
  } else if (!number.assumption && number.low >= number.high) {
    const double off = std::abs(number.value) * error_of(number.confidence);
    number.low = number.value - off;
    number.high = number.value + off;
  }
  return number;
}

Uncertain sum(const Uncertain& a, const Uncertain& b) {
  return combined(a, b, [](double x, double y) { return x + y; });
}

Uncertain difference(const Uncertain& a, const Uncertain& b) {
  return combined(a, b, [](double x, double y) { return x - y; });
}

Uncertain product(const Uncertain& a, const Uncertain& b) {
  return combined(a, b, [](double x, double y) { return x * y; });
}

Uncertain quotient(const Uncertain& a, const Uncertain& b) {
  return combined(a, b, [](double x, double y) { return x / y; });
}

Uncertain changed(const Uncertain& number, const Uncertain& change) {
  return within(product(number, sum(Uncertain::known(1), change)), 0,
                std::numeric_limits<double>::infinity());
}

Uncertain within(Uncertain number, double least, double most) {
  return mapped(number, [&](double x) { return std::clamp(x, least, most); });
}

}  // namespace entente::scenario
