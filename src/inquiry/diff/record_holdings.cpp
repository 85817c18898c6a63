#include "inquiry/diff/record_holdings.h"

#include <algorithm>
#include <set>

#include "base/name.h"

namespace entente::inquiry {
namespace {

using card::Table;
using card::Value;

/// A cell of a key, as words.
std::string word_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "yes" : "no";
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  return "";
}

std::size_t column_named(const Table& table, const std::string& name) {
  return static_cast<std::size_t>(
      std::ranges::find(table.columns, name, &card::RecordColumn::name) - table.columns.begin());
}

bool is_figure(const Table& table, std::size_t column) {
  return std::ranges::any_of(
      table.rows, [&](const auto& row) { return std::holds_alternative<double>(row[column]); });
}

std::string name_of(const Table& table, std::size_t row, const std::vector<std::string>& key) {
  if (key.empty()) return "row " + std::to_string(row + 1);
  std::vector<std::string> words;
  for (const std::string& column : key)
    words.push_back(word_of(table.rows[row][column_named(table, column)]));
  return join(words, ", ");
}

bool tells_apart(const Table& table, const std::vector<std::string>& key) {
  std::set<std::string> names;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    if (!names.insert(name_of(table, row, key)).second) return false;
  return true;
}

/// The columns by which rows of both tables are matched.
std::vector<std::string> key_of(const Table& a, const Table& b) {
  std::vector<std::string> key;
  for (std::size_t i = 0; i < a.columns.size(); ++i) {
    const std::size_t other = column_named(b, a.columns[i].name);
    if (other == b.columns.size() || is_figure(a, i) || is_figure(b, other)) continue;
    key.push_back(a.columns[i].name);
    if (tells_apart(a, key) && tells_apart(b, key)) break;
  }
  return key;
}

ThingKind kind_of(const Table& table, const std::vector<std::string>& key) {
  ThingKind kind{table.name, key.empty() ? "number of the row" : join(key, ", "), {}};
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (std::ranges::find(key, table.columns[i].name) == key.end()) columns.push_back(i);
  // The first field speaks for a row that only one record has: a figure, where there is one.
  std::stable_partition(columns.begin(), columns.end(),
                        [&](std::size_t i) { return is_figure(table, i); });
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    Thing thing{name_of(table, row, key), {}};
    for (const std::size_t i : columns)
      thing.fields.push_back({table.columns[i].name, table.rows[row][i], table.columns[i].unit});
    kind.things.push_back(std::move(thing));
  }
  return kind;
}

ThingKind named(std::string name, std::string told_by, const NamedValues& values) {
  ThingKind kind{std::move(name), std::move(told_by), {}};
  for (const auto& [key, value] : values) kind.things.push_back({key, {{"value", value, ""}}});
  return kind;
}

const Table* find(const std::vector<Table>& tables, const std::string& name) {
  const auto found = std::ranges::find(tables, name, &Table::name);
  return found == tables.end() ? nullptr : &*found;
}

Holdings one_side(const RecordFile& record, const RecordFile& other, bool first) {
  Holdings all;
  all.push_back(named("record", "part", record.origin));
  all.push_back(named("params", "parameter", record.params));
  for (const Table& table : record.tables) {
    const Table* twin = find(other.tables, table.name);
    const Table& a = first || twin == nullptr ? table : *twin;
    const Table& b = first && twin != nullptr ? *twin : table;
    all.push_back(kind_of(table, key_of(a, b)));
  }
  return all;
}

}  // namespace

std::pair<Holdings, Holdings> holdings_of(const RecordFile& a, const RecordFile& b) {
  return {one_side(a, b, true), one_side(b, a, false)};
}

}  // namespace entente::inquiry
