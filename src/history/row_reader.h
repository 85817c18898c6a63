/// Rows of a file as rows of a table: types, missing codes, ranges, days, spells, censoring.
///
/// Floor 3; part of history.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "history/plan.h"
#include "text/csv_stream.h"

namespace entente::history {

/// Reads row after row of one file. The plan and the faults must outlive it.
class RowReader {
 public:
  RowReader(const Plan& plan, const std::string& file, text::FaultList& faults);

  enum class Got { row, left_out, broken };

  /// Turns a row into `cells`. Broken: one or more faults in its line were added (`wrong_type`,
  /// `bad_value`, `no_such_date`, `order_of_dates`, `missing_key` for a cell of the key).
  [[nodiscard]] Got read(const text::CsvRow& row);

  /// The row as it is stored, in the order of `Plan::stored`; texts are good as long as the row.
  [[nodiscard]] std::span<const Cell> cells() const { return cells_; }

  /// Fills the cell of the version. REQUIRES: a table kept by version, `version` a constant.
  void set_version(std::string_view version) { cells_.front() = version; }

  /// What names the row: exact for up to three whole numbers below two millions, otherwise a hash
  /// of 64 bits (two rows of a million agree by chance once in ten million files).
  [[nodiscard]] std::uint64_t key() const;

  [[nodiscard]] std::int64_t missing_cells() const { return missing_cells_; }
  [[nodiscard]] std::int64_t first_year() const { return first_year_; }
  [[nodiscard]] std::int64_t last_year() const { return last_year_; }  ///< kMissing before any.

  /// How many rows each filter left out and each kind of censoring marked, in the layout's order.
  [[nodiscard]] const std::vector<std::int64_t>& filtered() const { return filtered_; }
  [[nodiscard]] const std::vector<std::int64_t>& censored() const { return censored_; }

 private:
  struct Day {
    int year = -1, month = -1, day = -1;
  };
  struct Open {  ///< A kind of censoring.
    std::vector<std::pair<int, std::string>> when;
    std::vector<int> erased;
  };

  [[nodiscard]] Day day_of(const DayColumns& columns) const;
  void fault(Code code, std::string message, std::string hint = "");
  [[nodiscard]] Cell cell_of(const PlannedColumn& column, std::string_view text);
  [[nodiscard]] Cell number_of(const PlannedColumn& column, std::string_view text);
  [[nodiscard]] bool holds(int column, std::string_view value) const;
  [[nodiscard]] bool left_out();
  void mark_censored();
  void check_day(const Day& day);
  void check_spell(const Day& from, const Day& to);
  void check_key();
  void take_year();
  [[nodiscard]] std::int64_t whole(int column) const;

  const Plan& plan_;
  const std::string& file_;
  text::FaultList& faults_;
  std::vector<Cell> cells_;
  std::size_t first_ = 0;  ///< Of the plan's columns among the cells.
  std::vector<int> key_;
  std::vector<Day> days_;
  std::vector<std::pair<Day, Day>> spells_;
  std::vector<Open> open_;
  std::vector<int> filters_;
  int year_ = -1, made_from_ = -1;
  std::int64_t line_ = 0;
  bool broken_ = false;
  std::int64_t missing_cells_ = 0;
  std::int64_t first_year_ = kMissing, last_year_ = kMissing;
  std::vector<std::int64_t> filtered_, censored_;
};

}  // namespace entente::history
