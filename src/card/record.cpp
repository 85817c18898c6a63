#include "card/record.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace entente::card {

Param::Param() = default;
Param::Param(Held value) : held(std::move(value)) {}

void Table::row(std::vector<Value> values) {
  assert(values.size() == columns.size());
  rows.push_back(std::move(values));
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
