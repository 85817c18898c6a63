#include "report/write.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/name.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/text.h"
#include "text/node.h"

namespace entente::report {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> extensions(bool has_tables) {
  return has_tables ? std::vector<std::string>{".json", ".csv", ".md"}
                    : std::vector<std::string>{".json", ".md", ".toml", ".txt"};
}

std::string extension(const std::string& path) { return fs::path(path).extension().string(); }

/// The first table to the path; beside a packed one, which is data for other programs, each further
/// table to a file of its own: `panel.csv`, `panel.columns.csv`.
Faults write_csv(const card::Record& record, const std::string& path) {
  const auto put = [](const card::Table& table, const std::string& to) {
    return text::write_file([&](const Sink& sink) { to_csv(table, sink); }, to);
  };
  Faults faults = put(record.tables.front(), path);
  if (record.tables.front().packed.empty()) return faults;
  for (std::size_t i = 1; i < record.tables.size() && faults.empty(); ++i) {
    const std::string ending = "." + record.tables[i].name + ".csv";
    faults = put(record.tables[i], fs::path(path).replace_extension(ending).string());
  }
  return faults;
}

}  // namespace

Faults check_path(const std::string& path, bool has_tables) {
  const auto known = extensions(has_tables);
  const std::string ending = extension(path);
  if (std::find(known.begin(), known.end(), ending) != known.end()) return {};
  return {{Code::bad_argument,
           {path, 0, 0},
           ending.empty() ? "the name of the file has no extension that says what to write"
                          : "a record cannot be written as `" + ending + "`",
           "known are " + join(known, ", ")}};
}

Faults write(const card::Record& record, const std::string& path) {
  const bool has_tables = !record.tables.empty();
  if (Faults faults = check_path(path, has_tables); !faults.empty()) return faults;
  const std::string ending = extension(path);
  if (ending == ".json")
    return text::write_file([&](const Sink& sink) { to_json(record, sink); }, path);
  if (ending == ".csv") return write_csv(record, path);
  if (ending == ".md") return text::write_file(to_markdown(record), path);
  return text::write_file(to_text(record), path);
}

}  // namespace entente::report
