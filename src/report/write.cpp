#include "report/write.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <system_error>
#include <vector>

#include "base/name.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/text.h"

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

Faults write_bytes(std::string_view bytes, const std::string& path) {
  // A name of its own, so that two runs that write one path never mix. The name is not kept.
  std::random_device chance;
  const std::string temporary = path + "." + std::to_string(chance()) + ".part";
  const auto refuse = [&](const std::string& why) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    return Faults{{Code::unreadable, {path, 0, 0}, "the file cannot be written: " + why, ""}};
  };
  std::error_code fault;
  if (fs::is_directory(path, fault)) return refuse("it is a folder");
  {
    std::ofstream file(temporary, std::ios::binary);
    if (!file) return refuse("its folder is absent or closed to you");
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return refuse("the disk may be full");
  }
  fs::rename(temporary, path, fault);
  if (fault) return refuse(fault.message());
  return {};
}

Faults write(const card::Record& record, const std::string& path) {
  const bool has_tables = !record.tables.empty();
  if (Faults faults = check_path(path, has_tables); !faults.empty()) return faults;
  const std::string ending = extension(path);
  if (ending == ".json") return write_bytes(to_json(record), path);
  if (ending == ".csv") return write_bytes(to_csv(record.tables.front()), path);
  if (ending == ".md") return write_bytes(to_markdown(record), path);
  return write_bytes(to_text(record), path);
}

}  // namespace entente::report
