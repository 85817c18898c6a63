#include "history/row_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/date.h"
#include "base/digits.h"
#include "base/name.h"

namespace entente::history {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// What stands for nothing in every file: R and Stata write it so.
bool is_nothing(std::string_view text) {
  return text.empty() || text == "NA" || text == "." || text == "NaN";
}

template <class Number>
bool reads_as(std::string_view text, Number& number) {
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  return fault == std::errc() && stop == end;
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  return text.size() <= kLongest ? std::string(text)
                                 : std::string(text.substr(0, kLongest)) + "...";
}

/// Whether two texts are the same, or the same number.
bool same(std::string_view a, std::string_view b) {
  if (a == b) return true;
  double x = 0, y = 0;
  return reads_as(a, x) && reads_as(b, y) && x == y;
}

}  // namespace

RowReader::RowReader(const Plan& plan, const std::string& file, text::FaultList& faults)
    : plan_(plan), file_(file), faults_(faults) {
  const Layout& layout = *plan.layout;
  first_ = layout.kept_by_version ? 1 : 0;
  cells_.resize(plan.stored().size());
  for (const std::string& name : words(layout.key)) key_.push_back(plan.column(name));
  for (const DayColumns& day : layout.days) days_.push_back(day_of(day));
  for (const SpellColumns& spell : layout.spells)
    spells_.emplace_back(day_of(spell.from), day_of(spell.to));
  for (const Censoring& censoring : layout.censoring) {
    Open& open = open_.emplace_back();
    for (const Holds& one : censoring.when)
      open.when.emplace_back(plan.column(one.column), one.value);
    for (const std::string& name : words(censoring.erased))
      open.erased.push_back(plan.column(name));
  }
  for (const Filter& filter : layout.filters) filters_.push_back(plan.column(filter.column));
  year_ = plan.column(layout.year);
  made_from_ = plan.column(layout.made.from);
  filtered_.assign(layout.filters.size(), 0);
  censored_.assign(layout.censoring.size(), 0);
}

RowReader::Day RowReader::day_of(const DayColumns& columns) const {
  return {plan_.column(columns.year), plan_.column(columns.month), plan_.column(columns.day)};
}

void RowReader::fault(Code code, std::string message, std::string hint) {
  broken_ = true;
  faults_.add({code, {file_, static_cast<int>(line_), 0}, std::move(message), std::move(hint)});
}

Cell RowReader::number_of(const PlannedColumn& column, std::string_view text) {
  const ColumnSet& set = *column.set;
  std::int64_t whole = 0;
  double number = 0;
  bool read = false;
  if (set.type == Type::whole && reads_as(text, whole)) {
    number = static_cast<double>(whole);
    read = true;
  } else if (reads_as(text, number) && std::isfinite(number)) {
    // Statistical programs write whole numbers as 3.0.
    read = set.type == Type::number || (number == std::floor(number) && std::abs(number) < 1e15);
    whole = set.type == Type::whole && read ? static_cast<std::int64_t>(number) : 0;
  }
  if (!read) {
    fault(Code::wrong_type, "`" + column.name + "` is `" + shown(text) + "`, not a " +
                                (set.type == Type::whole ? "whole number" : "number"));
    return {};
  }
  if (set.low != set.high && (number < set.low || number > set.high)) {
    fault(Code::bad_value,
          "`" + column.name + "` is " + shown(text) + ", outside " + shortest(set.low) + " to " +
              shortest(set.high),
          column.missing.empty() ? ""
                                 : "codes for a missing value are " + join(column.missing, ", "));
    return {};
  }
  if (set.type == Type::whole) return whole;
  return number;
}

Cell RowReader::cell_of(const PlannedColumn& column, std::string_view text) {
  if (is_nothing(text)) return {};
  for (const std::string& code : column.missing)
    if (same(text, code)) return {};
  switch (column.set->type) {
    case Type::whole:
    case Type::number:
      return number_of(column, text);
    case Type::date:
      if (!parse_date(text)) {
        fault(Code::no_such_date, "`" + column.name + "`: there is no day `" + shown(text) + "`",
              "days are written YYYY-MM-DD");
        return {};
      }
      break;
    case Type::text:
      break;
  }
  return text;
}

std::int64_t RowReader::whole(int column) const {
  if (column < 0) return kMissing;
  const Cell& cell = cells_[first_ + static_cast<std::size_t>(column)];
  const auto* value = std::get_if<std::int64_t>(&cell);
  return value == nullptr ? kMissing : *value;
}

bool RowReader::holds(int column, std::string_view value) const {
  if (column < 0) return false;
  const Cell& cell = cells_[first_ + static_cast<std::size_t>(column)];
  if (const auto* text = std::get_if<std::string_view>(&cell)) return *text == value;
  std::int64_t number = 0;
  return reads_as(value, number) && whole(column) == number;
}

/// Whether a filter leaves the row out.
bool RowReader::left_out() {
  for (std::size_t i = 0; i < filters_.size(); ++i) {
    const Filter& filter = plan_.layout->filters[i];
    const std::vector<std::string> codes = words(filter.codes);
    const bool listed = std::ranges::any_of(
        codes, [&](const std::string& code) { return holds(filters_[i], code); });
    if (listed == filter.kept) continue;
    ++filtered_[i];
    return true;
  }
  return false;
}

