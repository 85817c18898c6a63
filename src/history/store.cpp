#include "history/store.h"

#include <sqlite3.h>

#include <cassert>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <utility>

#include "base/name.h"
#include "history/formats/format.h"
#include "history/sqlite.h"

namespace entente::history {
namespace {

namespace fs = std::filesystem;

/// "Ente": marks a file as ours (PRAGMA application_id).
constexpr std::int64_t kOurs = 0x456E7465;
constexpr std::int64_t kSchema = 1;

std::string environment(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? "" : text;
}

std::string kind_of(Held held) {
  return held == Held::whole ? "INTEGER" : held == Held::number ? "REAL" : "TEXT";
}

Held held_of(std::string_view declared) {
  return declared == "INTEGER" ? Held::whole : declared == "REAL" ? Held::number : Held::text;
}

Error refused(const std::string& path, const std::string& why, const std::string& hint) {
  return Error{Code::unreadable, {path, 0, 0}, "the database cannot be read: " + why, hint};
}

}  // namespace

struct Store::Inside {
  std::string path;
  Connection connection;
  Statement insertion;
  bool began = false;
  bool made = false;  ///< By `open_to_write`, and nothing committed yet.

  [[nodiscard]] Error fault() const {
    return Error{Code::unreadable, {path, 0, 0}, "the database: " + connection.message(), ""};
  }
};

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store::~Store() {
  if (inside_ == nullptr) return;
  roll_back();
  if (!inside_->made) return;
  inside_->connection = Connection();
  std::error_code ignored;
  fs::remove(inside_->path, ignored);
}

std::string default_path() {
  if (std::string path = environment("ENTENTE_DATA"); !path.empty()) return path;
  std::string folder = environment("XDG_DATA_HOME");
  if (folder.empty()) folder = environment("HOME") + "/.local/share";
  return folder + "/entente/history.sqlite";
}

std::string path_of(std::string_view given) {
  return given.empty() ? default_path() : std::string(given);
}

Result<Store> Store::open(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    return Error{Code::unreadable,
                 {path, 0, 0},
                 "there is no database of imported data here",
                 "`entente import FORMAT FILE...` makes one; `entente list formats` says which"};
  }
  auto inside = std::make_unique<Inside>();
  inside->path = path;
  if (!inside->connection.open(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX))
    return inside->fault();
  const auto ours = inside->connection.whole("PRAGMA application_id");
  if (!ours) return refused(path, "it is no SQLite database", "");
  if (*ours != kOurs) return refused(path, "it was not made by `entente import`", "");
  if (inside->connection.whole("PRAGMA user_version") != kSchema) {
    return refused(path, "it is of another version of Entente", "import the data sets anew");
  }
  return Store(std::move(inside));
}

Result<Store> Store::open_with(std::string_view given, std::span<const std::string_view> tables) {
  const std::string path = path_of(given);
  Result<Store> store = open(path);
  if (!store) {
    Faults faults = std::move(store).error();
    std::error_code ignored;
    if (fs::exists(path, ignored)) return faults;
    // The commands for exactly what is asked are a better hint than the general one.
    std::vector<std::string> commands;
    for (const std::string_view table : tables) commands.push_back(command_for(table));
    if (!commands.empty()) faults.front().hint = "make one: " + join(commands, "; ");
    return faults;
  }
  if (Faults faults = store.value().missing(tables); !faults.empty()) return faults;
  return store;
}

Result<Store> Store::open_to_write(const std::string& path) {
  std::error_code fault;
  auto inside = std::make_unique<Inside>();
  inside->path = path;
  const bool there = fs::exists(path, fault);
  if (there) {
    // Refused before it is touched: the file may be anything.
    if (Result<Store> readable = open(path); !readable) return std::move(readable).error();
  } else if (const fs::path folder = fs::path(path).parent_path(); !folder.empty()) {
    fs::create_directories(folder, fault);
  }
  if (!inside->connection.open(path,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX)) {
    return Error{Code::unreadable,
                 {path, 0, 0},
                 "the database cannot be written: " + inside->connection.message(),
                 ""};
  }
  inside->made = !there;
  if (there) return Store(std::move(inside));
  Store store(std::move(inside));
  if (Faults faults = store.run("PRAGMA application_id = " + std::to_string(kOurs));
      !faults.empty())
    return faults;
  if (Faults faults = store.run("PRAGMA user_version = " + std::to_string(kSchema));
      !faults.empty())
    return faults;
  return store;
}

