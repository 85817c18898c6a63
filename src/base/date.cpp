#include "base/date.h"

#include <chrono>

namespace entente {
namespace {

using std::chrono::year_month_day;

constexpr std::int32_t days_of(const year_month_day& day) {
  return static_cast<std::int32_t>(std::chrono::sys_days{day}.time_since_epoch().count());
}

/// The number in digits `text`, or -1.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
  const std::string text = std::to_string(value);
  if (text.size() < width) out.append(width - text.size(), '0');
  out += text;
}

}  // namespace

Date reference_day() {
  using namespace std::chrono;
  return Date{days_of(year{2026} / July / 1)};
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const year_month_day made{std::chrono::year{year},
                            std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!made.ok()) return {};
  return Date{days_of(made)};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  return make_date(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

std::string to_text(Date date) {
  if (date == kAlwaysBefore || date == kAlwaysAfter) return {};
  // Howard Hinnant's civil_from_days in 64 bits: std::chrono::year ends at 32767, and a date that
  // came out of arithmetic may lie beyond.
  const std::int64_t shifted = static_cast<std::int64_t>(date.days) + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * of_year + 2) / 153;
  const std::int64_t day = of_year - (153 * shifted_month + 2) / 5 + 1;
  const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  std::string out;
  if (year < 0) {
    out += '-';
    year = -year;
  }
  append_padded(out, year, 4);
  out += '-';
  append_padded(out, month, 2);
  out += '-';
  append_padded(out, day, 2);
  return out;
}

int year_of(Date date) { return std::stoi(to_text(date)); }

}  // namespace entente
