#include "analysis/stability/files.h"

#include <algorithm>
#include <set>

#include "base/name.h"
#include "text/csv.h"

namespace entente::analysis {
namespace {

constexpr std::size_t kMostStates = 300;

/// A table of two columns without a header. Lines are those of the file.
Result<text::Csv> pairs(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto csv = text::parse_csv("first,second\n" + std::string(bytes), file);
  const auto moved = [](int line) { return line > 0 ? line - 1 : 0; };
  if (!csv) {
    Faults faults = csv.error();
    for (Error& fault : faults) fault.where.line = moved(fault.where.line);
    return faults;
  }
  for (auto& row : csv.value().rows)
    for (text::Cell& cell : row) cell.line = moved(cell.line);
  return csv;
}

Where place(const text::Csv& csv, const text::Cell& cell) {
  return {csv.file, cell.line, cell.column};
}

}  // namespace

Result<FileNetwork> read_strengths(std::string_view bytes, std::string_view file) {
  auto csv = pairs(bytes, file);
  if (!csv) return csv.error();
  auto& rows = csv.value().rows;
  if (!rows.empty() && rows.front()[1].text == "strength") rows.erase(rows.begin());
  Faults faults;
  const auto fault = [&](Code code, const text::Cell& cell, std::string message, std::string hint) {
    faults.push_back({code, place(*csv, cell), std::move(message), std::move(hint)});
  };
  if (rows.empty())
    return Error{Code::empty_file, {csv->file, 0, 0}, "the file names no state", ""};
  if (rows.size() > kMostStates)
    fault(Code::too_large, rows[kMostStates].front(),
          std::to_string(rows.size()) + " states are too many",
          "the most is " + std::to_string(kMostStates));
  FileNetwork read;
  for (const auto& row : rows) {
    const auto strength = text::parse_decimal(row[1].text);
    if (row[0].text.empty()) fault(Code::missing_key, row[0], "the row names no state", "name it");
    if (std::ranges::find(read.names, row[0].text) != read.names.end())
      fault(Code::duplicate, row[0], "`" + row[0].text + "` stands twice", "keep one");
    if (!strength)
      fault(Code::wrong_type, row[1],
            "`" + row[1].text + "` is no decimal number of at most 18 digits",
            "write it like 7.45");
    else if (strength->digits <= 0)
      fault(Code::bad_value, row[1], "the strength of `" + row[0].text + "` is " + row[1].text,
            "strengths are above 0");
    read.names.push_back(row[0].text);
    read.strengths.push_back(strength.value_or(text::Decimal{1, 0}));
  }
  if (!faults.empty()) return faults;
  return read;
}

Faults read_links(std::string_view bytes, std::string_view file, FileNetwork& network) {
  const auto csv = pairs(bytes, file);
  if (!csv) return csv.error();
  Faults faults;
  const auto& names = network.names;
  const auto find = [&](const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
  };
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (const auto& row : csv->rows) {
    const std::size_t ends[] = {find(row[0].text), find(row[1].text)};
    const bool header = &row == &csv->rows.front() && ends[0] == names.size() &&
                        ends[1] == names.size() && row[0].text.starts_with("state");
    if (header) continue;
    bool known = true;
    for (int end = 0; end < 2; ++end) {
      if (ends[end] < names.size()) continue;
      known = false;
      faults.push_back(
          {Code::unknown_state, place(*csv, row[static_cast<std::size_t>(end)]),
           "no strength is given for `" + row[static_cast<std::size_t>(end)].text + "`",
           did_you_mean(row[static_cast<std::size_t>(end)].text, names)});
    }
    if (!known) continue;
    if (ends[0] == ends[1]) {
      faults.push_back({Code::bad_value, place(*csv, row[0]),
                        "`" + row[0].text + "` is linked with itself", "leave the line out"});
      continue;
    }
    if (!seen.insert({ends[0], ends[1]}).second) {
      faults.push_back({Code::duplicate, place(*csv, row[0]),
                        "the link of `" + row[0].text + "` and `" + row[1].text + "` stands twice",
                        "keep one"});
      continue;
    }
    network.links.emplace_back(ends[0], ends[1]);
  }
  return faults;
}

}  // namespace entente::analysis
