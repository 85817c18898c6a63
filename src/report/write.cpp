#include "report/write.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/name.h"
#include "report/csv.h"
#include "report/html.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/parquet.h"
#include "report/text.h"
#include "text/node.h"

namespace entente::report {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> extensions(bool has_tables) {
  return has_tables ? std::vector<std::string>{".json", ".csv", ".md", ".html", ".parquet"}
                    : std::vector<std::string>{".json", ".md", ".html", ".toml", ".txt"};
}

std::string extension(const std::string& path) { return fs::path(path).extension().string(); }

Faults put_csv(const card::Table& table, const std::string& path) {
  return text::write_file([&](const Sink& sink) { to_csv(table, sink); }, path);
}

/// The first table to the path; beside a packed one, which is data for other programs, each further
/// table to a file of its own: `panel.csv`, `panel.columns.csv`.
Faults write_table(const card::Record& record, const std::string& path) {
  const card::Table& first = record.tables.front();
  Faults faults = extension(path) == ".parquet" ? write_parquet(first, path) : put_csv(first, path);
  if (record.tables.front().packed.empty()) return faults;
  for (std::size_t i = 1; i < record.tables.size() && faults.empty(); ++i) {
    const std::string ending = "." + record.tables[i].name + ".csv";
    faults = put_csv(record.tables[i], fs::path(path).replace_extension(ending).string());
  }
  return faults;
}

}  // namespace

Faults check_path(const std::string& path, bool has_tables) {
  const auto known = extensions(has_tables);
  const std::string ending = extension(path);
  if (std::find(known.begin(), known.end(), ending) != known.end())
    return ending == ".parquet" ? check_parquet(path) : Faults{};
  return {{Code::bad_argument,
           {path, 0, 0},
           ending.empty() ? "the name of the file has no extension that says what to write"
                          : "a record cannot be written as `" + ending + "`",
           "known are " + join(known, ", ")}};
}

Faults write(const card::Record& record, const std::string& path, const card::Card* card) {
  const bool has_tables = !record.tables.empty();
  if (Faults faults = check_path(path, has_tables); !faults.empty()) return faults;
  const std::string ending = extension(path);
  if (ending == ".json")
    return text::write_file([&](const Sink& sink) { to_json(record, sink); }, path);
  if (ending == ".csv" || ending == ".parquet") return write_table(record, path);
  if (ending == ".html")
    return text::write_file([&](const Sink& sink) { to_html(record, card, sink); }, path);
  if (ending == ".md") return text::write_file(to_markdown(record), path);
  return text::write_file(to_text(record), path);
}

}  // namespace entente::report
