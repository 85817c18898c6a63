#include "report/text.h"

#include <algorithm>
#include <map>

#include "report/estimates.h"
#include "report/number.h"
#include "text/table.h"

namespace entente::report {
namespace {

/// More values than this in one folded cell are also counted; more than the second are cut short.
constexpr std::size_t kCountAbove = 12;
constexpr std::size_t kCutAbove = 40;

/// Rows of a packed table that a terminal shows where no view says how many.
constexpr std::size_t kPackedShown = 20;

bool is_number(const card::Value& value) {
  return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value);
}

/// A column is aligned right when it holds numbers and nothing else.
bool is_numeric(const card::Table& table, std::size_t column) {
  bool any = false;
  for (const auto& row : table.rows) {
    if (std::holds_alternative<std::monostate>(row[column])) continue;
    if (!is_number(row[column])) return false;
    any = true;
  }
  return any;
}

/// The columns in which some row says something: empty ones tell a reader nothing.
std::vector<std::size_t> speaking_columns(const card::Table& table) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (std::ranges::any_of(table.rows, [&](const auto& row) { return !plain(row[i]).empty(); }))
      columns.push_back(i);
  return columns;
}

std::string heading(const card::RecordColumn& column) {
  return column.unit.empty() ? column.name : column.name + " (" + column.unit + ")";
}

/// A cell; the plus signs of a set stand apart, so that a long set can be wrapped.
std::string spaced(const card::Table& table, std::size_t row, std::size_t column) {
  std::string cell = plain(table.rows[row][column]);
  if (table.columns[column].name != "set") return cell;
  std::string text;
  for (const char c : cell) text += c == '+' ? std::string(" + ") : std::string(1, c);
  return text;
}

/// One block a row, one line a column, for tables that no terminal is wide enough for.
std::string blocks(const card::Table& table, std::span<const std::size_t> columns,
                   std::size_t shown, int width) {
  std::string out;
  for (std::size_t row = 0; row < shown; ++row) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string value = plain(table.rows[row][columns[i]]);
      if (value.empty()) continue;
      const std::string line =
          i == 0 ? value : "    " + heading(table.columns[columns[i]]) + ": " + value;
      out += (i == 0 ? line : "    " + text::wrap(line.substr(4), width - 4, 4 + 2)) + "\n";
    }
  }
  return out;
}

/// How many rows a view leaves out, and how to see them.
std::string left_out(const card::Table& table, std::size_t rows) {
  if (rows == 0) return "";
  return "... and " + std::to_string(rows) + " more lines; `--format csv --table " + table.name +
         "` prints them all\n";
}

/// The rows that share the first row's value in a column, and that value.
std::pair<card::Table, std::string> leading(const card::Table& table, std::string_view x) {
  const auto found = std::ranges::find(table.columns, x, &card::RecordColumn::name);
  if (found == table.columns.end() || table.rows.empty()) return {table, ""};
  const auto at = found - table.columns.begin();
  card::Table first{table.name, table.columns, {}};
  first.columns.erase(first.columns.begin() + at);
  const card::Value value = table.rows.front()[static_cast<std::size_t>(at)];
  for (const auto& row : table.rows) {
    if (row[static_cast<std::size_t>(at)] != value) continue;
    first.rows.push_back(row);
    first.rows.back().erase(first.rows.back().begin() + at);
  }
  return {std::move(first), plain(value)};
}

