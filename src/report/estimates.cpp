#include "report/estimates.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "report/number.h"

namespace entente::report {
namespace {

/// Columns of one figure; npos where there is none.
struct Parts {
  std::size_t mean, low, high, p05, p95;
};

constexpr auto kNone = static_cast<std::size_t>(-1);

std::size_t find(const card::Table& table, const std::string& name) {
  const auto found = std::ranges::find(table.columns, name, &card::RecordColumn::name);
  return found == table.columns.end() ? kNone
                                      : static_cast<std::size_t>(found - table.columns.begin());
}

Parts parts_of(const card::Table& table, std::size_t column) {
  const std::string& name = table.columns[column].name;
  Parts parts{column, find(table, name + "_lo"), find(table, name + "_hi"),
              find(table, name + "_p05"), find(table, name + "_p95")};
  if (parts.low == kNone || parts.high == kNone) parts.low = parts.high = kNone;
  if (parts.p05 == kNone || parts.p95 == kNone) parts.p05 = parts.p95 = kNone;
  return parts;
}

bool estimated(const Parts& parts) { return parts.low != kNone || parts.p05 != kNone; }

/// Whether a column stands inside the cell of another.
bool is_error(const card::Table& table, std::size_t column) {
  const std::string& name = table.columns[column].name;
  for (const std::string_view ending : {"_lo", "_hi", "_p05", "_p95"})
    if (name.ends_with(ending)) {
      const std::size_t of = find(table, name.substr(0, name.size() - ending.size()));
      if (of != kNone && estimated(parts_of(table, of))) return true;
    }
  return false;
}

bool has_estimates(const card::Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (estimated(parts_of(table, i))) return true;
  return false;
}

bool empty(const card::Value& value) { return std::holds_alternative<std::monostate>(value); }

std::string short_number(const card::Value& value) {
  if (const auto* number = std::get_if<double>(&value))
    return std::isnan(*number) ? "-" : three_digits(*number);
  return plain(value);
}

/// A number as `three_digits` shows it, other cells as they are.
card::Value rounded(const card::Value& value) {
  const auto* number = std::get_if<double>(&value);
  if (number == nullptr || !std::isfinite(*number)) return value;
  const std::string text = three_digits(*number);
  double shown = 0;
  std::from_chars(text.data(), text.data() + text.size(), shown);
  return shown;
}

std::string pair(const std::vector<card::Value>& row, std::size_t mean, std::size_t low,
                 std::size_t high, char open, char close) {
  if (low == kNone || empty(row[low])) return "";
  const std::string from = short_number(row[low]), to = short_number(row[high]);
  if (from == to && from == short_number(row[mean])) return "";  // It is known.
  return std::string(" ") + open + from + ", " + to + close;
}

}  // namespace

std::string three_digits(double value) {
  if (std::abs(value) < 1e-12) return "0";
  const int digits = std::abs(value) >= 999.5   ? 0
                     : std::abs(value) >= 99.95 ? 0
                     : std::abs(value) >= 9.995 ? 1
                                                : 2;
  char buffer[64];
  const bool tiny = std::abs(value) < 0.0095;
  const auto end =
      tiny ? std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 2)
           : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits);
  std::string text(buffer, end.ptr);
  if (!tiny && text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text;
}

card::Table gather_estimates(const card::Table& table) {
  if (!has_estimates(table)) return table;
  card::Table gathered{table.name, {}, {}};
  std::vector<Parts> figures;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (!is_error(table, i)) {
      figures.push_back(parts_of(table, i));
      gathered.columns.push_back(table.columns[i]);
    }
  for (const auto& row : table.rows) {
    auto& cells = gathered.rows.emplace_back();
    for (const Parts& parts : figures) {
      const std::size_t i = parts.mean;
      if (estimated(parts))
        cells.emplace_back(short_number(row[i]) + pair(row, i, parts.low, parts.high, '[', ']') +
                           pair(row, i, parts.p05, parts.p95, '{', '}'));
      else
        cells.push_back(rounded(row[i]));
    }
  }
  return gathered;
}

std::string legend(std::span<const card::Table> tables) {
  bool interval = false, spread = false;
  for (const card::Table& table : tables)
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Parts parts = parts_of(table, i);
      for (const auto& row : table.rows) {
        interval = interval || (parts.low != kNone && !empty(row[parts.low]));
        spread = spread || (parts.p05 != kNone && !empty(row[parts.p05]));
      }
    }
  std::string text;
  if (interval) text = "[ ] is the 90 % interval of the mean, which more draws narrow";
  if (spread)
    text += std::string(text.empty() ? "" : "; ") +
            "{ } holds 90 % of what is not known of facts and assumptions";
  return text.empty() ? text : text + ".";
}

}  // namespace entente::report
