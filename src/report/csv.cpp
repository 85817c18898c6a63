#include "report/csv.h"

#include "report/number.h"
#include "text/csv.h"

namespace entente::report {
namespace {

/// Bytes that are gathered before they are handed on.
constexpr std::size_t kPiece = 1 << 16;

/// A cell; numbers need no quotes.
void append_cell(std::string& out, const card::Value& value) {
  if (const auto* words = std::get_if<std::string>(&value))
    out += text::csv_field(*words);
  else
    append_exact(out, value);
}

}  // namespace

void to_csv(const card::Table& table, const Sink& sink) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    out += (i == 0 ? "" : ",") + text::csv_field(table.columns[i].name);
  out += '\n';
  const std::size_t rows = table.size();
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (i > 0) out += ',';
      append_cell(out, table.cell(row, i));
    }
    out += '\n';
    if (out.size() < kPiece) continue;
    sink(out);
    out.clear();
  }
  sink(out);
}

std::string to_csv(const card::Table& table) {
  std::string out;
  to_csv(table, [&out](std::string_view bytes) { out += bytes; });
  return out;
}

}  // namespace entente::report
