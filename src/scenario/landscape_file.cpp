#include "scenario/landscape_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/name.h"
#include "text/csv.h"
#include "text/reader.h"

namespace entente::scenario {
namespace {

constexpr std::array<std::string_view, 5> kSizeColumns = {"name", "size", "source", "confidence",
                                                          "actual"};

Where place(const text::Csv& csv, const text::Cell& cell) {
  return {csv.file, cell.line, cell.column};
}

text::Decimal number(const text::Csv& csv, const text::Cell& cell, Faults& faults) {
  if (const auto read = text::parse_decimal(cell.text)) return *read;
  faults.push_back({Code::wrong_type, place(csv, cell),
                    "`" + cell.text + "` is no decimal number of at most 18 digits",
                    "write it like 7.45 or -1"});
  return {};
}

/// Reports an empty name and one that stood before.
void check_name(const text::Csv& csv, const text::Cell& cell,
                std::map<std::string, Where, std::less<>>& seen, Faults& faults) {
  if (cell.text.empty())
    return faults.push_back(
        {Code::missing_key, place(csv, cell), "the row names no state", "name it"});
  const auto [first, is_new] = seen.emplace(cell.text, place(csv, cell));
  if (!is_new)
    faults.push_back(
        {Code::duplicate, place(csv, cell),
         "`" + cell.text + "` stands in line " + std::to_string(first->second.line) + " as well",
         "keep one"});
}

void check_count(const text::Csv& csv, Faults& faults) {
  if (csv.rows.empty())
    faults.push_back({Code::empty_file, {csv.file, 0, 0}, "the table has no rows", ""});
  if (csv.rows.size() > kMostStates)
    faults.push_back({Code::too_large,
                      {csv.file, csv.rows[kMostStates].front().line, 1},
                      std::to_string(csv.rows.size()) + " states are too many",
                      "the most is " + std::to_string(kMostStates)});
}

/// Reports pairs that differ, and states that are for or against themselves.
void check_symmetric(const text::Csv& csv, const Propensities& read, Faults& faults) {
  for (std::size_t i = 0; i < read.names.size(); ++i) {
    if (read.values[i][i].digits != 0)
      faults.push_back({Code::bad_value, place(csv, csv.rows[i][i + 1]),
                        "`" + read.names[i] + "` has a propensity towards itself",
                        "write 0 on the diagonal"});
    for (std::size_t j = 0; j < i; ++j)
      if (!(read.values[i][j] == read.values[j][i]))
        faults.push_back({Code::bad_value, place(csv, csv.rows[i][j + 1]),
                          "`" + read.names[i] + "` and `" + read.names[j] + "` have " +
                              csv.rows[i][j + 1].text + " here and " + csv.rows[j][i + 1].text +
                              " in line " + std::to_string(csv.rows[j][i + 1].line),
                          "propensities are mutual: write the same number twice"});
  }
}

/// The names of the header and of the first column, which must agree.
void check_square(const text::Csv& csv, Faults& faults) {
  const std::size_t columns = csv.header.size() - 1;
  if (columns != csv.rows.size()) {
    faults.push_back({Code::bad_value, csv.header_places.front(),
                      "the table is not square: " + std::to_string(columns) + " columns and " +
                          std::to_string(csv.rows.size()) + " rows of states",
                      "give every state a row and a column"});
    return;
  }
  for (std::size_t i = 0; i < columns; ++i)
    if (csv.rows[i].front().text != csv.header[i + 1])
      faults.push_back({Code::bad_value, place(csv, csv.rows[i].front()),
                        "row " + std::to_string(i + 1) + " is `" + csv.rows[i].front().text +
                            "`, column " + std::to_string(i + 1) + " is `" + csv.header[i + 1] +
                            "`",
                        "put rows and columns in one order"});
}

}  // namespace

Result<LandscapeSizes> read_sizes(std::string_view bytes, std::string_view file) {
  const auto parsed = text::parse_csv(bytes, file);
  if (!parsed) return parsed.error();
  const text::Csv& csv = *parsed;
  Faults faults;
  const std::vector<std::string> known(kSizeColumns.begin(), kSizeColumns.end());
  for (std::size_t i = 0; i < csv.header.size(); ++i)
    if (std::ranges::find(known, csv.header[i]) == known.end())
      faults.push_back({Code::unknown_key, csv.header_places[i],
                        "sizes have no column `" + csv.header[i] + "`",
                        did_you_mean(csv.header[i], known)});
  for (const std::string_view needed : {"name", "size"})
    if (csv.column(needed) < 0)
      faults.push_back({Code::missing_key,
                        {csv.file, 1, 1},
                        "sizes need the column `" + std::string(needed) + "`",
                        "begin with the line name,size"});
  check_count(csv, faults);
  if (!faults.empty()) return faults;
  LandscapeSizes read;
  std::map<std::string, Where, std::less<>> seen;
  for (const auto& row : csv.rows) {
    const auto cell = [&](std::string_view column) -> const text::Cell* {
      const int at = csv.column(column);
      return at < 0 ? nullptr : &row[static_cast<std::size_t>(at)];
    };
    const auto words = [&](std::string_view column) {
      return cell(column) == nullptr ? std::string() : cell(column)->text;
    };
    check_name(csv, *cell("name"), seen, faults);
    const std::size_t before = faults.size();
    const text::Decimal size = number(csv, *cell("size"), faults);
    if (faults.size() == before && size.digits <= 0)
      faults.push_back({Code::bad_value, place(csv, *cell("size")),
                        "the size of `" + words("name") + "` is " + words("size"),
                        "sizes are above 0"});
    read.names.push_back(words("name"));
    read.sizes.push_back(size);
    read.sources.push_back(words("source"));
    read.confidences.push_back(words("confidence"));
    read.actual.push_back(words("actual"));
    read.places.push_back(place(csv, *cell("name")));
  }
  if (!faults.empty()) return faults;
  return read;
}

Result<Propensities> read_propensities(std::string_view bytes, std::string_view file) {
  const auto parsed = text::parse_csv(bytes, file);
  if (!parsed) return parsed.error();
  const text::Csv& csv = *parsed;
  Faults faults;
  check_count(csv, faults);
  if (faults.empty()) check_square(csv, faults);
  if (!faults.empty()) return faults;
  Propensities read;
  std::map<std::string, Where, std::less<>> seen;
  for (const auto& row : csv.rows) {
    check_name(csv, row.front(), seen, faults);
    read.names.push_back(row.front().text);
    read.places.push_back(place(csv, row.front()));
    std::vector<text::Decimal>& values = read.values.emplace_back();
    for (std::size_t j = 1; j < row.size(); ++j) values.push_back(number(csv, row[j], faults));
  }
  if (faults.empty()) check_symmetric(csv, read, faults);
  if (!faults.empty()) return faults;
  return read;
}

Result<LandscapeCase> join_landscape(LandscapeSizes sizes, const Propensities& propensities) {
  Faults faults;
  const auto missing = [&](const std::vector<std::string>& names, const std::vector<Where>& places,
                           const std::vector<std::string>& others, std::string_view in) {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (std::ranges::find(others, names[i]) == others.end())
        faults.push_back({Code::missing_key, places[i],
                          "`" + names[i] + "` has no " + std::string(in),
                          did_you_mean(names[i], others)});
  };
  missing(sizes.names, sizes.places, propensities.names, "propensities");
  missing(propensities.names, propensities.places, sizes.names, "size");
  if (!faults.empty()) return faults;
  std::vector<std::size_t> row;
  for (const std::string& name : sizes.names)
    row.push_back(static_cast<std::size_t>(std::ranges::find(propensities.names, name) -
                                           propensities.names.begin()));
  LandscapeCase made;
  for (const std::size_t i : row) {
    auto& values = made.propensities.emplace_back();
    for (const std::size_t j : row) values.push_back(propensities.values[i][j]);
  }
  made.sizes = std::move(sizes);
  return made;
}

Result<LandscapeCase> read_landscape(const text::Document& document) {
  Faults faults;
  text::TableReader root(document.root, document.file, "the file", faults);
  const text::Node* const table = root.table("landscape");
  root.done();
  if (table == nullptr) {
    if (faults.empty())
      faults.push_back(
          {Code::missing_key, {document.file, 1, 1}, "the file needs the table `[landscape]`", ""});
    return faults;
  }
  text::TableReader reader(*table, document.file, "the landscape", faults);
  LandscapeCase about;
  about.name = reader.required_text("name");
  about.title = reader.required_text("title");
  about.source = reader.required_text("source");
  about.confidence = reader.required_text("confidence");
  about.note = reader.text("note").value_or("");
  const std::string sizes = reader.required_text("sizes");
  const std::string propensities = reader.required_text("propensities");
  reader.done();
  if (!faults.empty()) return faults;
  // The first line of a text stands below the line that opens it.
  const auto moved = [&](Faults found, std::string_view key) {
    for (Error& fault : found) {
      if (fault.where.line > 0) fault.where.line += reader.where(key).line;
      faults.push_back(std::move(fault));
    }
  };
  auto read_first = read_sizes(sizes, document.file);
  auto read_second = read_propensities(propensities, document.file);
  if (!read_first) moved(read_first.error(), "sizes");
  if (!read_second) moved(read_second.error(), "propensities");
  if (!faults.empty()) return faults;
  for (Where& one : read_first.value().places) one.line += reader.where("sizes").line;
  for (Where& one : read_second.value().places) one.line += reader.where("propensities").line;
  auto made = join_landscape(std::move(read_first).value(), *read_second);
  if (!made) return made.error();
  made.value().name = about.name;
  made.value().title = about.title;
  made.value().source = about.source;
  made.value().confidence = about.confidence;
  made.value().note = about.note;
  return made;
}

}  // namespace entente::scenario
