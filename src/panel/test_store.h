/// A small database for tests: tables of whole numbers and numbers, written row by row.
///
/// Floor 4; tests only.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "history/store.h"

namespace entente::panel {

/// A row; nothing is missing.
using TestRow = std::vector<std::optional<double>>;

/// Adds a table; names that begin with `*` hold numbers, the others whole numbers.
inline void add_table(history::Store& store, const std::string& table,
                      const std::vector<std::string>& names, const std::vector<TestRow>& rows) {
  std::vector<history::StoredColumn> columns;
  for (const std::string& name : names) {
    const bool number = name.starts_with('*');
    columns.push_back(
        {number ? name.substr(1) : name, number ? history::Held::number : history::Held::whole});
  }
  ASSERT_TRUE(store.begin().empty());
  ASSERT_TRUE(store.make_table(table, columns).empty());
  for (const TestRow& row : rows) {
    std::vector<history::Cell> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i])
        cells.emplace_back();
      else if (columns[i].held == history::Held::number)
        cells.emplace_back(*row[i]);
      else
        cells.emplace_back(static_cast<std::int64_t>(*row[i]));
    }
    ASSERT_TRUE(store.insert(cells).empty());
  }
  ASSERT_TRUE(store
                  .note({"test", table, "1", "a.csv", "hash",
                         static_cast<std::int64_t>(rows.size()), "2026-01-01", "Cite me.", "Free."},
                        false)
                  .empty());
  ASSERT_TRUE(store.commit().empty());
}

/// A database in a file that is removed at the end.
class TestFile {
 public:
  explicit TestFile(const std::string& name)
      : path_((std::filesystem::temp_directory_path() / ("entente_panel_" + name)).string()) {
    std::filesystem::remove(path_);
  }
  ~TestFile() { std::filesystem::remove(path_); }
  TestFile(const TestFile&) = delete;
  TestFile& operator=(const TestFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] history::Store open() const {
    return std::move(history::Store::open_to_write(path_)).value();
  }

 private:
  std::string path_;
};

/// Four members in 1900 (USA 2, GBR 200, France 220, Germany 255), of which Germany is no member in
/// 1901; promises and capabilities of 1900.
inline void add_small_world(history::Store& store) {
  add_table(
      store, "system_year", {"ccode", "year"},
      {{2, 1900}, {200, 1900}, {220, 1900}, {255, 1900}, {2, 1901}, {200, 1901}, {220, 1901}});
  add_table(store, "atop_directed",
            {"ccode1", "ccode2", "year", "atop_defense", "atop_offense", "atop_neutral",
             "atop_nonagg", "atop_consul"},
            {{200, 220, 1900, 1, 0, 0, 0, 1},
             {220, 200, 1900, 0, 0, 0, 0, 1},
             {220, 255, 1900, 0, 0, 0, 1, 0},
             {255, 220, 1900, 0, 0, 0, 1, 0}});
  add_table(
      store, "nmc",
      {"ccode", "year", "*milex", "*milper", "*irst", "*pec", "*tpop", "*upop", "*cinc", "version"},
      {{2, 1900, 1, 1, 1, 1, 1, std::nullopt, 0.1, 6},
       {200, 1900, 2, 1, 1, 1, 1, 1, 0.2, 6},
       {220, 1900, 3, 1, 1, 1, 1, 1, 0.3, 6},
       {255, 1900, 4, 1, std::nullopt, 1, 1, 2, 0.4, 6}});
}

}  // namespace entente::panel
