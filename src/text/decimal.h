/// Decimal numbers as they were written, so that sums and ties of them can be exact.
///
/// Floor 1; uses the standard library only.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::text {

/// digits / 10^places, `places` in [0, 18]; no trailing zero stands behind the point, so equal
/// numbers are equal here.
struct Decimal {
  std::int64_t digits = 0;
  int places = 0;

  [[nodiscard]] bool operator==(const Decimal&) const = default;
};

/// Reads `-12.50`, `.5`, `1e-05`. Nothing where the text is no number, has more than 18 digits that
/// count, or more than 18 places.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

/// The nearest double.
[[nodiscard]] double value(Decimal decimal);

/// The number times 10^places where that is whole and below 10^18; nothing otherwise.
[[nodiscard]] std::optional<std::int64_t> scaled(Decimal decimal, int places);

}  // namespace entente::text