void RowReader::mark_censored() {
  if (open_.empty()) return;
  std::int64_t mark = 0;
  for (std::size_t i = 0; i < open_.size(); ++i) {
    const bool is_open = std::ranges::all_of(
        open_[i].when, [&](const auto& one) { return holds(one.first, one.second); });
    if (!is_open) continue;
    ++censored_[i];
    mark = 1;
    for (const int column : open_[i].erased)
      cells_[first_ + static_cast<std::size_t>(column)] = std::monostate();
  }
  cells_.back() = mark;
}

void RowReader::check_day(const Day& columns) {
  const std::int64_t year = whole(columns.year);
  const std::int64_t month = whole(columns.month), day = whole(columns.day);
  if (year == kMissing) return;
  const auto fits = [](std::int64_t number, std::int64_t least) {
    return number >= least && number <= 9999;
  };
  const bool good =
      fits(year, 1) && (month == kMissing || (month >= 1 && month <= 12)) &&
      (day == kMissing ||
       (day >= 1 && day <= 31 &&
        (month == kMissing ||
         make_date(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)))));
  if (good) return;
  std::string text = std::to_string(year);
  for (const std::int64_t part : {month, day})
    text += part == kMissing ? "-?" : "-" + std::to_string(part);
  fault(Code::no_such_date, "there is no day " + text + " (columns " +
                                plan_.columns[static_cast<std::size_t>(columns.year)].name +
                                "...)");
}

/// As far as both days are known.
void RowReader::check_spell(const Day& from, const Day& to) {
  const int first[] = {from.year, from.month, from.day};
  const int last[] = {to.year, to.month, to.day};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::int64_t a = whole(first[i]), b = whole(last[i]);
    if (a == kMissing || b == kMissing || a < b) return;
    if (a > b) {
      fault(Code::order_of_dates, "`" + plan_.columns[static_cast<std::size_t>(last[i])].name +
                                      "` (" + std::to_string(b) + ") lies before `" +
                                      plan_.columns[static_cast<std::size_t>(first[i])].name +
                                      "` (" + std::to_string(a) + ")");
      return;
    }
  }
}

void RowReader::check_key() {
  if (plan_.layout->key_gaps) return;
  for (const int column : key_) {
    const auto at = static_cast<std::size_t>(column);
    if (std::holds_alternative<std::monostate>(cells_[first_ + at]))
      fault(Code::missing_key, "`" + plan_.columns[at].name + "` is missing, which names the row");
  }
}

void RowReader::take_year() {
  std::int64_t year = whole(year_);
  if (made_from_ >= 0) {
    const std::int64_t from = whole(made_from_);
    if (from == kMissing) return;
    year = from + plan_.layout->made.add;
    cells_[first_ + plan_.columns.size()] = year;
  }
  if (year == kMissing) return;
  first_year_ = first_year_ == kMissing ? year : std::min(first_year_, year);
  last_year_ = last_year_ == kMissing ? year : std::max(last_year_, year);
}

RowReader::Got RowReader::read(const text::CsvRow& row) {
  line_ = row.line;
  broken_ = false;
  std::int64_t missing = 0;
  for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
    const PlannedColumn& column = plan_.columns[i];
    Cell& cell = cells_[first_ + i];
    cell = std::monostate();
    if (column.position < 0) continue;
    cell = cell_of(column, trimmed(row.cells[static_cast<std::size_t>(column.position)]));
    if (std::holds_alternative<std::monostate>(cell)) ++missing;
  }
  if (broken_) return Got::broken;
  if (left_out()) return Got::left_out;
  check_key();
  mark_censored();
  for (const Day& day : days_) check_day(day);
  if (!broken_)
    for (const auto& [from, to] : spells_) check_spell(from, to);
  if (broken_) return Got::broken;
  take_year();
  missing_cells_ += missing;
  return Got::row;
}

std::uint64_t RowReader::key() const {
  constexpr std::uint64_t kBits = 21;
  std::uint64_t exact = 0;
  bool is_exact = key_.size() <= 3;
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a.
  const auto mix = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3U; };
  for (const int column : key_) {
    const Cell& cell = cells_[first_ + static_cast<std::size_t>(column)];
    mix(static_cast<unsigned char>(cell.index()));
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
      is_exact = false;
      for (const char c : *text) mix(static_cast<unsigned char>(c));
      continue;
    }
    std::uint64_t bits = 0;
    if (const auto* number = std::get_if<double>(&cell)) {
      is_exact = false;
      bits = static_cast<std::uint64_t>(std::llround(*number * 1e6));
    } else if (const auto* value = std::get_if<std::int64_t>(&cell)) {
      bits = static_cast<std::uint64_t>(*value);
      is_exact = is_exact && bits < (std::uint64_t{1} << kBits);
    } else {
      is_exact = false;
    }
    exact = (exact << kBits) | bits;
    for (int shift = 0; shift < 64; shift += 8) mix(static_cast<unsigned char>(bits >> shift));
  }
  // The top bit tells the two kinds apart.
  return is_exact ? exact : hash | (std::uint64_t{1} << 63U);
}

}  // namespace entente::history