Store Store::in_memory() {
  auto inside = std::make_unique<Inside>();
  inside->path = ":memory:";
  [[maybe_unused]] const bool opened = inside->connection.open(
      ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  assert(opened);
  return Store(std::move(inside));
}

const std::string& Store::path() const { return inside_->path; }

bool Store::has(std::string_view table) const {
  Statement find(inside_->connection, "SELECT 1 FROM sqlite_master WHERE type='table' AND name=?");
  find.bind(1, table);
  return find.step() == SQLITE_ROW;
}

std::vector<Dataset> Store::datasets() const {
  std::vector<Dataset> found;
  if (!has("dataset")) return found;
  Statement all(
      inside_->connection,
      "SELECT format, tbl, version, file, sha256, rows, imported_on, citation, terms, path "
      "FROM dataset ORDER BY tbl, version");
  while (all.step() == SQLITE_ROW) {
    found.push_back({all.text(0), all.text(1), all.text(2), all.text(3), all.text(4), all.whole(5),
                     all.text(6), all.text(7), all.text(8), all.text(9)});
  }
  return found;
}

Faults Store::missing(std::span<const std::string_view> tables) const {
  Faults faults;
  for (const std::string_view table : tables) {
    if (has(table)) continue;
    faults.push_back({Code::unknown_name,
                      {path(), 0, 0},
                      "the database has no table `" + std::string(table) + "`" + meaning_of(table),
                      "import it: " + command_for(table)});
  }
  return faults;
}

std::vector<std::string> Store::inputs(std::span<const std::string_view> tables) const {
  std::vector<std::string> found;
  for (const Dataset& one : datasets()) {
    for (const std::string_view table : tables) {
      if (one.table != table) continue;
      found.push_back(one.table + (one.version.empty() ? "" : " " + one.version) + " " +
                      one.sha256);
    }
  }
  return found;
}

Faults Store::begin() {
  if (!inside_->connection.run("BEGIN IMMEDIATE")) return {inside_->fault()};
  inside_->began = true;
  return run(
      "CREATE TABLE IF NOT EXISTS dataset (format TEXT, tbl TEXT, version TEXT, file TEXT, "
      "sha256 TEXT, rows INTEGER, imported_on TEXT, citation TEXT, terms TEXT, path TEXT)");
}

Faults Store::commit() {
  inside_->insertion = Statement();
  if (!inside_->connection.run("COMMIT")) return {inside_->fault()};
  inside_->began = inside_->made = false;
  return {};
}

void Store::roll_back() {
  inside_->insertion = Statement();
  if (inside_->began) (void)inside_->connection.run("ROLLBACK");
  inside_->began = false;
}

Faults Store::run(const std::string& sql) {
  if (inside_->connection.run(sql)) return {};
  return {inside_->fault()};
}

Faults Store::make_table(std::string_view table, std::span<const StoredColumn> columns,
                         std::string_view version) {
  inside_->insertion = Statement();
  const std::string name = sql_name(table);
  std::string made = "CREATE TABLE " + name + " (";
  std::string marks;
  for (const StoredColumn& column : columns) {
    if (!marks.empty()) made += ", ";
    made += sql_name(column.name) + " " + kind_of(column.held);
    marks += marks.empty() ? "?" : ",?";
  }
  made += ")";
  if (!version.empty() && inside_->connection.text("SELECT sql FROM sqlite_master WHERE name=" +
                                                   sql_text(table)) == made) {
    if (Faults f = run("DELETE FROM " + name + " WHERE version=" + sql_text(version)); !f.empty())
      return f;
  } else {
    if (Faults f = run("DROP TABLE IF EXISTS " + name); !f.empty()) return f;
    if (Faults f = run("DELETE FROM dataset WHERE tbl=" + sql_text(table)); !f.empty()) return f;
    if (Faults f = run(made); !f.empty()) return f;
  }
  inside_->insertion =
      Statement(inside_->connection, "INSERT INTO " + name + " VALUES (" + marks + ")");
  if (!inside_->insertion) return {inside_->fault()};
  return {};
}

Faults Store::insert(std::span<const Cell> cells) {
  Statement& insertion = inside_->insertion;
  int at = 0;
  for (const Cell& cell : cells) {
    ++at;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      insertion.bind(at, *whole);
    } else if (const auto* number = std::get_if<double>(&cell)) {
      insertion.bind(at, *number);
    } else if (const auto* text = std::get_if<std::string_view>(&cell)) {
      insertion.bind(at, *text);
    } else {
      insertion.bind_null(at);
    }
  }
  const bool done = insertion.step() == SQLITE_DONE;
  insertion.reset();
  if (done) return {};
  return {inside_->fault()};
}

