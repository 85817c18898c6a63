#include "report/csv.h"

#include "report/number.h"
#include "text/csv.h"

namespace entente::report {

std::string to_csv(const card::Table& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    out += (i == 0 ? "" : ",") + text::csv_field(table.columns[i].name);
  }
  out += "\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += (i == 0 ? "" : ",") + text::csv_field(exact_text(row[i]));
    }
    out += "\n";
  }
  return out;
}

}  // namespace entente::report
