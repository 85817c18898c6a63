#include "inquiry/why/cell.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/name.h"

namespace entente::inquiry {
namespace {

using card::Table;
using card::Value;

Error wrong(Code code, std::string message, std::string hint) {
  return {code, {"arguments", 0, 0}, std::move(message), std::move(hint)};
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == at)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

std::size_t column_of(const Table& table, const std::string& name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name) return i;
  return table.columns.size();
}

/// The text of a cell that names something; empty for figures and nothing.
std::string word(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  return "";
}

/// Whether a row has what one part of the user's words asks for.
bool fits(const Table& table, std::size_t row, const std::string& part) {
  const std::size_t sign = part.find('=');
  if (sign != std::string::npos) {
    const std::size_t column = column_of(table, part.substr(0, sign));
    return column < table.columns.size() && word(table.cell(row, column)) == part.substr(sign + 1);
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (word(table.cell(row, i)) == part) return true;
  return false;
}

Result<std::size_t> row_of(const Table& table, const std::string& text) {
  std::size_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed == std::errc() && end == text.data() + text.size()) {
    if (number >= 1 && number <= table.size()) return number - 1;
    return wrong(Code::bad_value, "table `" + table.name + "` has no row " + text,
                 "it has " + std::to_string(table.size()) + ", counted from 1");
  }
  std::vector<std::size_t> found;
  const auto parts = split(text, ',');
  for (std::size_t row = 0; row < table.size(); ++row)
    if (std::ranges::all_of(parts, [&](const std::string& one) { return fits(table, row, one); }))
      found.push_back(row);
  if (found.size() == 1) return found.front();
  return wrong(Code::bad_value,
               "table `" + table.name + "` has " +
                   (found.empty() ? "no row" : std::to_string(found.size()) + " rows") + " with `" +
                   text + "`",
               "name a row by its number from 1, or by words of its cells with commas between");
}

/// Columns of words that together tell the row from all others, from the left.
std::vector<std::pair<std::string, std::string>> keys_of(const Table& table, std::size_t row) {
  std::vector<std::pair<std::string, std::string>> keys;
  std::vector<std::size_t> rivals;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (i != row) rivals.push_back(i);
  for (std::size_t c = 0; c < table.columns.size() && !rivals.empty(); ++c) {
    const std::string own = word(table.cell(row, c));
    if (own.empty()) continue;
    const auto gone =
        std::erase_if(rivals, [&](std::size_t i) { return word(table.cell(i, c)) != own; });
    if (gone > 0) keys.emplace_back(table.columns[c].name, own);
  }
  if (!rivals.empty()) keys.clear();
  return keys;
}

}  // namespace

Result<RecordCell> find_cell(const records::RecordFile& record, const std::string& text) {
  const auto parts = split(text, '/');
  if (parts.size() < 3)
    return wrong(Code::bad_value, "`" + text + "` names no cell",
                 "write TABLE/ROW/COLUMN, as in gap/baltic+taiwan/gap");
  // The row may hold slashes of its own.
  std::string row_text;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) row_text += (i == 1 ? "" : "/") + parts[i];
  const auto table = std::ranges::find(record.tables, parts.front(), &Table::name);
  if (table == record.tables.end()) {
    std::vector<std::string> known;
    for (const Table& one : record.tables) known.push_back(one.name);
    return wrong(Code::unknown_name, "the record has no table `" + parts.front() + "`",
                 did_you_mean(parts.front(), known));
  }
  const std::size_t column = column_of(*table, parts.back());
  if (column == table->columns.size()) {
    std::vector<std::string> known;
    for (const auto& one : table->columns) known.push_back(one.name);
    return wrong(Code::unknown_name,
                 "table `" + table->name + "` has no column `" + parts.back() + "`",
                 did_you_mean(parts.back(), known));
  }
  const auto row = row_of(*table, row_text);
  if (!row) return row.error();
  const Value value = table->cell(*row, column);
  const auto* real = std::get_if<double>(&value);
  const auto* whole = std::get_if<std::int64_t>(&value);
  if (real == nullptr && whole == nullptr)
    return wrong(Code::bad_value, "the cell holds no figure",
                 "only figures can be traced; what a verdict of law rests on stands in its row");
  RecordCell found;
  found.value = real != nullptr ? *real : static_cast<double>(*whole);
  found.gauge.measure.id = "cell";
  found.gauge.measure.analysis = record.analysis;
  found.gauge.measure.table = table->name;
  found.gauge.measure.column = parts.back();
  found.gauge.measure.rows = keys_of(*table, *row);
  found.gauge.unit = table->columns[column].unit;
  if (found.gauge.measure.rows.empty() && table->size() > 1)
    return wrong(Code::bad_value, "nothing but figures tells this row from others",
                 "choose a cell of a row that has a name");
  std::string key;
  for (const auto& [name, own] : found.gauge.measure.rows) key += (key.empty() ? "" : ", ") + own;
  found.words = parts.back() + (key.empty() ? "" : " of " + key);
  return found;
}

}  // namespace entente::inquiry