Faults Store::note(const Dataset& one, bool by_version) {
  std::string old = "DELETE FROM dataset WHERE tbl=" + sql_text(one.table);
  if (by_version) old += " AND version=" + sql_text(one.version);
  if (Faults faults = run(old); !faults.empty()) return faults;
  Statement add(inside_->connection, "INSERT INTO dataset VALUES (?,?,?,?,?,?,?,?,?,?)");
  int at = 0;
  for (const std::string* text : {&one.format, &one.table, &one.version, &one.file, &one.sha256})
    add.bind(++at, std::string_view(*text));
  add.bind(++at, one.rows);
  for (const std::string* text : {&one.imported_on, &one.citation, &one.terms, &one.path})
    add.bind(++at, std::string_view(*text));
  if (add.step() == SQLITE_DONE) return {};
  return {inside_->fault()};
}

Result<Columns> Store::read(std::string_view table, std::span<const std::string_view> names,
                            std::string_view where) const {
  if (!has(table)) {
    const std::string_view one[] = {table};
    return missing(one);
  }
  std::string sql;
  for (const std::string_view name : names)
    sql += (sql.empty() ? "SELECT " : ", ") + sql_name(name);
  sql += " FROM " + sql_name(table);
  if (!where.empty()) sql += " WHERE " + std::string(where);
  Statement rows(inside_->connection, sql + " ORDER BY rowid");
  if (!rows) {
    return Error{Code::unknown_name,
                 {path(), 0, 0},
                 "the table `" + std::string(table) + "`: " + inside_->connection.message(),
                 "import it anew: " + command_for(table)};
  }
  std::vector<std::variant<Columns::Whole, Columns::Number, Columns::Text>> held(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    switch (held_of(rows.declared(static_cast<int>(i)))) {
      case Held::whole:
        held[i] = Columns::Whole();
        break;
      case Held::number:
        held[i] = Columns::Number();
        break;
      case Held::text:
        held[i] = Columns::Text();
        break;
    }
  }
  Columns columns;
  int state = 0;
  while ((state = rows.step()) == SQLITE_ROW) {
    ++columns.rows;
    for (std::size_t i = 0; i < held.size(); ++i) {
      const int at = static_cast<int>(i);
      if (auto* whole = std::get_if<Columns::Whole>(&held[i])) {
        whole->push_back(rows.is_null(at) ? kMissing : rows.whole(at));
      } else if (auto* number = std::get_if<Columns::Number>(&held[i])) {
        number->push_back(rows.is_null(at) ? std::numeric_limits<double>::quiet_NaN()
                                           : rows.number(at));
      } else {
        std::get<Columns::Text>(held[i]).push_back(rows.text(at));
      }
    }
  }
  if (state != SQLITE_DONE) return inside_->fault();
  for (std::size_t i = 0; i < held.size(); ++i)
    columns.held.insert_or_assign(std::string(names[i]), std::move(held[i]));
  return columns;
}

const Columns::Whole& Columns::whole(std::string_view name) const {
  return std::get<Whole>(held.find(name)->second);
}
const Columns::Number& Columns::number(std::string_view name) const {
  return std::get<Number>(held.find(name)->second);
}
const Columns::Text& Columns::text(std::string_view name) const {
  return std::get<Text>(held.find(name)->second);
}

}  // namespace entente::history
