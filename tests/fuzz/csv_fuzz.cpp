// libFuzzer entry: no bytes may crash the parser, and what was read must be written and read again
// to the same cells.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/csv.h"

namespace {

using entente::text::Csv;

std::string written(const Csv& csv) {
  std::string out;
  const auto put = [&out](std::string_view cell, std::size_t at) {
    if (at > 0) out += ',';
    // An empty cell alone on its line would be a blank line.
    out += at == 0 && cell.empty() ? "\"\"" : entente::text::csv_field(cell);
  };
  for (std::size_t i = 0; i < csv.header.size(); ++i) put(csv.header[i], i);
  out += '\n';
  for (const auto& row : csv.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) put(row[i].text, i);
    out += '\n';
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = entente::text::parse_csv(bytes, "fuzz");
  if (!read) {
    if (read.error().empty()) std::abort();
    return 0;
  }
  const std::string once = written(*read);
  const auto again = entente::text::parse_csv(once, "fuzz");
  if (!again || written(*again) != once || again->rows.size() != read->rows.size()) std::abort();
  return 0;
}
