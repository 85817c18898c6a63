#include "scenario/rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/digits.h"
#include "base/name.h"

namespace entente::scenario {
namespace {

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::vector<std::string> copies(std::span<const std::string_view> texts) {
  return {texts.begin(), texts.end()};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Six digits at most, as a person would write the number.
std::string plain(double number) { return significant(number, 6); }

}  // namespace

std::optional<text::Csv> open_table(std::string_view bytes, std::string_view file,
                                    std::span<const std::string_view> columns, Faults& faults) {
  auto parsed = text::parse_csv(bytes, file);
  if (!parsed) {
    faults.insert(faults.end(), parsed.error().begin(), parsed.error().end());
    return std::nullopt;
  }
  const text::Csv& csv = parsed.value();
  const Where top = csv.header_places.front();
  for (std::size_t i = 0; i < csv.header.size(); ++i) {
    if (std::find(columns.begin(), columns.end(), csv.header[i]) != columns.end()) continue;
    faults.push_back({Code::unknown_key, csv.header_places[i],
                      "the table has no column " + quoted(csv.header[i]),
                      did_you_mean(csv.header[i], copies(columns))});
  }
  bool whole = true;
  for (const std::string_view name : columns) {
    if (csv.column(name) >= 0) continue;
    whole = false;
    faults.push_back({Code::missing_key, top, "the table needs a column " + quoted(name),
                      "its columns are " + join(copies(columns), ", ")});
  }
  if (!whole) return std::nullopt;
  return std::move(parsed).value();
}

const std::string& Row::text(std::string_view column) const {
  return cells_[static_cast<std::size_t>(table_.column(column))].text;
}

Where Row::where(std::string_view column) const {
  const text::Cell& cell = cells_[static_cast<std::size_t>(table_.column(column))];
  return {table_.file, cell.line, cell.column};
}

void Row::fault(Code code, std::string_view column, std::string message, std::string hint) {
  faults_.push_back({code, where(column), std::move(message), std::move(hint)});
}

const std::string& Row::required(std::string_view column) {
  const std::string& value = text(column);
  if (trimmed(value).empty()) fault(Code::missing_key, column, "this row needs " + quoted(column));
  return value;
}

const std::string& Row::slug(std::string_view column) {
  if (!text(column).empty()) return word(column);
  return required(column);
}

const std::string& Row::word(std::string_view column) {
  const std::string& value = text(column);
  if (!value.empty() && !is_slug(value))
    fault(Code::bad_value, column, quoted(value) + " is no name",
          "use small letters, digits and single underscores");
  return value;
}

std::optional<double> Row::number(std::string_view column) {
  const std::string_view value = trimmed(text(column));
  if (value.empty()) return std::nullopt;
  double number = 0;
  const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (failure != std::errc{} || end != value.data() + value.size() || !std::isfinite(number)) {
    fault(Code::wrong_type, column, quoted(column) + " must be a number, not " + quoted(value));
    return std::nullopt;
  }
  return number;
}

double Row::number_within(std::string_view column, double low, double high) {
  if (required(column).empty()) return low;
  const auto value = number(column);
  if (!value) return low;
  if (*value >= low && *value <= high) return *value;
  fault(Code::bad_value, column,
        quoted(column) + " must lie between " + plain(low) + " and " + plain(high) + ", not " +
            plain(*value));
  return low;
}

const std::string& Row::choice(std::string_view column, std::span<const std::string_view> choices) {
  const std::string& value = required(column);
  if (value.empty() || std::find(choices.begin(), choices.end(), value) != choices.end())
    return value;
  const auto known = copies(choices);
  std::string hint = did_you_mean(value, known);
  if (hint.empty()) hint = "use one of " + join(known, ", ");
  fault(Code::bad_value, column, quoted(column) + " cannot be " + quoted(value), std::move(hint));
  return value;
}

bool Row::yes(std::string_view column) {
  const std::string& value = text(column);
  if (!value.empty() && value != "yes" && value != "no")
    fault(Code::bad_value, column, quoted(column) + " must be `yes` or `no`, not " + quoted(value));
  return value == "yes";
}

std::vector<std::string> Row::list(std::string_view column) const {
  std::vector<std::string> items;
  std::string_view rest = text(column);
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    if (const auto item = trimmed(rest.substr(0, end)); !item.empty()) items.emplace_back(item);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return items;
}

Date Row::date(std::string_view column, Date open) {
  const std::string& value = text(column);
  if (value.empty()) return open;
  if (const auto day = parse_date(value)) return *day;
  fault(Code::no_such_date, column, quoted(value) + " is no day", "write YYYY-MM-DD");
  return open;
}

Spell Row::spell() {
  const Spell spell{date("from", kAlwaysBefore), date("to", kAlwaysAfter)};
  if (spell.from > spell.to)
    fault(Code::order_of_dates, "to", "`to` lies before `from` (" + text("from") + ")");
  return spell;
}

world::Sourced Row::sourced() {
  world::Sourced sourced;
  sourced.source = text("source");
  if (trimmed(sourced.source).empty()) fault(Code::no_source, "source", "this row has no source");
  static constexpr std::string_view kLevels[] = {"A", "B", "C"};
  const std::string& level = choice("confidence", kLevels);
  sourced.confidence = level.size() == 1 ? level[0] : 'C';
  if (table_.column("note") >= 0) sourced.note = text("note");
  return sourced;
}

void Row::check_range(double value, double low, double high) {
  if (low > high) {
    fault(Code::bad_value, "low", "`low` lies above `high` (" + text("high") + ")");
  } else if (value < low || value > high) {
    fault(Code::unsourced_range, "low",
          plain(value) + " lies outside its own range, " + plain(low) + " to " + plain(high));
  }
}

bool Seen::add(const std::string& id, std::string_view column, Row& row, std::string_view what) {
  if (id.empty()) return false;
  if (ids_.insert(id).second) return true;
  row.fault(Code::duplicate, column,
            "there are two " + std::string(what) + " called " + quoted(id));
  return false;
}

}  // namespace entente::scenario
