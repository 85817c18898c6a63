/// The imported data: one SQLite file, read by whole columns, with where each table came from.
///
/// Floor 3; uses base. No header of this room shows a type of SQLite.
///
/// Every table carries the original names of its columns in lower case. Missing codes are NULL.
/// Rows are read in the order in which they stood in the file, so that a record made from them is
/// the same on every machine. Cost of reading: about half a second a million rows of four columns.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "card/card.h"

namespace entente::history {

/// Stands for a missing whole number. A missing number is a NaN, a missing text is empty.
inline constexpr std::int64_t kMissing = std::numeric_limits<std::int64_t>::min();

/// The flag `--data` of every verb that reads or writes the database.
inline constexpr card::Field kDataField{
    .name = "data",
    .help = "The database of imported data; by default the one that `entente import` fills."};

/// The flag `--history` of verbs that can ask imported alliances beside the library's.
inline constexpr card::Field kHistoryField{
    .name = "history",
    .type = card::Type::boolean,
    .help = "Asks the imported alliances of ATOP too, to 2018; --data says so as well."};

/// How a column is held: whole numbers, numbers, or texts. Dates are texts, YYYY-MM-DD.
enum class Held { whole, number, text };

/// Columns of a table, equally long, in the order of its rows.
class Columns {
 public:
  using Whole = std::vector<std::int64_t>;
  using Number = std::vector<double>;
  using Text = std::vector<std::string>;

  std::size_t rows = 0;

  /// REQUIRES: a column that was asked for and is held so.
  [[nodiscard]] const Whole& whole(std::string_view name) const;
  [[nodiscard]] const Number& number(std::string_view name) const;
  [[nodiscard]] const Text& text(std::string_view name) const;

  std::map<std::string, std::variant<Whole, Number, Text>, std::less<>> held;
};

/// Where a table came from.
struct Dataset {
  std::string format = {}, table = {}, version = {};
  std::string file = {};    ///< Its name without the folder.
  std::string sha256 = {};  ///< Of the file as it lay on the disk.
  std::int64_t rows = 0;
  std::string imported_on = {};  ///< YYYY-MM-DD.
  std::string citation = {}, terms = {};
  std::string path = {};  ///< Where the file lay, whole: of this machine, for no record.
};

/// A column of a table to be made.
struct StoredColumn {
  std::string name;
  Held held = Held::whole;
};

/// One cell on its way into a table.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// `$ENTENTE_DATA`, else `$XDG_DATA_HOME/entente/history.sqlite`, else
/// `~/.local/share/entente/history.sqlite`.
[[nodiscard]] std::string default_path();

/// `given`, or `default_path()` where that is empty: what the flag `--data` means.
[[nodiscard]] std::string path_of(std::string_view given);

/// An open database. Movable; one thread at a time.
class Store {
 public:
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();  ///< Undoes what was not committed.

  /// Opens for reading. Errors: `unreadable` where there is no file, no SQLite database, none of
  /// ours, or one of another version.
  [[nodiscard]] static Result<Store> open(const std::string& path);

  /// Opens for reading and asks for tables: a table that is not there is a fault that names the
  /// command that brings it. `given` is the value of `--data`, empty for the default.
  [[nodiscard]] static Result<Store> open_with(std::string_view given,
                                               std::span<const std::string_view> tables);

  /// Opens for writing; makes the folder and the file where they are not. Errors as `open`. A file
  /// that this call made is removed again unless something is committed.
  [[nodiscard]] static Result<Store> open_to_write(const std::string& path);

  /// A database in memory, for tests.
  [[nodiscard]] static Store in_memory();

  [[nodiscard]] const std::string& path() const;

  /// What was imported, by table and version.
  [[nodiscard]] std::vector<Dataset> datasets() const;

  [[nodiscard]] bool has(std::string_view table) const;

  /// The faults of tables that are not there, each with the command that imports it.
  [[nodiscard]] Faults missing(std::span<const std::string_view> tables) const;

  /// "nmc 7.0 <hash>" for each dataset in `tables`, for the inputs of a record's provenance.
  [[nodiscard]] std::vector<std::string> inputs(std::span<const std::string_view> tables) const;

  /// Reads columns of a table. `where` is a condition in SQL, written by us and never by a user.
  /// Errors: `unknown_name` for a table or column that is not there, `unreadable`.
  [[nodiscard]] Result<Columns> read(std::string_view table,
                                     std::span<const std::string_view> names,
                                     std::string_view where = "") const;
  [[nodiscard]] Result<Columns> read(std::string_view table,
                                     std::initializer_list<std::string_view> names,
                                     std::string_view where = "") const {
    return read(table, std::span(names.begin(), names.size()), where);
  }

  // ---- Writing. Everything between `begin` and `commit` is there whole or not at all. ----

  [[nodiscard]] Faults begin();
  [[nodiscard]] Faults commit();
  void roll_back();  ///< Undoes everything since `begin`.

  /// Makes an empty table in place of what was there; with `version`, a table kept by version loses
  /// only the rows of that version, and is made where its columns differ.
  [[nodiscard]] Faults make_table(std::string_view table, std::span<const StoredColumn> columns,
                                  std::string_view version = "");

  /// Appends a row to the table made last. REQUIRES: as many cells as columns.
  [[nodiscard]] Faults insert(std::span<const Cell> cells);

  /// Sets the provenance of a table (of a version of it).
  [[nodiscard]] Faults note(const Dataset& dataset, bool by_version);

  /// Runs a statement of ours.
  [[nodiscard]] Faults run(const std::string& sql);

 private:
  struct Inside;
  explicit Store(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace entente::history
