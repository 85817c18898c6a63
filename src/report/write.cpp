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
  if (ending == ".csv")
    return text::write_file([&](const Sink& sink) { to_csv(record.tables.front(), sink); }, path);
  if (ending == ".md") return text::write_file(to_markdown(record), path);
  return text::write_file(to_text(record), path);
}

}  // namespace entente::report
