#include "card/record.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace entente::card {
namespace {

std::size_t length(const Packed& column) {
  return std::visit([](const auto& one) { return one.cells.size(); }, column);
}

Value value_of(const PackedIntegers& column, std::size_t row) {
  const std::int64_t value = column.cells[row];
  return value == PackedIntegers::kNone ? Value() : Value(value);
}

Value value_of(const PackedNumbers& column, std::size_t row) {
  const double value = column.cells[row];
  return std::isnan(value) ? Value() : Value(value);
}

Value value_of(const PackedTexts& column, std::size_t row) {
  const std::uint32_t word = column.cells[row];
  return word == PackedTexts::kNone ? Value() : Value(column.words[word]);
}

}  // namespace

Param::Param() = default;
Param::Param(Held value) : held(std::move(value)) {}

void Table::row(std::vector<Value> values) {
  assert(values.size() == columns.size() && packed.empty());
  rows.push_back(std::move(values));
}

void Table::pack(std::vector<Packed> cells) {
  assert(rows.empty() && cells.size() == columns.size());
  packed = std::move(cells);
  assert(std::ranges::all_of(packed, [&](const Packed& one) { return length(one) == size(); }));
}

std::size_t Table::size() const { return packed.empty() ? rows.size() : length(packed.front()); }

Value Table::cell(std::size_t row, std::size_t column) const {
  if (packed.empty()) return rows[row][column];
  return std::visit([row](const auto& cells) { return value_of(cells, row); }, packed[column]);
}

Table Table::first(std::size_t most) const {
  Table some{name, columns, {}};
  for (std::size_t row = 0; row < std::min(most, size()); ++row) {
    auto& values = some.rows.emplace_back();
    for (std::size_t column = 0; column < columns.size(); ++column)
      values.push_back(cell(row, column));
  }
  return some;
}

Table& Record::table(const TableSpec& spec) {
  Table made;
  made.name = spec.name;
  for (const Column& column : spec.columns) {
    made.columns.push_back(
        {std::string(column.name), std::string(column.unit), std::string(column.help)});
  }
  tables.push_back(std::move(made));
  return tables.back();
}

const Table* Record::find(std::string_view name) const {
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const Table& t) { return t.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

std::string argument(const Arguments& arguments, std::string_view name) {
  const auto found = arguments.find(name);
  return found == arguments.end() || found->second.empty() ? std::string() : found->second.back();
}

}  // namespace entente::card