/// The table laid out as its view wants it.
std::string table_text(const card::Table& given, int width, const card::View& view) {
  if (given.size() == 0) return given.name + ": none\n";
  if (!given.packed.empty() && view.mark != card::Mark::counted) {
    const std::size_t most = std::min(view.most > 0 ? view.most : kPackedShown, given.size());
    return table_text(given.first(most), width, {}) + left_out(given, given.size() - most);
  }
  if (view.mark == card::Mark::counted)
    return given.name + ": " + std::to_string(given.size()) + " lines; `--format csv --table " +
           given.name + "` prints them\n";
  card::Table chosen = given;
  std::string title = given.name;
  if (view.mark == card::Mark::folded) chosen = fold(given, view.x);
  if (view.mark == card::Mark::leading) {
    auto [rows, value] = leading(given, view.x);
    chosen = std::move(rows);
    title += ": " + value;
  }
  const std::size_t all = view.mark == card::Mark::folded ? chosen.rows.size() : given.rows.size();
  const card::Table table = gather_estimates(chosen);
  const auto columns = speaking_columns(table);
  const std::size_t shown =
      view.most == 0 ? table.rows.size() : std::min(view.most, table.rows.size());
  text::TextTable laid;
  for (const std::size_t i : columns) {
    laid.header.push_back(heading(table.columns[i]));
    laid.right.push_back(is_numeric(table, i));
  }
  for (std::size_t row = 0; row < shown; ++row) {
    auto& cells = laid.rows.emplace_back();
    for (const std::size_t i : columns) cells.push_back(spaced(table, row, i));
  }
  const bool fits = width <= 0 || text::narrowest(laid) <= width;
  return title + "\n\n" +
         (fits ? text::lay_out(laid, width) : blocks(table, columns, shown, width)) +
         left_out(given, all - shown);
}

}  // namespace

std::string short_hash(std::string_view hash) { return std::string(hash.substr(0, 12)); }

card::Table fold(const card::Table& table, std::string_view x) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const card::RecordColumn& c) { return c.name == x; });
  if (found == table.columns.end()) return table;
  const auto at = static_cast<std::size_t>(found - table.columns.begin());

  std::map<std::vector<card::Value>, std::size_t> groups;
  std::vector<std::vector<std::string>> listed;
  card::Table folded{table.name, table.columns, {}};
  for (const auto& row : table.rows) {
    std::vector<card::Value> key = row;
    key[at] = std::monostate{};
    const auto [place, fresh] = groups.try_emplace(std::move(key), folded.rows.size());
    if (fresh) {
      folded.rows.push_back(row);
      listed.emplace_back();
    }
    auto& values = listed[place->second];
    std::string value = plain(row[at]);
    // Two rows may agree in everything: one mention is enough.
    if (std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(std::move(value));
    }
  }
  for (std::size_t i = 0; i < listed.size(); ++i) {
    if (listed[i].size() < 2) continue;
    std::string cell;
    const std::size_t shown = listed[i].size() > kCutAbove ? kCountAbove : listed[i].size();
    for (std::size_t j = 0; j < shown; ++j) cell += (j == 0 ? "" : ", ") + listed[i][j];
    if (shown < listed[i].size()) cell += ", ...";
    if (listed[i].size() > kCountAbove) cell += " (" + std::to_string(listed[i].size()) + ")";
    folded.rows[i][at] = std::move(cell);
  }
  return folded;
}

std::string to_text(const card::Record& record, std::span<const card::View> views, int width) {
  if (record.tables.empty()) {
    return record.finding.ends_with('\n') ? record.finding : record.finding + "\n";
  }
  const auto paragraph = [&](const std::string& words, int indent) {
    std::string wrapped = text::wrap(words, width, indent);
    if (!wrapped.ends_with('\n')) wrapped += '\n';
    return wrapped;
  };
  std::string out = paragraph(record.finding, 0);
  for (const auto& table : record.tables) {
    const auto view = std::ranges::find(views, table.name, &card::View::table);
    out += "\n" + table_text(table, width, view == views.end() ? card::View{} : *view);
  }
  if (const std::string meaning = legend(record.tables); !meaning.empty())
    out += "\n" + paragraph(meaning, 0);
  if (!record.notices.empty()) {
    out += "\n";
    for (const auto& notice : record.notices) out += paragraph("note: " + notice, 6);
  }
  const auto& from = record.provenance;
  out += record.exact ? "\nexact"
                      : "\nsampled: " + std::to_string(from.draws) + " draws, seed " +
                            std::to_string(from.seed);
  if (record.partial) out += "; stopped before its end";
  if (!from.library.empty()) out += "; library " + short_hash(from.library);
  out += "\n";
  if (!from.command.empty()) out += from.command + "\n";  // Unwrapped, so that it can be copied.
  return out;
}

}  // namespace entente::report
