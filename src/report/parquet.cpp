#include "report/parquet.h"

#include <dlfcn.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <vector>

#include "report/csv.h"
#include "text/node.h"

namespace entente::report {
namespace {

namespace fs = std::filesystem;

/// As the C interface of DuckDB 1.x lays it out; only its size matters here.
struct DuckResult {
  std::uint64_t counts[3];
  void* columns;
  char* error;
  void* held;
};

std::vector<std::string> places() {
  std::vector<std::string> found;
  if (const char* own = std::getenv("ENTENTE_DUCKDB")) return {own};
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  if (data != nullptr && *data != '\0')
    found.push_back(std::string(data) + "/entente/libduckdb.so");
  else if (home != nullptr)
    found.push_back(std::string(home) + "/.local/share/entente/libduckdb.so");
  found.emplace_back("libduckdb.so");
  return found;
}

/// The library, open as long as this lives.
class Duck {
 public:
  Duck() {
    for (const std::string& place : places())
      if (library_ == nullptr) library_ = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library_ == nullptr) return;
    there_ = find(open_, "duckdb_open") && find(connect_, "duckdb_connect") &&
             find(query_, "duckdb_query") && find(error_, "duckdb_result_error") &&
             find(destroy_, "duckdb_destroy_result") && find(disconnect_, "duckdb_disconnect") &&
             find(close_, "duckdb_close");
  }
  // It stays loaded: it has threads of its own that may not end with a file.
  ~Duck() = default;
  Duck(const Duck&) = delete;
  Duck& operator=(const Duck&) = delete;

  [[nodiscard]] bool there() const { return there_; }

  /// What went wrong, or nothing.
  [[nodiscard]] std::string run(const std::string& sql) const {
    void* database = nullptr;
    void* connection = nullptr;
    if (open_(nullptr, &database) != 0) return "its database cannot be opened";
    std::string wrong;
    if (connect_(database, &connection) != 0) {
      wrong = "its database cannot be reached";
    } else {
      DuckResult result{};
      if (query_(connection, sql.c_str(), &result) != 0) {
        const char* words = error_(&result);
        wrong = words == nullptr ? "it gives no reason" : words;
      }
      destroy_(&result);
      disconnect_(&connection);
    }
    close_(&database);
    return wrong;
  }

 private:
  template <class Function>
  bool find(Function*& function, const char* name) {
    function = reinterpret_cast<Function*>(dlsym(library_, name));
    return function != nullptr;
  }

  void* library_ = nullptr;
  bool there_ = false;
  int (*open_)(const char*, void**) = nullptr;
  int (*connect_)(void*, void**) = nullptr;
  int (*query_)(void*, const char*, DuckResult*) = nullptr;
  const char* (*error_)(DuckResult*) = nullptr;
  void (*destroy_)(DuckResult*) = nullptr;
  void (*disconnect_)(void**) = nullptr;
  void (*close_)(void**) = nullptr;
};

std::string in_marks(std::string_view text, char mark) {
  std::string out(1, mark);
  for (const char c : text) out += c == mark ? std::string(2, mark) : std::string(1, c);
  return out + mark;
}

/// The type that holds every cell of a column.
std::string type_of(const card::Table& table, std::size_t column) {
  constexpr std::array<const char*, 5> kTypes = {"VARCHAR", "BOOLEAN", "BIGINT", "DOUBLE",
                                                 "VARCHAR"};
  if (!table.packed.empty()) {
    constexpr std::array<const char*, 3> kPacked = {"BIGINT", "DOUBLE", "VARCHAR"};
    return kPacked[table.packed[column].index()];
  }
  std::size_t kind = 0;  // Of the cells that hold something.
  for (const auto& row : table.rows) {
    const std::size_t own = row[column].index();
    if (own == 0 || own == kind) continue;
    const bool numbers = (kind == 2 || kind == 3) && (own == 2 || own == 3);
    kind = kind == 0 ? own : numbers ? 3 : 4;
  }
  return kTypes[kind];
}

std::string copy_statement(const card::Table& table, const std::string& from,
                           const std::string& to) {
  std::string columns;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    columns += (c == 0 ? "" : ", ") + in_marks(table.columns[c].name, '\'') + ": '" +
               type_of(table, c) + "'";
  return "COPY (SELECT * FROM read_csv(" + in_marks(from, '\'') +
         ", header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', "
         "auto_detect = false, columns = {" +
         columns + "})) TO " + in_marks(to, '\'') + " (FORMAT parquet, COMPRESSION zstd)";
}

Faults without_library(const std::string& path) {
  return {{Code::bad_argument,
           {path, 0, 0},
           "a `.parquet` file takes the library of DuckDB, which is not there",
           "`tools/get_parquet` brings it, or name libduckdb.so in ENTENTE_DUCKDB; `.csv` needs "
           "nothing"}};
}

/// A file that is gone when this is.
struct Passing {
  std::string path;
  ~Passing() {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
};

}  // namespace

Faults check_parquet(const std::string& path) {
  return Duck().there() ? Faults{} : without_library(path);
}

Faults write_parquet(const card::Table& table, const std::string& path) {
  const Duck duck;
  if (!duck.there()) return without_library(path);
  const Passing rows{path + ".rows.csv"}, part{path + ".part"};
  if (Faults faults = text::write_file([&](const Sink& sink) { to_csv(table, sink); }, rows.path);
      !faults.empty())
    return faults;
  const std::string wrong = duck.run(copy_statement(table, rows.path, part.path));
  std::error_code failed;
  if (wrong.empty()) fs::rename(part.path, path, failed);
  if (wrong.empty() && !failed) return {};
  return {{Code::unreadable,
           {path, 0, 0},
           "the file cannot be written: " + (wrong.empty() ? failed.message() : wrong),
           ""}};
}

}  // namespace entente::report
