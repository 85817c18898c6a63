#include "report/html_table.h"

#include <algorithm>

#include "report/estimates.h"
#include "report/markup.h"
#include "report/number.h"

namespace entente::report {
namespace {

bool is_nothing(const card::Value& value) {
  const auto* words = std::get_if<std::string>(&value);
  return std::holds_alternative<std::monostate>(value) || (words != nullptr && words->empty());
}

bool is_number(const card::Value& value) {
  return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value);
}

/// Columns of numbers stand at the right. Asked of the table as it was: gathered figures are texts.
bool is_numeric(const card::Table& table, std::string_view name) {
  const auto found = std::ranges::find(table.columns, name, &card::RecordColumn::name);
  const auto at = static_cast<std::size_t>(found - table.columns.begin());
  bool any = false;
  for (const auto& row : table.rows) {
    if (std::holds_alternative<std::monostate>(row[at])) continue;
    if (!is_number(row[at])) return false;
    any = true;
  }
  return any;
}

std::string cell_text(const card::Value& value) {
  const auto* number = std::get_if<double>(&value);
  return number != nullptr ? three_digits(*number) : plain(value);
}

std::string heading(const card::RecordColumn& column, bool numeric) {
  std::string out = numeric ? "<th scope=\"col\" class=\"chart-number\">" : "<th scope=\"col\">";
  const std::string name = escaped(in_words(column.name));
  out += column.help.empty() ? name
                             : "<abbr title=\"" + escaped(column.help) + "\">" + name + "</abbr>";
  if (!column.unit.empty())
    out += " <span class=\"chart-unit\">" + escaped(column.unit) + "</span>";
  return out + "</th>";
}

}  // namespace

std::string in_words(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, '_', ' ');
  return out;
}

std::string headline(std::string_view name) {
  std::string out = in_words(name);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

void table_markup(const card::Table& table, std::string_view caption, const Sink& sink) {
  const card::Table shown = gather_estimates(table);
  std::vector<std::size_t> columns;
  std::vector<bool> numeric;
  for (std::size_t i = 0; i < shown.columns.size(); ++i) {
    if (std::ranges::all_of(shown.rows, [&](const auto& row) { return is_nothing(row[i]); }))
      continue;
    columns.push_back(i);
    numeric.push_back(is_numeric(table, shown.columns[i].name));
  }
  std::string out = "<table>\n<caption>" + escaped(caption) + "</caption>\n<thead><tr>";
  for (std::size_t i = 0; i < columns.size(); ++i)
    out += heading(shown.columns[columns[i]], numeric[i]);
  sink(out + "</tr></thead>\n<tbody>\n");
  for (const auto& row : shown.rows) {
    out = "<tr>";
    for (std::size_t i = 0; i < columns.size(); ++i)
      out += (numeric[i] ? "<td class=\"chart-number\">" : "<td>") +
             breakable(cell_text(row[columns[i]])) + "</td>";
    sink(out + "</tr>\n");
  }
  sink("</tbody>\n</table>\n");
}

}  // namespace entente::report
