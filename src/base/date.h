/// Days of the proleptic Gregorian calendar.
///
/// Floor 0; standard library only. Old-style dates are converted before they enter the library.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// One day, held as days since 1970-01-01. Two extremes stand for "always" in open spells.
struct Date {
  std::int32_t days = 0;
  auto operator<=>(const Date&) const = default;
};

inline constexpr Date kAlwaysBefore{std::numeric_limits<std::int32_t>::min()};
inline constexpr Date kAlwaysAfter{std::numeric_limits<std::int32_t>::max()};

/// The day the library describes: what an event without a date means.
[[nodiscard]] Date reference_day();

/// The day `year`-`month`-`day`, or nothing where there is no such day. Years 1 to 9999.
[[nodiscard]] std::optional<Date> make_date(int year, int month, int day);

/// Reads ISO 8601 `YYYY-MM-DD`; nothing else is a date.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// `YYYY-MM-DD`; the extremes print as an empty text.
[[nodiscard]] std::string to_text(Date date);

/// The calendar year of a day. REQUIRES: none of the extremes.
[[nodiscard]] int year_of(Date date);

/// A stretch of days, both ends inclusive.
struct Spell {
  Date from = kAlwaysBefore;
  Date to = kAlwaysAfter;
  [[nodiscard]] bool holds(Date day) const { return from <= day && day <= to; }
  [[nodiscard]] bool overlaps(const Spell& other) const {
    return from <= other.to && other.from <= to;
  }
  auto operator<=>(const Spell&) const = default;
};

}  // namespace entente
